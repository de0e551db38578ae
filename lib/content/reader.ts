import { BADGE_TAG } from './badge-tag.ts';
import { findIn, quickMatches } from './find.ts';
import type { Marks } from './marks.ts';
import { now } from './now.ts';
import { ELEMENT, isConnected, type Scope } from './unclobbered.ts';

/** Milliseconds of reading URLs in one frame; the rest follows in the next. */
const READING = 12;
/** Characters of URLs between two looks at the clock: a page can make a single one as long as it likes. */
const STEP = 8192;
/** As many as a short URL costs besides its own. */
const EACH = 512;

/** Reads what native selectors find, and keeps the marks of it. */
export function createReader(marks: Marks, frameId: string) {
  /** What native selectors found, and nobody has read. */
  let unread: Element[] = [];
  let serial = 0;

  /** Reads one element, and marks it, marks it anew or unmarks it. */
  function take(element: Element): void {
    if (element.localName === BADGE_TAG) {
      // A copy that the page made of a badge, or what another instance of this script left behind.
      if (!marks.ofHost(element)) element.remove();
      return;
    }
    const before = marks.of(element);
    const found = findIn(element, before);
    if (!found) {
      if (before && marks.live.has(before)) marks.drop(before);
      return;
    }
    if (found === before && marks.live.has(before)) return;
    // Another URL at the same link: its badge stays, so that a page may write URLs as often as it likes.
    marks.add(before ? Object.assign(before, found) : { ...found, id: `${frameId}.${serial++}` });
  }

  return {
    take,
    /** Looks for links and embeds in a scope, to be read with the next frame's work. */
    scan: (scope: Scope): void => quickMatches(scope, marks.version() > 0, unread),
    isBehind: (): boolean => unread.length > 0,
    /** Reads what was found, as far as this frame's time goes. */
    read(): boolean {
      const end = now() + READING;
      let i = 0;
      let characters = 0;
      while (i < unread.length && (characters < STEP || now() < end)) {
        if (characters >= STEP) characters = 0;
        const element = unread[i++] as Element;
        characters += EACH + (ELEMENT.getAttribute.call(element, 'href')?.length ?? 0);
        // The page may have taken it away while it waited.
        if (isConnected(element)) take(element);
      }
      if (i > 0) unread = unread.slice(i);
      return unread.length > 0;
    },
  };
}
