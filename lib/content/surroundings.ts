import { BADGE_TAG } from './badge-tag.ts';
import type { Found } from './found.ts';
import {
  bodyOf,
  closest,
  DOCUMENT,
  documentOf,
  ELEMENT,
  NODE,
  queryAll,
  read,
  type Scope,
} from './unclobbered.ts';
import { holdsWord } from './words.ts';

/* What stands around a link: what of it is seen, the block it lies in, the lines within it. */

const EDITABLE = '[contenteditable=""],[contenteditable=true i],[contenteditable=plaintext-only i]';
/** Elements whose content a person edits, or that show no elements. */
const CLOSED = `${EDITABLE},textarea,select,head`;
export const PICTURES = 'img,video,canvas,svg,iframe,object,embed';

const isRow = (display: string): boolean => /flex|grid/.test(display);

/** Blocks in blocks, from which on nobody looks for a line. */
const DEEPEST = 30;

/** Whether an element is a badge of ours, or looks like one. */
export const isBadge = (element: Element): boolean => read(ELEMENT, 'localName', element) === BADGE_TAG;

/** As the browser draws it; `part` for what style rules make before or after it. */
export const styleOf = (element: Element, part?: string): CSSStyleDeclaration =>
  getComputedStyle(element, part);

export const boxOf = (element: Element): DOMRect => ELEMENT.getBoundingClientRect.call(element);

/** The element around another, out of shadow roots and slots, as the browser draws them. */
export function parentOf(element: Element): Element | null {
  // A form may hide each of these behind one of its fields.
  const parent = read(ELEMENT, 'assignedSlot', element) ?? read(NODE, 'parentElement', element);
  if (parent) return parent;
  const root = NODE.getRootNode.call(element);
  return root instanceof ShadowRoot ? root.host : null;
}

/**
 * The nearest element around another of which something holds; null where there is none.
 *
 * @param far how many are asked
 */
export function findAround(
  element: Element,
  holds: (style: CSSStyleDeclaration, at: Element) => boolean,
  far = Number.POSITIVE_INFINITY,
): Element | null {
  let at = parentOf(element);
  for (let i = 0; at && i < far; i++, at = parentOf(at)) if (holds(styleOf(at), at)) return at;
  return null;
}

/** Whether an element or one around it, shadow hosts included, is edited by the person, design mode apart. */
export function isEditable(element: Element): boolean {
  let at: Element | undefined = element;
  while (at && !ELEMENT.closest.call(at, CLOSED)) {
    const root: Node = NODE.getRootNode.call(at);
    at = root instanceof ShadowRoot ? root.host : undefined;
  }
  return !!at;
}

/** The element that shows a link or embed: itself, the picture of an area, the drawing it is a part of; null where nothing does. */
export function shownBy({ element, embed }: Pick<Found, 'element' | 'embed'>): Element | null {
  if (embed) return outOfRatio(element);
  return element.localName === 'area' ? imageOf(element) : outermostSvg(element);
}

/** A frame stretched over its box (the usual way to keep a ratio) would cover a badge beside it: the box. */
function outOfRatio(embed: Element): Element {
  let at = embed;
  for (let i = 0; i < 3 && /absolute|fixed/.test(styleOf(at).position); i++) {
    const parent = read(NODE, 'parentElement', at);
    if (!parent || !parentOf(parent) || parent === bodyOf(parent)) break;
    at = parent;
  }
  return at;
}

/** The picture that shows the map of an area. */
function imageOf(area: Element): Element | null {
  const name = area.closest('map')?.getAttribute('name');
  return name
    ? (queryAll(area.getRootNode() as Scope, `img[usemap="#${CSS.escape(name)}"]`)[0] ?? null)
    : null;
}

const isSvg = (element: Element | null): element is SVGElement => element instanceof SVGElement;

/** The element itself, or the drawing it is a part of; null where the drawing is the whole document. */
function outermostSvg(element: Element): Element | null {
  let at: Element = element;
  while (isSvg(at) && isSvg(at.parentElement)) at = at.parentElement;
  if (!isSvg(at)) return at;
  // Directly in HTML only as a drawing of its own; a stray SVG element is drawn nowhere.
  return at.parentElement && at.localName === 'svg' ? at : null;
}

/** The picture that is all that a link shows; null where it shows text. */
export function pictureIn(link: Element): Element | null {
  const picture = link.querySelector(PICTURES);
  return picture && !lastLineOf(link) ? picture : null;
}

/**
 * The innermost block that holds the last line of text in a box; null where there is none. Text that only screen
 * readers get, pictures and what is taken out of the flow do not count.
 *
 * @param blocksOnly null, too, where the line is the box's own
 */
export function lastLineOf(box: Element, blocksOnly = false, depth = 0): Element | null {
  const { display } = styleOf(box);
  const isInRow = isRow(display);
  for (let last = box.lastChild; last; last = last.previousSibling) {
    if (last instanceof HTMLFormElement || depth > DEEPEST) return null;
    if (last instanceof Element) {
      if (isBadge(last) || last.matches(PICTURES)) continue;
      const { display: inner, position } = styleOf(last);
      if (inner === 'none' || /absolute|fixed/.test(position) || !last.textContent?.trim()) continue;
      const isOwn = !isInRow && /^(inline|contents|ruby)/.test(inner);
      if (!isOwn || blocksOnly) {
        const line = lastLineOf(last, blocksOnly && isOwn, depth + 1);
        if (line) return line;
        continue;
      }
      return box;
    }
    if (last.nodeType === 3 && last.nodeValue?.trim() && !blocksOnly) return isInRow ? null : box;
  }
  return null;
}

/** Texts on either side of a link that are looked at for words. */
const NEIGHBOURS = 12;
const NO_WORDS = 'a,button,script,style';

/** Whether the block of a link holds words beside its links: then it is running text, else a list of items. */
export function isAmongWords(link: Element): boolean {
  const texts = DOCUMENT.createTreeWalker.call(documentOf(link), blockAround(link), NodeFilter.SHOW_TEXT);
  let words = '';
  for (const step of ['nextNode', 'previousNode'] as const) {
    texts.currentNode = link;
    for (let i = 0, text = texts[step](); text && i < NEIGHBOURS; i++, text = texts[step]()) {
      if (text.parentElement && closest(text.parentElement, NO_WORDS)) continue;
      words += text.nodeValue ?? '';
      if (holdsWord(words)) return true;
    }
  }
  return false;
}

/** How far up a row is looked for. */
const ROW = 6;

/**
 * Whether an element lies where a little more in a line may move much: in a row that a script places by what it measured,
 * and fills again with something else; or in columns, which a browser makes equally high.
 */
export function isMeasured(element: Element): boolean {
  const measured = findAround(
    element,
    ({ position, columnCount, columnWidth, display }, at) => {
      const { transform, top } = (at as HTMLElement).style ?? {};
      if ((transform || top) && /absolute|fixed/.test(position)) return true;
      return !isRow(display) && (columnCount !== 'auto' || columnWidth !== 'auto');
    },
    ROW,
  );
  return !!measured;
}

/** The nearest block around an element: what it stands in. */
export function blockAround(element: Element): Element {
  let at = element;
  for (let up = parentOf(at); up; up = parentOf(up)) {
    at = up;
    if (!/^(inline$|contents|ruby)/.test(styleOf(up).display)) break;
  }
  return at;
}
