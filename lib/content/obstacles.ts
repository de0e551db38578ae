import { isBadge, PICTURES, styleOf } from './surroundings.ts';
import { DOCUMENT, documentOf, ELEMENT, NODE } from './unclobbered.ts';

/* What lies near a badge that it must not cover: letters, and what is seen as a box or can be pressed. */

/** The sides of something in the view, in CSS pixels. */
export type Box = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>;

/** Whether an element of the page is seen as a box, or can be pressed. */
export const isObstacle = (element: Element): boolean =>
  !isBadge(element) &&
  (ELEMENT.matches.call(element, `${PICTURES},a,button,input,select,textarea`) ||
    styleOf(element).backgroundColor !== 'rgba(0, 0, 0, 0)');

/** The boxes of a text, one for each line; of a part of it, where that is told. */
export function boxesOfText(text: Text, start = 0, end = text.length): DOMRectList {
  const range = DOCUMENT.createRange.call(documentOf(text));
  range.setStart(text, start);
  range.setEnd(text, end);
  return range.getClientRects();
}

/** The boxes of what is a letter, a box or a badge; none of what is neither. */
function boxesOf(node: Node, host: Element): DOMRect[] {
  if (node.nodeType === 3) return node.nodeValue?.trim() ? [...boxesOfText(node as Text)] : [];
  const element = node as Element;
  if (NODE.contains.call(element, host) || !(isBadge(element) || isObstacle(element))) return [];
  return [...ELEMENT.getClientRects.call(element)];
}

/**
 * What lies around a badge, by the order of the document: the nearest before it and behind it. In each direction, lines
 * beyond reach end the search.
 *
 * @param reach how far from the badge something still matters, in CSS pixels
 * @param far how many nodes are looked at before the badge, and behind it
 * @param own what the badge may lie over
 */
export function obstaclesAround(
  host: Element,
  { top, bottom }: Box,
  { reach, far, own }: { readonly reach: number; readonly far: number; readonly own?: Element },
): Box[] {
  const nodes = DOCUMENT.createTreeWalker.call(
    documentOf(host),
    NODE.getRootNode.call(host),
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
  );
  const found: Box[] = [];
  for (const step of ['nextNode', 'previousNode'] as const) {
    nodes.currentNode = host;
    for (let i = 0; i < far; i++) {
      const node = nodes[step]();
      if (!node) break;
      if (own && NODE.contains.call(own, node)) continue;
      const near = boxesOf(node, host);
      found.push(...near);
      if (near.length > 0 && near.every((box) => box.bottom < top - reach || box.top > bottom + reach)) break;
    }
  }
  return found;
}
