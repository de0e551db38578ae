import { blockAround, boxOf, parentOf, styleOf } from './surroundings.ts';
import { closest, ELEMENT, NODE, read, rootElementOf } from './unclobbered.ts';

/** CSS pixels that what can be pressed is high and wide (WCAG 2.2, 2.5.8), wherever that covers nothing of the page. */
const TARGET = 24;
/** CSS pixels between two points that are looked at: no letter and no button is smaller. */
const STEP = 4;
/** How many boxes around a badge are looked through for some that scroll or cut. */
const FAR = 5;
/** How often badges that come into view together are tried, as each time makes a browser lay out the page anew. */
const MOST = 16;
const PRESSED = 'a,button,label,summary,input,select,textarea,[onclick],[role],[tabindex]';

/** How far the area of a badge reaches beyond its drawing, by the side. */
interface PressArea {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

type Box = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>;

/** Whether a point is in a box, or a pixel beside it. */
const isIn = (box: DOMRect, x: number, y: number): boolean =>
  x > box.left - 1 && x < box.right + 1 && y >= box.top && y <= box.bottom;

/** Whether a letter of the page's text is at a point. */
function isLetterAt(document: Document, x: number, y: number): boolean {
  // Chromium has it since version 128. Before that, everything counts as text.
  if (!document.caretPositionFromPoint) return true;
  const { offsetNode: text, offset = 0 } = document.caretPositionFromPoint(x, y) ?? {};
  if (text?.nodeType !== 3) return false;
  const range = document.createRange();
  range.setStart(text, Math.max(0, offset - 1));
  range.setEnd(text, Math.min(text.nodeValue?.length ?? 0, offset + 1));
  if (!range.toString().trim()) return false;
  return [...range.getClientRects()].some((box) => isIn(box, x, y));
}

/** Whether there is nothing but the ground on which a badge stands. */
function isEmptyAt(host: Element, x: number, y: number): boolean {
  const hit = (host.getRootNode() as Document).elementFromPoint(x, y);
  const isAround = !!hit && NODE.contains.call(hit, host);
  const pressed = isAround && closest(hit, PRESSED);
  // Of a link in a line only the letters are the page's.
  if (!isAround || (pressed && styleOf(pressed).display !== 'inline')) return false;
  // Beyond the edge of a box that cuts off or scrolls, it would be cut off, or make that scroll.
  for (let at = parentOf(host); at && at !== hit; at = parentOf(at))
    if (styleOf(at).overflowX !== 'visible') return false;
  return !isLetterAt(host.ownerDocument, x, y);
}

function isEmpty(host: Element, { left, top, right, bottom }: Box): boolean {
  const steps = (from: number, to: number): number[] => {
    const count = Math.max(1, Math.ceil((to - from - 1) / STEP));
    return Array.from({ length: count + 1 }, (_, i) => from + 0.5 + ((to - from - 1) * i) / count);
  };
  // Between two texts, a browser names now the one and now the other; the link's is the nearer one.
  const before = host.previousElementSibling;
  const letters = before ? [...ELEMENT.getClientRects.call(before)] : [];
  const isFree = (x: number, y: number): boolean =>
    !letters.some((each) => isIn(each, x, y)) && isEmptyAt(host, x, y);
  return steps(left, right).every((x) => steps(top, bottom).every((y) => isFree(x, y)));
}

/** By how much the area of a badge in view can be larger than its drawing; only a browser that shows it can tell. */
function pressAreaOf(host: Element): PressArea {
  const { left, top, right, bottom } = boxOf(host);
  const area = { left, top, right, bottom };
  const grow = (before: 'left' | 'top', after: 'right' | 'bottom'): void => {
    const [from, to] = [area[before], area[after]];
    const missing = TARGET - (to - from);
    if (missing <= 0) return;
    const strip = (side: typeof before | typeof after, by: number): Box =>
      side === before
        ? { ...area, [before]: from - by, [after]: from }
        : { ...area, [before]: to, [after]: to + by };
    const [isBefore, isAfter] = [before, after].map((side) => isEmpty(host, strip(side, missing / 2)));
    if (isBefore && isAfter) {
      area[before] -= missing / 2;
      area[after] += missing / 2;
    } else if (isBefore) {
      area[before] -= isEmpty(host, strip(before, missing)) ? missing : missing / 2;
    } else if (isAfter) {
      area[after] += isEmpty(host, strip(after, missing)) ? missing : missing / 2;
    }
  };
  grow('top', 'bottom');
  grow('left', 'right');
  return {
    top: top - area.top,
    bottom: area.bottom - bottom,
    left: left - area.left,
    right: area.right - right,
  };
}

/** A badge whose area is to be larger. */
interface Grown {
  readonly host: HTMLElement;
  readonly area: PressArea;
  readonly around: Around;
  /** How what is around it stood before. */
  readonly standing: string;
}

/** What must stay as it is when the area of a badge grows. */
interface Around {
  /** The block around it, its parent, and what is before it. */
  readonly boxes: readonly Element[];
  /** What would have more to scroll. In other boxes, an area may reach beyond the edge, as in a line of 20 pixels. */
  readonly scrollers: readonly Element[];
}

/**
 * Makes the areas of badges larger than their drawings. Their margins take it back; where something moves all the same,
 * as margins collapse and lines break elsewhere, they stay as they were.
 */
export function widen(hosts: readonly HTMLElement[]): void {
  // All reading comes before all writing, as each change makes a browser lay out the page anew. One that comes into view
  // again has its area already.
  const all: Grown[] = hosts
    .filter(({ style }) => !(style.getPropertyValue('--t') || style.getPropertyValue('--s')))
    .map((host) => {
      const around = aroundOf(host);
      return { host, area: pressAreaOf(host), around, standing: standingOf(around) };
    })
    .filter(({ area: { top, bottom, left, right } }) => top + bottom + left + right > 0);
  const hasMoved = (): boolean => all.some(({ around, standing }) => standingOf(around) !== standing);
  let tries = 0;

  /** As many at once as move nothing. Where something moves, each half of them: one costs no other its area. */
  function grow(some: readonly Grown[]): void {
    if (++tries > MOST) return;
    for (const { host, area } of some) setPressArea(host, area);
    if (!hasMoved()) return;
    if (some.length > 1) {
      takeBack(some, 'setb');
      const half = some.length >> 1;
      grow(some.slice(0, half));
      grow(some.slice(half));
      return;
    }
    // Mostly it is the line that has no room.
    takeBack(some, 'se');
    if (hasMoved()) takeBack(some, 'tb');
  }
  grow(all);
}

function takeBack(some: readonly Grown[], sides: string): void {
  for (const { host } of some) for (const side of sides) host.style.removeProperty(`--${side}`);
}

function aroundOf(host: Element): Around {
  const boxes = [blockAround(host), host.parentElement, host.previousElementSibling].filter((each) => !!each);
  const scrollers = [rootElementOf(host)];
  for (let at = parentOf(host), i = 0; at && i < FAR; at = parentOf(at), i++)
    if (styleOf(at).overflow !== 'visible') scrollers.push(at);
  return { boxes, scrollers };
}

/** How things stand, as text. */
const standingOf = ({ boxes, scrollers }: Around): string =>
  [
    ...boxes.map(boxOf).flatMap(({ left, top, width, height }) => [left, top, width, height]),
    ...scrollers.flatMap((each) => [read(ELEMENT, 'scrollWidth', each), read(ELEMENT, 'scrollHeight', each)]),
  ]
    .map((value) => value.toFixed(1))
    .join();

function setPressArea(host: HTMLElement, { top, bottom, left, right }: PressArea): void {
  const { direction, writingMode } = styleOf(host.parentElement ?? host);
  const zoom = host.currentCSSZoom ?? 1;
  const isFromLeft = writingMode === 'vertical-lr';
  const [t, b, from, to] = /^h/.test(writingMode)
    ? [top, bottom, left, right]
    : [isFromLeft ? left : right, isFromLeft ? right : left, top, bottom];
  const [s, e] = direction === 'rtl' ? [to, from] : [from, to];
  const sides = { t, b, s, e };
  for (const [name, by] of Object.entries(sides))
    host.style.setProperty(`--${name}`, `${(by / zoom).toFixed(2)}px`, 'important');
}
