import type { FrameLoop } from './frame-loop.ts';
import type { Mark } from './mark.ts';
import type { Marks } from './marks.ts';
import { now } from './now.ts';
import { isTooOften, newRepairs } from './repair.ts';
import { blockAround, findAround, shownBy } from './surroundings.ts';
import { ELEMENT, read } from './unclobbered.ts';

const sizeOf = (element: Element): string =>
  `${read(ELEMENT, 'clientWidth', element)} ${read(ELEMENT, 'clientHeight', element)}`;

/** How far up a box is looked for that cuts off a link which found no place. */
const FAR = 8;

/** The nearest box that cuts off what is in it: what is folded in shows its link when that grows. */
const cutting = (link: Element): Element | null =>
  findAround(link, ({ overflowX, overflowY }) => /hidden|clip/.test(overflowX + overflowY), FAR);

/** What is followed for a mark, and how large it was. */
interface Followed {
  readonly element: Element;
  size: string;
}

/**
 * Notices when the block around a badge changes its size: a menu opens, text is folded out, style sheets come late, the
 * window is made narrower. Then the badge is due to be proved again. Watching sizes costs a page nothing where none
 * changes, unlike looking at each of its mutations.
 */
export function createChanges(marks: Marks, loop: FrameLoop, signal: AbortSignal) {
  const followed = new Map<Mark, Followed>();
  const ofElement = new Map<Element, Set<Mark>>();
  let observer: ResizeObserver | undefined;
  signal.addEventListener('abort', () => observer?.disconnect());

  function onResize(entries: readonly ResizeObserverEntry[]): void {
    let isAny = false;
    for (const { target } of entries) {
      const size = sizeOf(target);
      for (const mark of ofElement.get(target) ?? []) {
        const last = followed.get(mark);
        if (!last || last.size === size) continue;
        last.size = size;
        stir(mark);
        isAny = true;
      }
    }
    // Not at once: a browser reports a page's error where sizes change while sizes are told.
    if (isAny) loop.soon();
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

  return {
    stir,
    follow(mark: Mark): void {
      const link = shownBy(mark);
      if (!link) return;
      const element = mark.place ? blockAround(mark.place.anchor) : (cutting(link) ?? blockAround(link));
      followed.set(mark, { element, size: sizeOf(element) });
      const all = ofElement.get(element) ?? new Set();
      ofElement.set(element, all.add(mark));
      observer ??= new ResizeObserver(onResize);
      observer.observe(element);
    },
    forget(mark: Mark): void {
      const last = followed.get(mark);
      if (!last) return;
      followed.delete(mark);
      const all = ofElement.get(last.element);
      all?.delete(mark);
      if (all?.size) return;
      ofElement.delete(last.element);
      observer?.unobserve(last.element);
    },
  };
}
