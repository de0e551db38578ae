import { expect, it } from 'vitest';
import { createTakeovers } from '../../../lib/content/late-takeover.ts';

const isDue = (body: string): boolean => {
  document.body.innerHTML = body;
  const link = document.getElementById('t');
  if (!link) throw new Error('The body has no #t.');
  return createTakeovers(document).isDue(link);
};
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
  expect(isDue(before)).toBe(true);
  document.body.innerHTML = before;
  const takeovers = createTakeovers(document);
  document.body.innerHTML = after;
  takeovers.refresh();
  expect(takeovers.isDue(document.getElementById('t') as Element)).toBe(false);
});

it('a page of no framework does not wait', () => {
  expect(isDue(LINK)).toBe(false);
});
