import type { Aim } from './place.ts';
import { clipOf } from './sight.ts';
import { boxOf, styleOf } from './surroundings.ts';
import { DOCUMENT, documentOf, ELEMENT } from './unclobbered.ts';

/** Whether a browser renders what has a box; Chromium tells since version 105, Firefox since 106. */
const isRendered = (element: Element): boolean => ELEMENT.checkVisibility.call(element);

/** The box of what a link shows: its own, or where that is empty the first one in it. */
export function visibleBox(link: Element): DOMRect | null {
  const own = boxOf(link);
  // In `details` that are closed, boxes have a size.
  if (own.width > 0 && own.height > 0) return isRendered(link) ? own : null;
  for (const each of [...link.querySelectorAll('*')].slice(0, 8)) {
    const box = boxOf(each);
    if (box.width > 1 && box.height > 1) return box;
  }
  // What has no box of its own may still show text.
  if (styleOf(link).display !== 'contents') return null;
  const range = DOCUMENT.createRange.call(documentOf(link));
  range.selectNodeContents(link);
  const text = range.getBoundingClientRect();
  return text.width > 1 ? text : null;
}

/** The point for the top left corner of a badge of a size, in the view; null where there is none. */
export function aimedAt(aim: Aim, link: Element, size: number): { x: number; y: number } | null {
  const box = visibleBox(link);
  if (!box) return null;
  const isRtl = styleOf(link).direction === 'rtl';
  if (aim === 'seen') return endOfSeen(link, size, isRtl);
  const side = (inset: number) => (isRtl ? box.left + inset : box.right - size - inset);
  if (aim === 'corner') return { x: side(-size * 0.3), y: box.top - size * 0.3 };
  if (aim === 'inner') return { x: side(0), y: box.top + Math.min(0, (box.height - size) / 2) };
  const off = Math.max(0, (Math.min(box.width, box.height) - size) / 2) * 0.66;
  return {
    x: box.left + box.width / 2 + (isRtl ? -off : off) - size / 2,
    y: box.top + box.height / 2 + off - size / 2,
  };
}

/** The end of what is seen of the first line of a link that is cut off; before the dots that a browser puts there. */
function endOfSeen(link: Element, size: number, isRtl: boolean): { x: number; y: number } | null {
  const line = link.getClientRects()[0];
  if (!line) return null;
  const clip = clipOf(link);
  const dots = size * 1.3;
  const x = isRtl
    ? Math.max(line.left, clip.left + (line.left < clip.left ? dots : 0))
    : Math.min(line.right, clip.right - (line.right > clip.right ? dots : 0)) - size;
  if (isRtl ? x + size > line.right : x < line.left) return null;
  return { x, y: line.top };
}
