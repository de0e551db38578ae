import type { Mark } from './mark.ts';
import { now } from './now.ts';
import { NODE, read } from './unclobbered.ts';

/*
 * A page may draw a part of it anew because a badge came into it, and so take the badge away with its link. Drawing the
 * next one at once would go on for ever: within one task where the page watches its own changes, which hangs the tab.
 * Many pages draw parts anew by themselves, though, and those keep their badges. So after some times in a row no badge is
 * drawn in the part for a moment: whether the page goes on meanwhile tells the two apart.
 */

/** Milliseconds after a badge was drawn in which only an answer to it comes; and how many answers are enough. */
const AT_ONCE = 4;
const ANSWERS = 5;
/** The same for what may be an answer, with the next frames, or not. */
const SOON = 50;
const IN_A_ROW = 60;
/** The longest time between two redrawings in a row, in milliseconds. */
const REST = 500;
/** Milliseconds without a badge, in which a page that draws by itself goes on at least half as often. */
const PAUSE = 400;
/** Milliseconds between two frames: no page draws more often by itself. */
const FRAME = 16;
/** Milliseconds for which such a page is believed. */
const BELIEVED = 600_000;
/**
 * Milliseconds until another is tried again. It may have come to its end by itself just then, as an answer that is written
 * word by word; so the first time comes soon. Then so long, and twice as long after each time.
 */
const FIRST = 1000;
const AGAIN = 30_000;
/** For one that was held back before, so many in a row are enough. */
const FEW = 10;

interface Part {
  state: 'watched' | 'waits' | 'echoes';
  /** Redrawings in a row, when they began, and when the last one was. */
  row: number;
  since: number;
  last: number;
  /** How many of them came right after a badge. */
  answers: number;
  /** Until when it is known to draw by itself. */
  believed: number;
  again: number;
}

/**
 * Knows the parts of a page that are drawn anew because of a badge.
 *
 * @param onRest called when badges may come again to a part in which they were held back
 */
export function createEchoes(onRest: () => void, signal: AbortSignal) {
  const parts = new WeakMap<Node, Part>();
  let isAny = false;

  function watchAgain(part: Part): void {
    part.state = 'watched';
    part.row = part.answers = 0;
    if (!signal.aborted) onRest();
  }

  function wait(part: Part): void {
    const pace = Math.max(FRAME, (part.last - part.since) / part.row);
    isAny = true;
    part.state = 'waits';
    part.row = 0;
    setTimeout(() => {
      if (part.row >= PAUSE / pace / 2) {
        part.believed = now() + BELIEVED;
        watchAgain(part);
        return;
      }
      part.state = 'echoes';
      setTimeout(watchAgain, part.again, part);
      part.again = Math.max(AGAIN, 2 * part.again);
    }, PAUSE);
  }

  return {
    /**
     * Takes down that the page has taken a marked link out of a part.
     *
     * @param age milliseconds since the badge that went with it was drawn; null where there was none
     */
    note(target: Node, age: number | null): void {
      if (age === null && !isAny) return;
      const at = now();
      const part = parts.get(target) ?? {
        state: 'watched',
        row: 0,
        since: at,
        last: at,
        answers: 0,
        believed: 0,
        again: FIRST,
      };
      parts.set(target, part);
      if (part.state === 'waits') part.row++;
      if (part.state !== 'watched' || age === null || age > SOON || at < part.believed) return;
      if (at - part.last > REST) {
        part.row = part.answers = 0;
        part.since = at;
      }
      part.last = at;
      part.row++;
      if (age < AT_ONCE) part.answers++;
      if (part.answers >= ANSWERS || part.row >= (part.again === FIRST ? IN_A_ROW : FEW)) wait(part);
    },
    /** Whether no badge may come to a mark for now. */
    holds({ element }: Mark): boolean {
      if (!isAny) return false;
      for (let at: Node | null = element; at; at = read(NODE, 'parentNode', at) ?? (at as ShadowRoot).host)
        if ((parts.get(at)?.state ?? 'watched') !== 'watched') return true;
      return false;
    },
  };
}
