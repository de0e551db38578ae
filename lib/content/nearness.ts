import { visibleBox } from './aim.ts';
import type { FrameLoop } from './frame-loop.ts';
import type { Mark } from './mark.ts';
import type { Marks } from './marks.ts';
import { parentOf, shownBy, styleOf } from './surroundings.ts';

/** How near a link is to the view when it gets its badge: about a screen, so that it is there before it is seen. */
const NEAR = 1000;

/**
 * Knows which marks are near the view. What is far, or has no box as long as its menu is closed, costs nothing until it
 * comes near.
 */
export function createNearness(marks: Marks, loop: FrameLoop, signal: AbortSignal) {
  const waiting = new Map<Element, Set<Mark>>();
  const targets = new WeakMap<Mark, Element>();
  /** Marks whose link came near the view while it showed nothing. */
  const empty = new WeakSet<Mark>();
  let observer: IntersectionObserver | undefined;
  signal.addEventListener('abort', () => observer?.disconnect());

  function onApproach(entries: readonly IntersectionObserverEntry[]): void {
    let isAny = false;
    for (const { target, isIntersecting } of entries) {
      const come = isIntersecting ? waiting.get(target) : undefined;
      if (!come) continue;
      isAny = true;
      waiting.delete(target);
      observer?.unobserve(target);
      for (const mark of come) {
        empty.add(mark);
        if (marks.live.has(mark)) marks.due.add(mark);
      }
    }
    if (isAny) loop.run();
  }

  return {
    /** Whether a mark's link is near the view, but shows nothing as yet: it comes no nearer than that. */
    isEmpty: (mark: Mark): boolean => empty.has(mark),
    /** Whether a mark's link has a box near the view; reads the layout. */
    isNear(mark: Mark): boolean {
      const shown = shownBy(mark);
      const box = shown && visibleBox(shown);
      if (!box) return false;
      empty.delete(mark);
      return (
        box.bottom > -NEAR &&
        box.top < innerHeight + NEAR &&
        box.right > -NEAR &&
        box.left < innerWidth + NEAR
      );
    },
    /** Makes a mark due again when its link comes near the view, or gets a box there. */
    wait(mark: Mark): void {
      let target = shownBy(mark);
      // What has no box of its own never comes into view.
      while (target && styleOf(target).display === 'contents') target = parentOf(target);
      if (!target) return;
      // Without `scrollMargin`, which would reach into boxes that scroll by themselves: it costs a browser as much as all the
      // rest of this script (`live`: 70 ms of script and 230 of other work, for 800 links).
      observer ??= new IntersectionObserver(onApproach, { rootMargin: `${NEAR}px` });
      const all = waiting.get(target) ?? new Set();
      waiting.set(target, all.add(mark));
      targets.set(mark, target);
      observer.observe(target);
    },
    /** Lets go of a mark that waited: a page may take away as many links as it likes. */
    forget(mark: Mark): void {
      const target = targets.get(mark);
      const all = target && waiting.get(target);
      if (!all?.delete(mark) || all.size > 0) return;
      waiting.delete(target as Element);
      observer?.unobserve(target as Element);
    },
  };
}

export type Nearness = ReturnType<typeof createNearness>;
