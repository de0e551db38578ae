import { visibleBox } from './aim.ts';
import type { FrameLoop } from './frame-loop.ts';
import type { Mark } from './mark.ts';
import type { Marks } from './marks.ts';
import { parentOf, shownBy, styleOf } from './surroundings.ts';
import { bodyOf, NODE } from './unclobbered.ts';
import { unobserve } from './unobserve.ts';

/** How near a link is to the view when it gets its badge: about a screen, so that it is there before it is seen. */
const NEAR = 1000;

const FOLLOWING = Node.DOCUMENT_POSITION_FOLLOWING;

/**
 * Knows parts of the page that lie far below the view. What follows them in the same box does, too, as in a feed that
 * grows at its end; so nobody has to ask, for which a browser would lay out what has just come. Where a page puts it
 * elsewhere, it is told of as near with the next frame, as whatever waits. What lies directly in the body may be a
 * dialog, and is always asked for.
 */
function createBeyond() {
  const last = new WeakMap<Element, Element>();

  /** Goes through the boxes around an element within the body, each with the part of it that the element lies in. */
  function each(element: Element, visit: (box: Element, part: Element) => unknown): void {
    const body = bodyOf(element);
    let part = element;
    for (let box = parentOf(part); box && box !== body; box = parentOf(part)) {
      if (visit(box, part)) return;
      part = box;
    }
  }

  const follows = (known: Element, part: Element, box: Element): boolean =>
    parentOf(known) === box && !!(NODE.compareDocumentPosition.call(known, part) & FOLLOWING);

  return {
    add: (element: Element): void => each(element, (box, part) => void last.set(box, part)),
    holds(element: Element): boolean {
      let isBeyond = false;
      each(element, (box, part) => {
        const known = last.get(box);
        if (!known) return false;
        // All of a part is where the part is.
        isBeyond = known === part || follows(known, part, box);
        // The next one is compared with its neighbour: a browser counts through all that are in between.
        if (isBeyond) last.set(box, part);
        return true;
      });
      return isBeyond;
    },
    forget: (element: Element): void => each(element, (box) => void last.delete(box)),
  };
}

/**
 * Knows which marks are near the view. What is far, or has no box as long as its menu is closed, costs nothing until it
 * comes near.
 */
export function createNearness(marks: Marks, loop: FrameLoop, signal: AbortSignal) {
  /** By the element that is observed for them. A long list has thousands, nearly all for one mark. */
  const waiting = new Map<Element, Mark | Set<Mark>>();
  /** Marks whose link came near the view while it showed nothing. */
  const empty = new WeakSet<Mark>();
  const beyond = createBeyond();
  let observer: IntersectionObserver | undefined;
  signal.addEventListener('abort', () => observer?.disconnect());

  function onApproach(entries: readonly IntersectionObserverEntry[]): void {
    let isAny = false;
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      const known = waiting.get(target);
      if (!known) continue;
      const come = known instanceof Set ? known : [known];
      if (!isIntersecting) {
        // What has no box of its own never comes into view; what is around it does.
        const around =
          boundingClientRect.height === 0 && styleOf(target).display === 'contents' && parentOf(target);
        if (around) for (const mark of come) observe(mark, around);
        continue;
      }
      isAny = true;
      letGo(target);
      for (const mark of come) {
        // What came near may be around the link: the link itself is asked for anew, too.
        askAnew(mark);
        empty.add(mark);
        if (marks.live.has(mark)) marks.due.add(mark);
      }
    }
    if (isAny) loop.run();
  }

  function letGo(target: Element): void {
    waiting.delete(target);
    unobserve(observer, target, waiting.size);
  }

  function observe(mark: Mark, target: Element): void {
    forget(mark);
    // Without `scrollMargin`, which would reach into boxes that scroll by themselves: it costs a browser as much as all the
    // rest of this script (`live`: 70 ms of script and 230 of other work, for 800 links).
    observer ??= new IntersectionObserver(onApproach, { rootMargin: `${NEAR}px` });
    const known = waiting.get(target);
    if (known instanceof Set) known.add(mark);
    else waiting.set(target, known ? new Set([known, mark]) : mark);
    mark.awaited = target;
    observer.observe(target);
  }

  function forget(mark: Mark): void {
    const target = mark.awaited;
    if (!target) return;
    mark.awaited = undefined;
    const known = waiting.get(target);
    const isLast = known instanceof Set ? known.delete(mark) && known.size === 0 : known === mark;
    if (isLast) letGo(target);
  }

  /** Lets the browser be asked where a mark's link lies: it came near the view, or a person has gone to it. */
  function askAnew(mark: Mark): void {
    const shown = shownBy(mark);
    if (shown) beyond.forget(shown);
  }

  return {
    /** Whether a mark's link is near the view, but shows nothing as yet: it comes no nearer than that. */
    isEmpty: (mark: Mark): boolean => empty.has(mark),
    /** Whether a mark's link has a box near the view; reads the layout where nothing else tells. */
    isNear(mark: Mark): boolean {
      const shown = shownBy(mark);
      if (!shown || beyond.holds(shown)) return false;
      const box = visibleBox(shown);
      if (!box) return false;
      empty.delete(mark);
      if (box.top >= innerHeight + NEAR) beyond.add(shown);
      return (
        box.bottom > -NEAR &&
        box.top < innerHeight + NEAR &&
        box.right > -NEAR &&
        box.left < innerWidth + NEAR
      );
    },
    askAnew,
    /** Makes a mark due again when its link comes near the view, or gets a box there. */
    wait(mark: Mark): void {
      const shown = shownBy(mark);
      if (shown) observe(mark, shown);
    },
    /** Lets go of a mark that waited: a page may take away as many links as it likes. */
    forget,
  };
}

export type Nearness = ReturnType<typeof createNearness>;
