import type { Place } from './place.ts';
import { blockAround, boxOf, isBadge, parentOf, styleOf } from './surroundings.ts';
import { ELEMENT, read, rootElementOf } from './unclobbered.ts';

/*
 * Proves that the page is as it was with a badge at its place. All reading comes before and after the writing of
 * many badges at once, because each change in between makes a browser lay out the page anew.
 */

/** CSS pixels that may be lost in rounding. */
const SLACK = 0.6;

/** Where an element stands, seen from the block around the badge. */
interface Standing {
  readonly element: Element;
  readonly isInline: boolean;
  /** Behind the block: its size is its own matter, as another badge may be tried in it at the same time. */
  readonly isBeyond: boolean;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly lines: number;
}

/** How far apart two boxes stand that are stacked, in CSS pixels. */
interface Gap {
  readonly upper: Element;
  readonly lower: Element;
  readonly size: number;
}

/** What the page looked like before a badge came. */
export interface Witness {
  readonly block: Element;
  /** How far it is below the top of what is around it: a block in a line sinks with its last line. */
  readonly drop: number;
  /** How high what is in it is: in a box of a fixed height, a further line is lost. */
  readonly depth: number;
  readonly gaps: readonly Gap[];
  readonly standings: readonly Standing[];
  readonly extents: readonly Extent[];
}

const isRoom = ({ spot }: Place): boolean => spot === 'line';

function standingOf(
  { element, isInline, isBeyond }: Pick<Standing, 'element' | 'isInline' | 'isBeyond'>,
  block: DOMRect,
): Standing {
  const { left, top, width, height } = boxOf(element);
  const lines = isInline ? ELEMENT.getClientRects.call(element).length : 1;
  return {
    element,
    isInline,
    isBeyond,
    left: left - block.left,
    top: top - block.top,
    width: isBeyond ? 0 : width,
    height: isBeyond ? 0 : height,
    lines,
  };
}

/** The next or previous element of the page. */
export const neighbourOf = (
  element: Element,
  step: 'nextElementSibling' | 'previousElementSibling',
): Element | null => {
  let at = read(ELEMENT, step, element);
  while (at && isBadge(at)) at = read(ELEMENT, step, at);
  return at;
};

/** Only of a box in a line: what is tried elsewhere in the page at the same time may move other blocks. */
const dropOf = (block: Element): number =>
  /^inline/.test(styleOf(block).display) ? boxOf(block).top - boxOf(parentOf(block) ?? block).top : 0;

const depthOf = (block: Element): number => read(ELEMENT, 'scrollHeight', block);
/** CSS pixels by which it may grow, as a badge can be a little higher than its line. */
const LESS_THAN_A_LINE = 8;

/** Boxes around a block whose margins may be one with its own. */
const FAR = 4;

/** What stands before or behind a block, or before or behind what it is the first or last of. */
function beyond(block: Element, step: 'nextElementSibling' | 'previousElementSibling'): Element | null {
  let at: Element | null = block;
  for (let i = 0; at && i < FAR; at = parentOf(at), i++) {
    const next = neighbourOf(at, step);
    if (next) return next;
  }
  return null;
}

const sizeOf = (upper: Element, lower: Element): number => boxOf(lower).top - boxOf(upper).bottom;

/** To what stands above and below: through the first or last child of a box, margins pull the box itself. */
function gapsOf(block: Element): Gap[] {
  if (/^inline/.test(styleOf(block).display)) return [];
  const [above, below] = [beyond(block, 'previousElementSibling'), beyond(block, 'nextElementSibling')];
  return [
    ...(above ? [{ upper: above, lower: block, size: sizeOf(above, block) }] : []),
    ...(below ? [{ upper: block, lower: below, size: sizeOf(block, below) }] : []),
  ].filter(({ size }) => size >= -SLACK);
}

/** What is in a line moves along in it, or to another line, but no line becomes higher for it. */
const isSameLine = (down: number, height: number): boolean => down <= SLACK || down > height / 2;

