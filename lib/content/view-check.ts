import { coverOf } from './covering.ts';
import type { FrameLoop } from './frame-loop.ts';
import type { Mark } from './mark.ts';
import type { Marks } from './marks.ts';
import type { Placing } from './placing.ts';

/** How often one badge goes to its next place because something of the page lies over it. */
const MOST = 4;

/**
 * Looks at a badge when it comes into view: only there a browser says what lies over it and what behind. One that its
 * page covers goes to the next place.
 */
export function createViewCheck(marks: Marks, placing: Placing, loop: FrameLoop, signal: AbortSignal) {
  let observer: IntersectionObserver | undefined;
  signal.addEventListener('abort', () => observer?.disconnect());

  function onView(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const mark = marks.ofHost(target);
      if (!mark?.badge || !isIntersecting) continue;
      if (coverOf(mark.badge.host, mark.element) === 'page' && (mark.covered ?? 0) < MOST) {
        mark.covered = (mark.covered ?? 0) + 1;
        marks.due.add(mark);
        loop.soon();
      } else placing.plate(mark);
    }
  }

  return {
    watch({ badge }: Mark): void {
      observer ??= new IntersectionObserver(onView, { threshold: 1 });
      if (badge) observer.observe(badge.host);
    },
    forget: ({ badge }: Mark): void => void (badge && observer?.unobserve(badge.host)),
  };
}
