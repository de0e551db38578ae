import type { Found } from './found.ts';
import { queryAll, type Scope } from './unclobbered.ts';

/**
 * Where a badge goes, seen from its anchor.
 *
 * | spot | in the tree | takes room | for |
 * |---|---|---|---|
 * | `after` | next sibling | in the line | links in running text, buttons in a line, small pictures |
 * | `inside` | last child | in the line | the last block with a line in a link or quote that is a block or an item of a flex or grid container: a sibling would become an item of its own and move the others |
 * | `cut` | as `after` or `inside` | in the line | a line that is cut off with an ellipsis: sticks to its visible end |
 * | `beneath` | next sibling | a line | text of which the end is cut off after some lines |
 * | `over` | last child | none | a link that is a block without a line, mostly an icon: at its upper corner |
 * | `below` | next sibling | none | frames and large pictures that are blocks: at their lower edge, so that nothing moves |
 * | `corner` | next sibling | none | the same in a line: over their upper corner, as a line has no place below itself |
 *
 * A sibling is the first choice because a button within a link is read out as part of the link's name and because
 * frameworks that write a link's text anew would wipe it away. Style rules of the page that look at siblings or last
 * children are found by trying (`disturbance.ts`).
 */
export type Spot = 'after' | 'inside' | 'cut' | 'beneath' | 'over' | 'below' | 'corner';

export interface Place {
  readonly anchor: Element;
  readonly spot: Spot;
  /** The last child of the anchor, else its next sibling. */
  readonly within: boolean;
}

const EDITABLE = '[contenteditable=""],[contenteditable=true i],[contenteditable=plaintext-only i]';
/** Elements whose content a person edits, or that show no elements. */
const CLOSED = `${EDITABLE},textarea,select,head`;
const PICTURES = 'img,video,canvas,svg,iframe,object,embed';
/** CSS pixels from which on a picture is large enough to carry the badge on itself. */
const LARGE = { width: 96, height: 48 };

/** Blocks in blocks, from which on nobody looks for a line. */
const DEEPEST = 30;

/** Whether an element or one around it, shadow hosts included, is edited by the person, design mode apart. */
function isEditable(element: Element): boolean {
  let at: Element | undefined = element;
  while (at && !at.closest(CLOSED)) at = hostOf(at);
  return !!at;
}

function hostOf(element: Element): Element | undefined {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
}

/** As the browser draws it; `part` for what style rules make before or after it. */
export const styleOf = (element: Element, part?: string): CSSStyleDeclaration =>
  getComputedStyle(element, part);
const isInline = ({ display }: CSSStyleDeclaration): boolean => /^(inline|contents|ruby|none)/.test(display);
const isCut = ({ textOverflow }: CSSStyleDeclaration): boolean => textOverflow === 'ellipsis';
const beside = (anchor: Element, spot: Spot): Place => ({ anchor, spot, within: false });
const inside = (anchor: Element, spot: Spot): Place => ({ anchor, spot, within: true });
const boxOf = (element: Element): DOMRect => element.getBoundingClientRect();
const isLarge = (picture: Element): boolean => {
  const { width, height } = boxOf(picture);
  return width >= LARGE.width && height >= LARGE.height;
};
/** Beside a frame or picture, without moving anything. After one that fills its line there is no room in the line. */
function atEdge(anchor: Element): Place {
  const room = anchor.parentElement?.clientWidth ?? 0;
  const hasRoom = boxOf(anchor).width < room - LARGE.width / 4;
  return beside(anchor, isInline(styleOf(anchor)) && hasRoom ? 'corner' : 'below');
}

/** The place for the badge of a link or embed; null where there is none. Reads style, so call it before writing. */
export function placeOf({ element, embed }: Pick<Found, 'element' | 'embed'>): Place | null {
  if (isEditable(element)) return null;
  if (embed) return placeOfEmbed(element);
  const anchor = element.localName === 'area' ? imageOf(element) : outermostSvg(element);
  if (!anchor) return null;
  const block = !isInline(styleOf(anchor));
  const picture =
    anchor !== element ? anchor : element.textContent?.trim() ? null : element.querySelector(PICTURES);
  if (picture && isLarge(picture)) return atEdge(block ? (picture.closest('picture') ?? picture) : anchor);
  if (block && anchor === element) return placeWithin(element) ?? inside(element, 'over');
  const { parentElement } = anchor;
  const around = parentElement && styleOf(parentElement);
  if (parentElement && around && isClamped(parentElement, around)) return beside(parentElement, 'beneath');
  return beside(anchor, around && isCut(around) ? 'cut' : 'after');
}

/** Whether text is cut off after some lines: what follows is not shown. */
const isClamped = (element: Element, { webkitLineClamp }: CSSStyleDeclaration): boolean =>
  webkitLineClamp !== 'none' && element.scrollHeight > element.clientHeight;

/** At the end of the last line within a block, in the innermost block that holds it; null where there is no line. */
function placeWithin(block: Element, depth = 0): Place | null {
  const style = styleOf(block);
  if (isClamped(block, style)) return beside(block, 'beneath');
  const isColumn =
    style.display.endsWith('grid') || /flex col/.test(`${style.display} ${style.flexDirection}`);
  for (let last = block.lastChild; last; last = last.previousSibling) {
    if (last instanceof HTMLFormElement || depth > DEEPEST) return null;
    if (last instanceof Element) {
      const inner = styleOf(last);
      if (inner.display === 'none' || /absolute|fixed/.test(inner.position)) continue;
      if (last.matches(PICTURES) && (!isInline(inner) || isLarge(last))) continue;
      if (isColumn || (!isInline(inner) && !style.display.endsWith('flex')))
        return placeWithin(last, depth + 1);
    } else if (last.nodeType !== 3 || !last.nodeValue?.trim()) continue;
    return isColumn ? null : inside(block, isCut(style) ? 'cut' : 'inside');
  }
  return null;
}

function placeOfEmbed(embed: Element): Place {
  let anchor = embed;
  // A frame stretched over its box (the usual way to keep a ratio) would cover a badge beside it.
  for (let i = 0; i < 3 && /absolute|fixed/.test(styleOf(anchor).position); i++) {
    const { parentElement } = anchor;
    if (!parentElement?.parentElement?.parentElement) break;
    anchor = parentElement;
  }
  return (anchor.matches(PICTURES) ? null : placeWithin(anchor)) ?? atEdge(anchor);
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

/** Where else a badge can go that disturbs style rules at its place; null where there is no such place. */
export function swapped({ anchor, spot }: Place): Place | null {
  if (spot === 'after') return inside(anchor, 'inside');
  if (spot === 'inside') return beside(anchor, 'after');
  return spot === 'over' ? beside(anchor, 'below') : null;
}

/** Puts a badge at its place. */
export const put = (host: HTMLElement, { anchor, within }: Place): void =>
  within ? anchor.append(host) : anchor.after(host);

/** Whether the badge is where it was put. */
export const isAt = (host: HTMLElement, { anchor, within }: Place): boolean =>
  (within ? host.parentNode : host.previousSibling) === anchor;