/** Takes down how everything around a place stands. To be called before any badge of a round is put. */
export function witness({ anchor }: Place, link: Element): Witness {
  const block = blockAround(anchor);
  const box = boxOf(block);
  const elements = new Set<Element>([block, anchor, link]);
  const behind = neighbourOf(block, 'nextElementSibling');
  const neighbours = [
    parentOf(anchor),
    neighbourOf(anchor, 'previousElementSibling'),
    neighbourOf(anchor, 'nextElementSibling'),
    neighbourOf(link, 'nextElementSibling'),
    behind,
    read(ELEMENT, 'firstElementChild', anchor),
    read(ELEMENT, 'lastElementChild', anchor),
  ];
  for (const each of neighbours) if (each && !isBadge(each)) elements.add(each);
  return {
    block,
    drop: dropOf(block),
    depth: depthOf(block),
    gaps: gapsOf(block),
    standings: [...elements].map((element) => {
      const isInline = element !== block && /^(inline|contents|ruby)/.test(styleOf(element).display);
      return standingOf({ element, isInline, isBeyond: element === behind }, box);
    }),
    extents: extentsAround(block),
  };
}

/** Boxes around a block that a script may measure to see whether their content fits. */
const MEASURED = 3;

type Extent = readonly [element: Element, side: 'scrollWidth' | 'scrollHeight', size: number, slack: number];

/**
 * How large the content is of what a badge at its edge must not make larger: boxes around it, the nearest one that scrolls
 * or cuts, and the document.
 */
function extentsAround(block: Element): Extent[] {
  const root = rootElementOf(block);
  const wide = new Set([root]);
  let at: Element | null = block;
  for (let i = 0; at && at !== root && styleOf(at).overflowX === 'visible'; at = parentOf(at), i++)
    if (i > 0 && i <= MEASURED) wide.add(at);
  const extents = [...wide].map(
    (each): Extent => [each, 'scrollWidth', read(ELEMENT, 'scrollWidth', each), 1],
  );
  if (!at || at === root) return extents;
  extents.push([at, 'scrollWidth', read(ELEMENT, 'scrollWidth', at), 0]);
  // What is higher up is shared with badges that are tried elsewhere at the same time.
  if (at === block) extents.push([at, 'scrollHeight', read(ELEMENT, 'scrollHeight', at), 0]);
  return extents;
}

/**
 * Whether a badge, or the content of its block, reaches beyond what was the width of a box around it. Badges that are tried
 * elsewhere in the box at the same time may have made it wider.
 */
function reachesBeyond(around: Element, width: number, block: Element, badge: DOMRect): boolean {
  const box = boxOf(around);
  const scrolled = read(ELEMENT, 'scrollLeft', around);
  const { left, right } = boxOf(block);
  const content = read(ELEMENT, 'scrollWidth', block);
  const end = Math.max(badge.right, left + content) - box.left + Math.max(0, scrolled);
  const beginning = box.right - Math.min(badge.left, right - content) - Math.min(0, scrolled);
  return Math.max(end, beginning) > width;
}

/**
 * Whether everything stands as it stood, but for what moves along in the line of a badge that takes room.
 *
 * @param badge where the badge stands
 */
export function isAsBefore(
  { block, drop, depth, gaps, standings, extents }: Witness,
  place: Place,
  badge: DOMRect,
): boolean {
  const box = boxOf(block);
  const close = (a: number, b: number) => Math.abs(a - b) <= SLACK;
  return (
    isSameLine(Math.abs(dropOf(block) - drop), box.height) &&
    depthOf(block) - depth <= LESS_THAN_A_LINE &&
    gaps.every(({ upper, lower, size }) => close(sizeOf(upper, lower), size)) &&
    standings.every((was) => {
      const now = standingOf(was, box);
      if (!(close(now.width, was.width) && close(now.height, was.height) && now.lines === was.lines)) {
        // In running text, what follows the badge may be broken elsewhere, as long as its block is as high as before.
        const isText = was.isInline && isRoom(place);
        if (!isText || (was.element === place.anchor && (place.at === 'after' || now.lines !== was.lines)))
          return false;
      }
      if (was.element === block) return true;
      if (was.isInline) return isSameLine(Math.abs(now.top - was.top), was.height);
      return close(now.left, was.left) && close(now.top, was.top);
    }) &&
    extents.every(
      ([each, side, size, slack]) =>
        read(ELEMENT, side, each) <= size + slack ||
        (each !== block && !reachesBeyond(each, size + slack, block, badge)),
    )
  );
}
