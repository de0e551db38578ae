import { type Box, boxesOfText, obstaclesAround } from './obstacles.ts';
import { blockAround, boxOf, parentOf, styleOf } from './surroundings.ts';
import { closest, ELEMENT, NODE, read, rootElementOf } from './unclobbered.ts';

/** CSS pixels that what can be pressed is high and wide (WCAG 2.2, 2.5.8), wherever that covers nothing of the page. */
const TARGET = 24;
/** How many boxes around a badge are looked through for some that scroll or cut. */
const FAR = 5;
/** CSS pixels by which rounding moves things. */
const SLACK = 0.6;
const HALF_A_PIXEL = 0.5;
/** How far from the corners of an area its edge is looked at: a line may begin within a pixel of it. */
const INSET = 1.5;
/** How often badges that are tried together are laid out, as each time costs a browser the page. */
const MOST = 8;
/** What answers when it is pressed, between its letters, too. */
const PRESSED =
  'a,button,label,summary,input,select,textarea,[onclick],[tabindex]:not([tabindex^="-"]),' +
  'button link option menuitem menuitemradio menuitemcheckbox radio checkbox switch tab treeitem gridcell'
    .split(' ')
    .map((role) => `[role=${role}]`)
    .join();

type Side = keyof Box;

/** How far the area of a badge reaches beyond its drawing, by the side. */
type PressArea = Box;

/** Whether a letter of the page's text is at a point. */
function isLetterAt(document: Document, x: number, y: number): boolean {
  // Chromium has it since version 128. Before that, everything counts as text.
  if (!document.caretPositionFromPoint) return true;
  const { offsetNode: text, offset = 0 } = document.caretPositionFromPoint(x, y) ?? {};
  if (text?.nodeType !== 3) return false;
  const [start, end] = [Math.max(0, offset - 1), Math.min((text as Text).length, offset + 1)];
  if (!text.nodeValue?.slice(start, end).trim()) return false;
  return [...boxesOfText(text as Text, start, end)].some(
    (box) => x > box.left - 1 && x < box.right + 1 && y >= box.top && y <= box.bottom,
  );
}

/** Whether there is nothing but the ground on which a badge stands. */
function isEmptyAt(host: Element, x: number, y: number): boolean {
  const hit = (host.getRootNode() as Document).elementFromPoint(x, y);
  if (!hit || !NODE.contains.call(hit, host)) return false;
  // Beyond the edge of a box that cuts off or scrolls, it would be cut off, or make that scroll.
  for (let at = parentOf(host); at && at !== hit; at = parentOf(at))
    if (styleOf(at).overflowX !== 'visible') return false;
  return !isLetterAt(host.ownerDocument, x, y);
}

const OPPOSITE = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' } as const;
type Point = readonly [x: number, y: number];

/** The part beyond one side of a box, and points along its outer edge. */
function strip(box: Box, side: Side, by: number): { part: Box; points: readonly Point[] } {
  const out = side === 'top' || side === 'left' ? -1 : 1;
  const edge = box[side] + out * by;
  const part = { ...box, [OPPOSITE[side]]: box[side], [side]: edge };
  const along = (from: number, to: number) => [from + INSET, (from + to) / 2, to - INSET];
  const points =
    side === 'top' || side === 'bottom'
      ? along(box.left, box.right).map((x): Point => [x, edge - out * 0.5])
      : along(box.top, box.bottom).map((y): Point => [edge - out * 0.5, y]);
  return { part, points };
}

const overlaps = (a: Box, b: Box): boolean =>
  a.right > b.left && a.left < b.right && a.bottom > b.top && a.top < b.bottom;

/** Top and bottom of the line in which a badge stands, as far as style tells: what is high and low in it is nobody else's. */
function lineAround(host: Element, { top, bottom }: Box): Pick<Box, 'top' | 'bottom'> | null {
  const around = parentOf(host);
  if (!around || styleOf(host).display !== 'inline') return null;
  const { lineHeight, writingMode } = styleOf(around);
  const height = Number.parseFloat(lineHeight);
  if (!(height > 0 && /^h/.test(writingMode))) return null;
  const middle = (top + bottom) / 2;
  return { top: middle - height / 2 - HALF_A_PIXEL, bottom: middle + height / 2 + HALF_A_PIXEL };
}

