import { SPOT_PROPERTY } from '../snapshot/snapshot.ts';
import { type Box, boxesOfText, obstaclesAround } from './obstacles.ts';
import { blockAround, boxOf, parentOf, styleOf } from './surroundings.ts';
import { closest, ELEMENT, NODE, read, rootElementOf } from './unclobbered.ts';

/** CSS pixels that what can be pressed is high and wide (WCAG 2.2, 2.5.8), wherever that covers nothing of the page. */
const TARGET = 24;
/** How many boxes around a badge are looked through for some that scroll or cut. */
const FAR = 5;
/** Nodes before and after a badge that may be in the way. */
const NEARBY = 16;
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
function isEmptyAt(host: HTMLElement, x: number, y: number): boolean {
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
interface Strip {
  readonly side: Side;
  readonly part: Box;
  readonly points: readonly Point[];
}

function strip(box: Box, side: Side, by: number): Strip {
  const out = side === 'top' || side === 'left' ? -1 : 1;
  const edge = box[side] + out * by;
  const part = { ...box, [OPPOSITE[side]]: box[side], [side]: edge };
  const along = (from: number, to: number) => [from + INSET, (from + to) / 2, to - INSET];
  const points =
    side === 'top' || side === 'bottom'
      ? along(box.left, box.right).map((x): Point => [x, edge - out * HALF_A_PIXEL])
      : along(box.top, box.bottom).map((y): Point => [edge - out * HALF_A_PIXEL, y]);
  return { side, part, points };
}

const overlaps = (a: Box, b: Box): boolean =>
  a.right > b.left && a.left < b.right && a.bottom > b.top && a.top < b.bottom;

/** Top and bottom of the line in which a badge stands, as far as style tells: what is high and low in it is nobody else's. */
function lineAround(
  host: HTMLElement,
  { top, bottom, left, right }: Box,
): Pick<Box, 'top' | 'bottom'> | null {
  const around = parentOf(host);
  if (!around || styleOf(host).display !== 'inline') return null;
  const { lineHeight, writingMode } = styleOf(around);
  const scale = (right - left) / host.offsetWidth;
  const half = (Number.parseFloat(lineHeight) * scale) / 2;
  if (!(half > 0 && /^h/.test(writingMode))) return null;
  const middle = (top + bottom) / 2;
  return { top: middle - half - HALF_A_PIXEL, bottom: middle + half + HALF_A_PIXEL };
}

/** Tells whether strips beside a badge are free; where that is known, without asking the browser what lies there. */
function createFreeStrips(host: HTMLElement, box: Box) {
  const obstacles = obstaclesAround(host, box, { reach: TARGET, far: NEARBY });
  const line = lineAround(host, box);
  return {
    /** No letter and no box that is near by the order of the document lies in it. */
    isClear: ({ part }: Strip): boolean => !obstacles.some((each) => overlaps(each, part)),
    /** The browser finds nothing there either. It takes long in a long page, so few points are asked. */
    isOpen({ part, points, side }: Strip): boolean {
      const isInLine = !!line && part.top >= line.top && part.bottom <= line.bottom;
      const asked = !isInLine ? points : /top|bottom/.test(side) ? [] : points.slice(1, 2);
      return asked.every(([x, y]) => isEmptyAt(host, x, y));
    },
  };
}

const NOTHING: PressArea = { top: 0, bottom: 0, left: 0, right: 0 };

/** By how much the area of a badge in view can be larger than its drawing; only a browser that shows it can tell. */
function pressAreaOf(host: HTMLElement): PressArea {
  const pressed = host.parentElement && closest(host.parentElement, PRESSED);
  // Of a link in a line only the letters are the page's.
  if (pressed && styleOf(pressed).display !== 'inline') return NOTHING;
  const { left, top, right, bottom } = boxOf(host);
  const area = { left, top, right, bottom };
  const { isClear, isOpen } = createFreeStrips(host, area);

  /** On both sides alike, or on the one that is free. */
  function grow(before: Side, after: Side): void {
    const missing = TARGET - (area[after] - area[before]);
    if (missing <= 0) return;
    const extend = ({ side, part }: Strip): void => {
      area[side] = part[side];
    };
    let halves = [before, after].map((side) => strip(area, side, missing / 2)).filter(isClear);
    if (halves.length > 1) halves = halves.filter(isOpen);
    if (halves.length > 1) halves.forEach(extend);
    else if (halves[0]) {
      const whole = strip(area, halves[0].side, missing);
      const free = [whole, halves[0]].find((each) => isClear(each) && isOpen(each));
      if (free) extend(free);
    }
  }
  grow('top', 'bottom');
  grow('left', 'right');
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
  if (['t', 's'].some((side) => host.style.getPropertyValue(SPOT_PROPERTY + side))) return null;
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
  for (const { host } of some) for (const side of sides) host.style.removeProperty(SPOT_PROPERTY + side);
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
    host.style.setProperty(SPOT_PROPERTY + name, `${(by / zoom).toFixed(2)}px`, 'important');
}
