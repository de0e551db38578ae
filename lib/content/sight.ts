import { type Box, boxesOfText, obstaclesAround } from './obstacles.ts';
import type { Place } from './place.ts';
import { neighbourOf } from './proof.ts';
import { boxOf, parentOf, styleOf } from './surroundings.ts';
import { bodyOf, ELEMENT, NODE, read, rootElementOf } from './unclobbered.ts';
import { beginsWord } from './words.ts';

/* Proves that a badge at its place is seen: it is whole, in the line of its link, and over nothing of the page. */

/** CSS pixels that may be lost in rounding. */
const SLACK = 0.6;
/** Nodes before and after a badge that are asked whether it lies over them. */
const FAR = 8;
/** Smallest side of a badge that can be seen. */
const SEEN = 8;

/** The part of the view in which what is at an element can be seen; grows and shrinks with the boxes that cut it off. */
export interface Clip {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const NOWHERE: Readonly<Clip> = { left: -1e6, top: -1e6, right: 1e6, bottom: 1e6 };
const SCROLLS = /auto|scroll/;
const CUTS = /hidden|clip/;

/**
 * What the boxes around an element let be seen of what is in it. Boxes that a person can scroll cut off what lies before
 * the beginning of their content, and nothing else.
 *
 * @param box where something in the element stands: while it is scrolled out of sight of a box, boxes around that one say
 *   nothing of it
 */
export function clipOf(element: Element, box?: DOMRect): Clip {
  const clip = { ...NOWHERE };
  const root = rootElementOf(element);
  // It scrolls instead of the page where the root says itself what is cut off.
  const body = bodyOf(element);
  /** Along which axis the way goes on. */
  const open = { x: true, y: true };
  /** On the way out of something positioned: what is not positioned around it does not hold it. */
  let isOut = false;
  let isFixed = false;
  for (let at: Element | null = element; at && !isFixed; at = parentOf(at)) {
    const style = styleOf(at);
    const { overflowX, overflowY, clipPath, maskImage, contain, display, position } = style;
    if (/^(inline$|contents)/.test(display)) continue;
    const scrolls = SCROLLS.test(overflowX + overflowY);
    if (at === root || (at === body && !(scrolls && styleOf(root).overflowY !== 'visible'))) continue;
    if (isOut && !holdsPositioned(style)) continue;
    isOut = position === 'absolute';
    isFixed = position === 'fixed';
    const isClipped =
      clipPath !== 'none' || (maskImage ?? 'none') !== 'none' || /paint|strict|content/.test(contain);
    const cutsX = open.x && (isClipped || CUTS.test(overflowX));
    const cutsY = open.y && (isClipped || CUTS.test(overflowY));
    if (!(cutsX || cutsY || scrolls)) continue;
    const outer = boxOf(at);
    if (cutsX) narrow(clip, { left: outer.left, right: outer.right });
    if (cutsY) narrow(clip, { top: outer.top, bottom: outer.bottom });
    if (cutsX || cutsY) roundOff(clip, outer, at);
    if (!(box && scrolls)) continue;
    if (open.x) narrow(clip, { left: beginOf(at, outer.left, 'scrollLeft') });
    if (open.y) narrow(clip, { top: beginOf(at, outer.top, 'scrollTop') });
    open.x &&= box.right > outer.left && box.left < outer.right;
    open.y &&= box.bottom > outer.top && box.top < outer.bottom;
  }
  if (box) narrow(clip, viewOf(element, open, isFixed));
  return clip;
}

/** What of the page can be seen, and of something fixed to the view. */
function viewOf(element: Element, open: { x: boolean; y: boolean }, isFixed: boolean): Partial<Clip> {
  const root = rootElementOf(element);
  const body = bodyOf(element);
  if (isFixed)
    return {
      ...(open.x && { left: 0, right: root.clientWidth }),
      ...(open.y && { top: 0, bottom: innerHeight }),
    };
  // While a dialog keeps the page from scrolling, its body may be fixed where it was.
  if (body && styleOf(body).position === 'fixed') return {};
  const isRtl = styleOf(root).direction === 'rtl';
  return { ...(open.x && !isRtl && { left: -scrollX }), ...(open.y && { top: -scrollY }) };
}

/** Whether what is positioned within a box is positioned by it, and so cut off and scrolled by it. */
const holdsPositioned = ({
  position,
  transform,
  contain,
  filter,
  perspective,
}: CSSStyleDeclaration): boolean =>
  position !== 'static' ||
  transform !== 'none' ||
  filter !== 'none' ||
  perspective !== 'none' ||
  /paint|layout|strict|content/.test(contain);

function narrow(clip: Clip, { left, top, right, bottom }: Partial<Clip>): void {
  clip.left = Math.max(clip.left, left ?? NOWHERE.left);
  clip.top = Math.max(clip.top, top ?? NOWHERE.top);
  clip.right = Math.min(clip.right, right ?? NOWHERE.right);
  clip.bottom = Math.min(clip.bottom, bottom ?? NOWHERE.bottom);
}

/** Where the content of a box that scrolls begins; unknown where it is scrolled from its other end. */
function beginOf(box: Element, edge: number, how: 'scrollLeft' | 'scrollTop'): number {
  const { direction, flexDirection, writingMode } = styleOf(box);
  const isReversed =
    /reverse/.test(flexDirection) ||
    (how === 'scrollLeft' && (direction === 'rtl' || !/^h/.test(writingMode)));
  return isReversed ? NOWHERE.left : edge - read(ELEMENT, how, box);
}

/** A round box that cuts shows less at its corners: what is as high and wide as its inscribed square is seen whole. */
function roundOff(clip: Clip, box: DOMRect, element: Element): void {
  const { borderTopRightRadius, clipPath } = styleOf(element);
  const radius = /^(circle|ellipse)/.test(clipPath) ? '50%' : borderTopRightRadius;
  const size = Math.min(box.width, box.height);
  const round = radius.endsWith('%') ? (parseFloat(radius) / 100) * size : parseFloat(radius);
  if (!(round > size * 0.3)) return;
  const inset = Math.min(round, size / 2) * 0.2;
  clip.left = Math.max(clip.left, box.left + inset);
  clip.right = Math.min(clip.right, box.right - inset);
  clip.top = Math.max(clip.top, box.top + inset);
  clip.bottom = Math.min(clip.bottom, box.bottom - inset);
}

/** Whether a badge has its size and nothing cuts it off. */
export function isWhole(host: Element, box: DOMRect): boolean {
  if (Math.min(box.width, box.height) < SEEN) return false;
  const { left, top, right, bottom } = clipOf(parentOf(host) ?? host, box);
  const middle = box.top + box.height / 2;
  const half = Math.min(box.width, box.height) / 2;
  return (
    box.left >= left - SLACK &&
    box.right <= right + SLACK &&
    middle - half >= top - 3 &&
    middle + half <= bottom + 3
  );
}

/** Whether a badge above the flow moves with its link when a person scrolls: no box in between scrolls by itself. */
export function movesAlong(host: HTMLElement, { spot }: Place): boolean {
  if (!/free|raised/.test(spot)) return true;
  const carrier = host.offsetParent;
  const body = bodyOf(host);
  for (let at = parentOf(host); at && at !== carrier && at !== body; at = parentOf(at)) {
    const { overflowX, overflowY } = styleOf(at);
    if (SCROLLS.test(overflowX + overflowY)) return false;
  }
  return true;
}

/** Whether a badge stands in the line in which its link ends, and what follows it right away does, too. */
export function isInItsLine(host: Element, box: DOMRect, { anchor, spot, at }: Place): boolean {
  if (spot !== 'line' || at !== 'after') return true;
  const last = [...ELEMENT.getClientRects.call(anchor)].at(-1);
  if (last && (box.top + box.height / 2 < last.top || box.top + box.height / 2 > last.bottom)) return false;
  const following = host.nextSibling;
  if (following?.nodeType !== 3 || beginsWord(following.nodeValue || ' ')) return true;
  const [first] = boxesOfText(following as Text, 0, 1);
  return !first || first.height === 0 || (first.top < box.bottom && first.bottom > box.top);
}

const overlap = (a: DOMRect, b: Box): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1.5 &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.3 * a.height;

/** Whether something is the ground on which a link stands: a picture or a layer that reaches all around it. */
const isAround = (ground: Box, { left, top, right, bottom }: Box): boolean =>
  ground.left <= left && ground.top <= top && ground.right >= right && ground.bottom >= bottom;

/**
 * Whether a badge lies over the letters that it stands behind: in a block that runs the other way, a badge that takes no
 * room goes back over them.
 */
function isOnItsLetters(host: Element, box: DOMRect): boolean {
  let before = read(NODE, 'previousSibling', host);
  for (let last = before; last; last = read(NODE, 'lastChild', last)) before = last;
  return before?.nodeType === 3 && [...boxesOfText(before as Text)].some((each) => overlap(box, each));
}

/** Whether a badge behind the end of a line, or at the corner of a box, lies over nothing of what follows it. */
export function isFree(host: Element, box: DOMRect, link: Element, { spot, aim }: Place): boolean {
  if (spot !== 'edge' && aim !== 'corner') return true;
  if (spot === 'edge' && isOnItsLetters(host, box)) return false;
  if (aim === 'corner')
    for (const each of [neighbourOf(link, 'previousElementSibling'), neighbourOf(link, 'nextElementSibling')])
      if (each && overlap(box, boxOf(each))) return false;
  // Of a cell or column beside it, other lines may be as high as the badge than the one that comes next.
  const near = obstaclesAround(host, box, { reach: Number.POSITIVE_INFINITY, far: FAR, own: link });
  const own = boxOf(link);
  return !near.some((each) => overlap(box, each) && !isAround(each, own));
}
