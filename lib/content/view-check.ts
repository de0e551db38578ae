import { coverOf } from './covering.ts';
import type { FrameLoop } from './frame-loop.ts';
import type { Mark } from './mark.ts';
import type { Marks } from './marks.ts';
import type { Placing } from './placing.ts';
import { widen } from './press-area.ts';

/** How often one badge goes to its next place because something of the page lies over it. */
const MOST = 4;

/**
 * Looks at a badge when it comes into view: only there a browser says what lies over it and what behind. One that its
 * page covers goes to the next place. What can be pressed of it is made larger there, too.
 */
export function createViewCheck(marks: Marks, placing: Placing, loop: FrameLoop, signal: AbortSignal) {
  let observer: IntersectionObserver | undefined;
  signal.addEventListener('abort', () => observer?.disconnect());

  function onView(entries: readonly IntersectionObserverEntry[]): void {
    const seen: Mark[] = [];
    for (const { target, isIntersecting } of entries) {
      const mark = marks.ofHost(target);
      if (!mark?.badge || !isIntersecting) continue;
      if (coverOf(mark.badge.host, mark.element) === 'page' && (mark.covered ?? 0) < MOST) {
        mark.covered = (mark.covered ?? 0) + 1;
        marks.due.add(mark);
        loop.soon();
      } else seen.push(mark);
    }
    for (const mark of seen) placing.plate(mark);
    widen(seen.flatMap(({ badge }) => badge?.host ?? []));
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
