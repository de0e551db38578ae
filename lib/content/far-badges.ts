import type { FrameLoop } from './frame-loop.ts';
import type { Mark } from './mark.ts';
import type { Marks } from './marks.ts';

/** How near a link is to the view when its badge is drawn: about a screen, so that it is there before it is seen. */
const NEAR = '1000px';
/** How many are drawn with the first of them that comes near: each drawing lays out the page anew. */
const TOGETHER = 100;

/** Keeps marks whose badges are drawn only when their links come near the view. */
export function createFarBadges(marks: Marks, loop: FrameLoop, signal: AbortSignal) {
  let observer: IntersectionObserver | undefined;
  /** Those that wait and were found last. */
  let group: Mark[] = [];
  signal.addEventListener('abort', () => observer?.disconnect());

  function onApproach(entries: readonly IntersectionObserverEntry[]): void {
    for (const entry of entries) {
      // What has no box never comes into view.
      if (!entry.isIntersecting && entry.boundingClientRect.width) continue;
      const mark = marks.of(entry.target);
      if (mark && marks.live.has(mark)) bring(mark);
    }
    loop.run();
  }

  /** Lets the badge of a mark be drawn that waited, and those that were found about the same time. */
  function bring({ group: waiting }: Mark): void {
    group = [];
    for (const mark of waiting?.splice(0) ?? []) {
      observer?.unobserve(mark.element);
      if (marks.live.has(mark)) marks.due.add(mark);
    }
  }

  return {
    bring,
    /** Puts the badge of a mark off; false where it has one, or its turn has come. */
    putOff(mark: Mark): boolean {
      if (mark.badge || mark.group?.length === 0) return false;
      if (!mark.group) {
        if (group.length >= TOGETHER) group = [];
        group.push(mark);
        mark.group = group;
      }
      observer ??= new IntersectionObserver(onApproach, { rootMargin: NEAR });
      observer.observe(mark.element);
      return true;
    },
  };
}

export type FarBadges = ReturnType<typeof createFarBadges>;
