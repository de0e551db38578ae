import { boxesOfText, isObstacle } from './obstacles.ts';
import type { Place } from './place.ts';
import { neighbourOf } from './proof.ts';
import { boxOf, parentOf, styleOf } from './surroundings.ts';
import { bodyOf, DOCUMENT, documentOf, ELEMENT, rootElementOf } from './unclobbered.ts';
import { beginsWord } from './words.ts';

/* Proves that a badge at its place is seen: it is whole, in the line of its link, and over nothing of the page. */

/** CSS pixels that may be lost in rounding. */
const SLACK = 0.6;
/** Smallest side of a badge that can be seen. */
const SEEN = 8;
/** Nodes after a badge that are asked whether it lies over them. */
const FAR = 14;

/** The part of the view in which what is at an element can be seen; grows and shrinks with the boxes that cut it off. */
export interface Clip {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** What the boxes around an element let be seen of what is in it. Boxes that a person can scroll cut nothing off. */
export function clipOf(element: Element): Clip {
  const clip = { left: -1e6, top: -1e6, right: 1e6, bottom: 1e6 };
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const { overflowX, overflowY, clipPath, maskImage, contain, display } = styleOf(at);
    if (/^(inline$|contents)/.test(display)) continue;
    const isClipped =
      clipPath !== 'none' || (maskImage ?? 'none') !== 'none' || /paint|strict|content/.test(contain);
    const cutsX = isClipped || /hidden|clip/.test(overflowX);
    const cutsY = isClipped || /hidden|clip/.test(overflowY);
    if (!(cutsX || cutsY) || at === rootElementOf(at) || at === bodyOf(at)) continue;
    const box = boxOf(at);
    if (cutsX) {
      clip.left = Math.max(clip.left, box.left);
      clip.right = Math.min(clip.right, box.right);
    }
    if (cutsY) {
      clip.top = Math.max(clip.top, box.top);
      clip.bottom = Math.min(clip.bottom, box.bottom);
    }
    roundOff(clip, box, at);
  }
  return clip;
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
  const { left, top, right, bottom } = clipOf(parentOf(host) ?? host);
  const middle = box.top + box.height / 2;
  const half = box.width / 2;
  return (
    box.left >= left - SLACK &&
    box.right <= right + SLACK &&
    middle - half >= top - 3 &&
    middle + half <= bottom + 3 &&
    box.right + scrollX > 0 &&
    box.bottom + scrollY > 0 &&
    box.left + scrollX >= -SLACK
  );
}

/** Whether a badge above the flow moves with its link when a person scrolls: no box in between scrolls by itself. */
export function movesAlong(host: HTMLElement, { spot }: Place): boolean {
  if (!/free|raised/.test(spot)) return true;
  const carrier = host.offsetParent;
  const body = bodyOf(host);
  for (let at = parentOf(host); at && at !== carrier && at !== body; at = parentOf(at)) {
    const { overflowX, overflowY } = styleOf(at);
    if (/auto|scroll/.test(overflowX + overflowY)) return false;
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

const overlap = (a: DOMRect, b: DOMRect): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1.5 &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.3 * a.height;

/** Whether a badge behind the end of a line, or at the corner of a box, lies over nothing of what follows it. */
export function isFree(host: Element, box: DOMRect, link: Element, { spot, aim }: Place): boolean {
  if (spot !== 'edge' && aim !== 'corner') return true;
  if (aim === 'corner')
    for (const each of [neighbourOf(link, 'previousElementSibling'), neighbourOf(link, 'nextElementSibling')])
      if (each && overlap(box, boxOf(each))) return false;
  const document = documentOf(host);
  const nodes = DOCUMENT.createTreeWalker.call(
    document,
    document,
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
  );
  nodes.currentNode = host;
  for (let i = 0; i < FAR; i++) {
    const node = nodes.nextNode();
    if (!node) return true;
    if (node.nodeType === 3) {
      const start = (node.nodeValue ?? '').search(/\S/);
      if (start < 0) continue;
      const [text] = boxesOfText(node as Text, start, start + 1);
      if (text && text.width > 0) return !overlap(box, text);
    } else if (isObstacle(node as Element) && overlap(box, boxOf(node as Element))) {
      return false;
    }
  }
  return true;
}
