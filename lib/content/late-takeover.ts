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
export const LONGEST_WAIT = 10_000;

/** Says which parts of a document a framework has yet to take over. */
export function createTakeovers(document: Document) {
  let documents = DOCUMENTS.filter(([, sign]) => document.querySelector(sign));
  return {
    /** Looks again at what the document says of itself. */
    refresh(): void {
      documents = documents.filter(([, , done]) => !document.querySelector(done));
    },
    isDue: (element: Element): boolean => documents.length > 0 || !!element.closest(WAITING),
  };
}
