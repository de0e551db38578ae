import type { FrameLoop } from './frame-loop.ts';
import type { Mark } from './mark.ts';
import type { Marks } from './marks.ts';
import { now } from './now.ts';
import { isTooOften, newRepairs } from './repair.ts';
import { clipOf } from './sight.ts';
import { blockAround, boxOf, findAround, parentOf, shownBy } from './surroundings.ts';
import { ELEMENT, read } from './unclobbered.ts';
import { unobserve } from './unobserve.ts';

const sizeOf = (element: Element): string =>
  `${read(ELEMENT, 'clientWidth', element)} ${read(ELEMENT, 'clientHeight', element)}`;

/** How far up a box is looked for that cuts off a link which found no place. */
const FAR = 8;
/** How much of a link is seen when one without a place is tried again: what slides in is not whole at once. */
const SEEN = [0, 0.25, 0.5, 0.75, 1];

/** The nearest box that cuts off what is in it: what is folded in shows its link when that grows. */
const cutting = (link: Element): Element | null =>
  findAround(link, ({ overflowX, overflowY }) => /hidden|clip/.test(overflowX + overflowY), FAR);

/** Whether a link is out of sight for another reason than that the page is scrolled. */
function isCut(link: Element): boolean {
  const box = boxOf(link);
  const { left, top, right, bottom } = clipOf(parentOf(link) ?? link, box);
  return box.left < left || box.top < top || box.right > right || box.bottom > bottom;
}

/** Marks by an element that is observed for them, each with what that was like when it was placed. */
type Followed<T> = Map<Element, Map<Mark, T>>;

/**
 * Notices when what is around a badge changes: a menu opens, text is folded out, style sheets come late, the window is
 * made narrower, something without a place slides into sight. Then the badge is due to be proved again. Watching sizes
 * costs a page nothing where none changes, unlike looking at each of its mutations.
 */
export function createChanges(marks: Marks, loop: FrameLoop, signal: AbortSignal) {
  const sizes: Followed<string> = new Map();
  /** Links without a place, and how much of each was seen; `Infinity` until the browser first tells. */
  const parts: Followed<number> = new Map();
  const ofMark = new Map<Mark, readonly Element[]>();
  let resizes: ResizeObserver | undefined;
  let sights: IntersectionObserver | undefined;
  signal.addEventListener('abort', () => {
    resizes?.disconnect();
    sights?.disconnect();
  });

  function onResize(entries: readonly ResizeObserverEntry[]): void {
    for (const { target } of entries) stirWhere(sizes, target, sizeOf(target), (size, last) => size !== last);
  }

  function onSight(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, intersectionRatio, isIntersecting } of entries)
      stirWhere(parts, target, isIntersecting ? intersectionRatio : -1, (part, last) => part > last);
  }

  function stirWhere<T>(
    followed: Followed<T>,
    target: Element,
    value: T,
    isOther: (value: T, last: T) => boolean,
  ): void {
    const all = followed.get(target);
    for (const [mark, last] of all ?? []) {
      all?.set(mark, value);
      if (!isOther(value, last)) continue;
      stir(mark);
      // Not at once: a browser reports a page's error where sizes change while sizes are told.
      loop.soon();
    }
  }

  /** Makes a badge due to be proved again; one that is animated when it has come to rest. */
  function stir(mark: Mark): void {
    mark.resizes ??= newRepairs();
    if (isTooOften(mark.resizes, now())) later(mark);
    else marks.due.add(mark);
  }

  function later(mark: Mark): void {
    mark.rests ??= setTimeout(() => {
      mark.rests = undefined;
      if (!marks.live.has(mark)) return;
      marks.due.add(mark);
      loop.run();
    }, 1000);
  }

  function add<T>(followed: Followed<T>, mark: Mark, element: Element, value: T): void {
    const all = followed.get(element) ?? new Map<Mark, T>();
    followed.set(element, all.set(mark, value));
  }

  function drop<T>(
    followed: Followed<T>,
    mark: Mark,
    element: Element,
    observer: ResizeObserver | IntersectionObserver | undefined,
  ): void {
    const all = followed.get(element);
    if (!all?.delete(mark) || all.size > 0) return;
    followed.delete(element);
    unobserve(observer, element, followed.size);
  }

  function letGo(mark: Mark): void {
    for (const element of ofMark.get(mark) ?? []) {
      drop(sizes, mark, element, resizes);
      drop(parts, mark, element, sights);
    }
    ofMark.delete(mark);
  }

  return {
    stir,
    /** Follows the link of a mark and what it stands in, as they are now. */
    follow(mark: Mark): void {
      letGo(mark);
      const link = shownBy(mark);
      if (!link) return;
      const around = mark.place ? blockAround(mark.place.anchor) : (cutting(link) ?? blockAround(link));
      resizes ??= new ResizeObserver(onResize);
      const elements = [...new Set([around, link])];
      ofMark.set(mark, elements);
      for (const element of elements) {
        add(sizes, mark, element, sizeOf(element));
        resizes.observe(element);
      }
      if (mark.place || !isCut(link)) return;
      sights ??= new IntersectionObserver(onSight, { threshold: SEEN });
      add(parts, mark, link, Number.POSITIVE_INFINITY);
      sights.observe(link);
    },
    forget: letGo,
  };
}
