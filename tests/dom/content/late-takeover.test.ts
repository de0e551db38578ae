import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createFrameLoop } from '../../../lib/content/frame-loop.ts';
import { createTakeovers } from '../../../lib/content/late-takeover.ts';
import { createMarks } from '../../../lib/content/marks.ts';

/** Whether the mark of the link in a body waits; asked again when it has looked again, with another body. */
function waits(...bodies: readonly string[]): boolean[] {
  const marks = createMarks();
  const life = new AbortController();
  document.body.innerHTML = bodies[0] ?? '';
  const takeovers = createTakeovers(
    document,
    marks,
    createFrameLoop(() => {}, life.signal),
    life.signal,
  );
  const answers = bodies.map((body) => {
    document.body.innerHTML = body;
    const element = document.getElementById('t') as Element;
    vi.advanceTimersByTime(500);
    return takeovers.waits({ id: 'f.1', element, written: '', embed: false, recognition: undefined });
  });
  life.abort();
  return answers;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const LINK = '<p><a id="t">x</a></p>';

it.each([
  [
    'Astro',
    `<astro-island ssr="" client="visible">${LINK}</astro-island>`,
    `<astro-island client="visible">${LINK}</astro-island>`,
  ],
  ['Angular', `<app-root ngh="0">${LINK}</app-root>`, `<app-root ng-version="20">${LINK}</app-root>`],
  ['Qwik', `<main q:container="paused">${LINK}</main>`, `<main q:container="resumed">${LINK}</main>`],
  ['Nuxt', `<div id="__nuxt">${LINK}</div>`, `<div id="__nuxt" data-v-app="">${LINK}</div>`],
  ['Vue 2', `<div data-server-rendered="true">${LINK}</div>`, `<div>${LINK}</div>`],
  ['is-land', `<is-land on:visible>${LINK}</is-land>`, `<is-land on:visible ready>${LINK}</is-land>`],
  ['Lit', `<x-a defer-hydration>${LINK}</x-a>`, `<x-a>${LINK}</x-a>`],
  [
    'Next',
    `<div id="__next">${LINK}</div>`,
    `<div id="__next">${LINK}</div><next-route-announcer></next-route-announcer>`,
  ],
  [
    'Next with streams',
    `${LINK}<script src="/_next/static/chunks/a.js" type="text/plain"></script>`,
    `${LINK}<script src="/_next/static/chunks/a.js" type="text/plain"></script><next-route-announcer></next-route-announcer>`,
  ],
  [
    'SvelteKit',
    `${LINK}<link href="/_app/immutable/entry/start.js">`,
    `${LINK}<link href="/_app/immutable/entry/start.js"><div id="svelte-announcer"></div>`,
  ],
  [
    'Gatsby',
    `<div id="___gatsby">${LINK}</div>`,
    `<div id="___gatsby">${LINK}</div><div id="gatsby-announcer"></div>`,
  ],
])('a part of %s waits until it is taken over', (_, before, after) => {
  expect(waits(before, after)).toEqual([true, false]);
});

it('a page of no framework does not wait', () => {
  expect(waits(LINK)).toEqual([false]);
});

it('nothing waits for ever', () => {
  const part = `<astro-island ssr>${LINK}</astro-island>`;
  expect(waits(...Array<string>(30).fill(part)).lastIndexOf(true)).toBe(18);
});
