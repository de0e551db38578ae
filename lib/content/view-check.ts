import { coverOf } from './covering.ts';
import type { FrameLoop } from './frame-loop.ts';
import type { Badge, Mark } from './mark.ts';
import type { Marks } from './marks.ts';
import { now } from './now.ts';
import type { Placing } from './placing.ts';
import { type Room, roomAround, widen } from './press-area.ts';

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
  /** Badges in view whose area is not known. */
  const narrow = new Set<HTMLElement>();
  /** Those of which it has been found out. */
  const rooms: Room[] = [];
  signal.addEventListener('abort', () => observer?.disconnect());

  function onView(entries: readonly IntersectionObserverEntry[]): void {
    const clear: Badge[] = [];
    const isIdle = narrow.size === 0;
    for (const { target, isIntersecting } of entries) {
      const mark = marks.ofHost(target);
      if (!mark?.badge || !isIntersecting) continue;
      const { host } = mark.badge;
      const cover = coverOf(host, mark.element);
      if (cover === 'page' && (mark.covered ?? 0) < MOST) {
        mark.covered = (mark.covered ?? 0) + 1;
        marks.due.add(mark);
        loop.soon();
        continue;
      }
      narrow.add(host);
      if (cover === 'nothing') clear.push(mark.badge);
    }
    placing.plate(clear);
    if (isIdle) widenLater();
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
    },
    forget: ({ badge }: Mark): void => void (badge && observer?.unobserve(badge.host)),
  };
}
