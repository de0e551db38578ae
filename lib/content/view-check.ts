import { coverOf } from './covering.ts';
import type { FrameLoop } from './frame-loop.ts';
import type { Badge, Mark } from './mark.ts';
import type { Marks } from './marks.ts';
import { now } from './now.ts';
import type { Placing } from './placing.ts';
import { type Room, roomAround, widen } from './press-area.ts';
import { styleOf } from './surroundings.ts';
import { DOCUMENT, read } from './unclobbered.ts';
import { unobserve } from './unobserve.ts';

/** Milliseconds after which those in view that could not be told are looked at again: nobody tells that one is shown. */
const AGAIN = 1000;
/** The longest that such a pause gets, as a page may be covered for hours; and the shortest while somebody uses it. */
const LONGEST = 8000;
const SHORTEST = 250;
/** How often one badge goes to its next place because something of the page lies over it. */
const MOST = 4;
/** Milliseconds of looking for room around badges at a time, and after which it is looked for in a busy page. */
const SLICE = 3;
const PATIENCE = 1000;

/**
 * Looks at a badge when it comes into view: only there a browser says what lies over it and what behind. One that its
 * page covers goes to the next place. What can be pressed of it is made larger there, too, when there is time.
 */
export function createViewCheck(marks: Marks, placing: Placing, loop: FrameLoop, signal: AbortSignal) {
  let observer: IntersectionObserver | undefined;
  /** Those that the observer has. */
  const watched = new Set<HTMLElement>();
  /** Badges in view whose area is not known. */
  const narrow = new Set<HTMLElement>();
  const inView = new Set<Mark>();
  /** The grounds of the whole page when it was last looked at. */
  let grounds = '';
  /** Badges in view, but covered with their links, or not shown at all. */
  const hidden = new Set<Mark>();
  let isWaiting = false;
  let pause = AGAIN;
  let looked = 0;
  /** Those of which it has been found out. */
  const rooms: Room[] = [];
  signal.addEventListener('abort', () => observer?.disconnect());

  function onView(entries: readonly IntersectionObserverEntry[]): void {
    const come: Mark[] = [];
    for (const { target, isIntersecting } of entries) {
      const mark = marks.ofHost(target);
      if (mark?.badge && isIntersecting) come.push(mark);
      else if (mark) leave(mark);
    }
    for (const mark of come) inView.add(mark);
    if (come.length > 0) pause = AGAIN;
    look(come);
  }

  function look(come: readonly Mark[]): void {
    const clear: Badge[] = [];
    const isIdle = narrow.size === 0;
    for (const mark of come) {
      hidden.delete(mark);
      if (!mark.badge) continue;
      const { host } = mark.badge;
      const cover = coverOf(host, mark.element);
      if (cover === 'page' && (mark.covered ?? 0) < MOST) {
        mark.covered = (mark.covered ?? 0) + 1;
        marks.due.add(mark);
        loop.soon();
        continue;
      }
      if (cover !== 'nothing') {
        hidden.add(mark);
        continue;
      }
      narrow.add(host);
      clear.push(mark.badge);
    }
    placing.plate(clear);
    lookAgainLater();
    if (isIdle) widenLater();
  }

  function leave(mark: Mark): void {
    inView.delete(mark);
    hidden.delete(mark);
  }

  function lookAgainLater(): void {
    if (isWaiting || hidden.size === 0 || signal.aborted) return;
    isWaiting = true;
    setTimeout(() => {
      isWaiting = false;
      lookAgain();
      lookAgainLater();
    }, pause);
    pause = Math.min(LONGEST, pause * 1.1);
  }

  function lookAgain(): void {
    looked = now();
    look([...hidden].filter(({ badge }) => badge && styleOf(badge.host).visibility === 'visible'));
  }

  function widenLater(): void {
    if (narrow.size > 0) requestIdleCallback(widenSome, { timeout: PATIENCE });
  }

  function widenSome(): void {
    const end = now() + SLICE;
    for (const host of narrow) {
      narrow.delete(host);
      const room = host.isConnected ? roomAround(host) : null;
      if (room) rooms.push(room);
      if (now() > end) break;
    }
    if (narrow.size > 0) {
      widenLater();
      return;
    }
    // At once, as each change makes a browser lay out the page anew.
    if (!signal.aborted) widen(rooms.splice(0).filter(({ host }) => host.isConnected));
  }

  return {
    watch({ badge }: Mark): void {
      observer ??= new IntersectionObserver(onView, { threshold: [0, 1] });
      if (!badge) return;
      // One that is observed already is told of only when it leaves the view.
      observer.unobserve(badge.host);
      observer.observe(badge.host);
      watched.add(badge.host);
    },
    /** Looks again, as a person uses the page: at what was covered or not shown, and at all once the page has another theme. */
    review(): void {
      if (inView.size === 0) return;
      const before = grounds;
      grounds = (['documentElement', 'body'] as const)
        .map((name) => read(DOCUMENT, name, document))
        .map((each) => each && styleOf(each).backgroundColor)
        .join();
      // The page has another theme.
      if (before && before !== grounds) look([...inView]);
      else if (hidden.size > 0 && now() - looked > SHORTEST) lookAgain();
    },
    forget(mark: Mark): void {
      leave(mark);
      if (!(mark.badge && watched.delete(mark.badge.host))) return;
      unobserve(observer, mark.badge.host, watched.size);
    },
  };
}