/** By how much the area of a badge in view can be larger than its drawing; only a browser that shows it can tell. */
function pressAreaOf(host: Element): PressArea {
  const { left, top, right, bottom } = boxOf(host);
  const area = { left, top, right, bottom };
  const pressed = host.parentElement && closest(host.parentElement, PRESSED);
  // Of a link in a line only the letters are the page's.
  if (!pressed || styleOf(pressed).display === 'inline') {
    const obstacles = obstaclesAround(host, area, TARGET);
    const line = lineAround(host, area);
    /** Whether no letter and no box that is near by the order of the document lies in a strip. */
    const isClear = (side: Side, by: number): boolean => {
      const { part } = strip(area, side, by);
      return !obstacles.some((each) => overlaps(each, part));
    };
    /** Whether the browser finds nothing there either. It takes long in a long page, so few points are asked. */
    const isOpen = (side: Side, by: number): boolean => {
      const { part, points } = strip(area, side, by);
      const isInLine = !!line && part.top >= line.top && part.bottom <= line.bottom;
      const asked = !isInLine ? points : side === 'top' || side === 'bottom' ? [] : points.slice(1, 2);
      return asked.every(([x, y]) => isEmptyAt(host, x, y));
    };
    const grow = (before: Side, after: Side): void => {
      const missing = TARGET - (area[after] - area[before]);
      if (missing <= 0) return;
      const half = missing / 2;
      const extend = (side: Side, by: number): void => {
        area[side] = strip(area, side, by).part[side];
      };
      let sides = [before, after].filter((side) => isClear(side, half));
      if (sides.length > 1) sides = sides.filter((side) => isOpen(side, half));
      const [side] = sides;
      if (sides.length > 1) for (const each of sides) extend(each, half);
      else if (side) extend(side, [missing, half].find((by) => isClear(side, by) && isOpen(side, by)) ?? 0);
    };
    grow('top', 'bottom');
    grow('left', 'right');
  }
  return {
    top: top - area.top,
    bottom: area.bottom - bottom,
    left: left - area.left,
    right: area.right - right,
  };
}

/** A badge, and by how much its area can be larger than its drawing. */
export interface Room {
  readonly host: HTMLElement;
  readonly area: PressArea;
}

/** A badge whose area is to be larger, and how what is around it stood before. */
interface Grown extends Room {
  readonly around: Around;
  readonly standing: readonly number[];
}

/** What must stay as it is when the area of a badge grows. */
interface Around {
  /** The block around it, its parent, and what is before it. */
  readonly boxes: readonly Element[];
  /** What would have more to scroll. In other boxes, an area may reach beyond the edge, as in a line of 20 pixels. */
  readonly scrollers: readonly Element[];
}

/** Finds out by how much the area of a badge in view can grow. Null where it cannot, or has its area already. */
export function roomAround(host: HTMLElement): Room | null {
  if (host.style.getPropertyValue('--t') || host.style.getPropertyValue('--s')) return null;
  const area = pressAreaOf(host);
  return area.top + area.bottom + area.left + area.right > 0 ? { host, area } : null;
}

/**
 * Makes the areas of badges larger than their drawings. Their margins take it back; where something moves all the same,
 * as margins collapse and lines break elsewhere, they stay as they were.
 */
export function widen(rooms: readonly Room[]): void {
  const all = rooms.map((room): Grown => {
    const around = aroundOf(room.host);
    return { ...room, around, standing: standingOf(around) };
  });
  const hasMoved = (): boolean =>
    all.some(({ around, standing }) =>
      standingOf(around).some((value, i) => Math.abs(value - (standing[i] ?? 0)) > SLACK),
    );
  let tries = 0;

  /** As many at once as move nothing. Where something moves, each half of them: one costs no other its area. */
  function grow(some: readonly Grown[]): void {
    if (some.length === 0 || ++tries > MOST) return;
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
  return { boxes: [...new Set(boxes)], scrollers };
}

/** How things stand: boxes, and how much there is to scroll. */
const standingOf = ({ boxes, scrollers }: Around): number[] => [
  ...boxes.map(boxOf).flatMap(({ left, top, width, height }) => [left, top, width, height]),
  ...scrollers.flatMap((each) => [read(ELEMENT, 'scrollWidth', each), read(ELEMENT, 'scrollHeight', each)]),
];

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
