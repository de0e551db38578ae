import type { FrameLoop } from './frame-loop.ts';
import type { Mark } from './mark.ts';
import type { Marks } from './marks.ts';
import { now } from './now.ts';

/*
 * HTML from a server that a framework takes over later is drawn anew when it finds a node there that it did not write;
 * what a person had typed in it is gone. Where a sign says that a part still waits, its badges wait, too.
 */

/** A part that shows by itself that it waits; matches the part or something around it. */
const PARTS: readonly (readonly [framework: string, part: string])[] = [
  ['Astro', 'astro-island[ssr]'],
  ['Angular', '[ngh]'],
  ['Qwik', '[q\\:container=paused]'],
  ['Nuxt', '#__nuxt:not([data-v-app])'],
  ['Vue 2 and Nuxt 2', '[data-server-rendered]'],
  ['is-land', 'is-land:not([ready])'],
  ['Lit and others, by their community protocol', '[defer-hydration]'],
];

/** A whole document that is taken over: what it holds from the start, and what is there once that is done. */
const DOCUMENTS: readonly (readonly [framework: string, sign: string, done: string])[] = [
  ['Next', '#__next,script[src*="/_next/static/"]', 'next-route-announcer'],
  ['SvelteKit', 'link[href*="/_app/immutable/"]', '#svelte-announcer'],
  ['Gatsby', '#___gatsby', '#gatsby-announcer'],
  ['Ember', '#fastboot-body-start', '.ember-application'],
];

const WAITING = PARTS.map(([, part]) => part).join();

/** Milliseconds that a badge waits at most: some parts are never taken over, and some signs stay. */
const LONGEST = 10_000;
/** Milliseconds between two looks. */
const LOOK = 250;

/** Knows which parts of a document a framework has yet to take over, and lets their marks wait. */
export function createTakeovers(document: Document, marks: Marks, loop: FrameLoop, signal: AbortSignal) {
  let documents = DOCUMENTS.filter(([, sign]) => document.querySelector(sign));
  const end = now() + LONGEST;
  const waiting = new Set<Mark>();
  let isLooking = false;

  function look(): void {
    isLooking = false;
    if (signal.aborted) return;
    documents = documents.filter(([, , done]) => !document.querySelector(done));
    for (const mark of waiting) if (marks.live.has(mark)) marks.due.add(mark);
    waiting.clear();
    loop.run();
  }

  return {
    /** Whether a mark waits; it is due again a little later. */
    waits(mark: Mark): boolean {
      const isWaiting = now() < end && (documents.length > 0 || !!mark.element.closest(WAITING));
      if (!isWaiting) return false;
      waiting.add(mark);
      if (!isLooking) setTimeout(look, LOOK);
      isLooking = true;
      return true;
    },
  };
}
