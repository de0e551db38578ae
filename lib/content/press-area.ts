import { blockAround, boxOf, parentOf, styleOf } from './surroundings.ts';
import { closest, ELEMENT, NODE, read } from './unclobbered.ts';

/** CSS pixels that what can be pressed is high and wide (WCAG 2.2, 2.5.8), wherever that covers nothing of the page. */
const TARGET = 24;
/** CSS pixels between two points that are looked at: no letter and no button is smaller. */
const STEP = 4;
/** Boxes around a badge that must not get more to scroll. */
const FAR = 5;
const PRESSED = 'a,button,label,summary,input,select,textarea,[onclick],[role],[tabindex]';

/** How far the area of a badge reaches beyond its drawing, by the side. */
interface PressArea {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

type Box = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>;

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
  return [...range.getClientRects()].some(
    (box) => x > box.left - 1 && x < box.right + 1 && y >= box.top && y <= box.bottom,
  );
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
  return steps(left, right).every((x) => steps(top, bottom).every((y) => isEmptyAt(host, x, y)));
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

/**
 * Makes the areas of badges larger than their drawings. Their margins take it back; where something moves all the same,
 * as margins collapse and lines break elsewhere, they stay as they were.
 */
export function widen(hosts: readonly HTMLElement[]): void {
  // All reading comes before all writing, as each change makes a browser lay out the page anew.
  const areas = hosts.map(pressAreaOf);
  const standing = hosts.map(standingAround);
  for (const [i, host] of hosts.entries()) setPressArea(host, areas[i] as PressArea);
  for (const sides of ['se', 'tb']) {
    const moved = hosts.filter((host, i) => standing[i] !== standingAround(host));
    for (const { style } of moved) for (const name of sides) style.removeProperty(`--${name}`);
  }
}

/** How what is around a badge stands, as text. */
function standingAround(host: Element): string {
  const { parentElement, previousElementSibling } = host;
  const boxes = [blockAround(host), parentElement, previousElementSibling].map((each) => each && boxOf(each));
  const scrolled: number[] = [];
  for (let at = parentOf(host), i = 0; at && i < FAR; at = parentOf(at), i++)
    scrolled.push(read(ELEMENT, 'scrollWidth', at), read(ELEMENT, 'scrollHeight', at));
  return boxes
    .flatMap((box) => box && [box.left, box.top, box.width, box.height].map((value) => value.toFixed(1)))
    .concat(scrolled.map(String))
    .join();
}

function setPressArea(host: HTMLElement, { top, bottom, left, right }: PressArea): void {
  const { direction, writingMode } = styleOf(host.parentElement ?? host);
  if (top + bottom + left + right <= 0) return;
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
