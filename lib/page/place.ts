import { EMBED_TEXT } from '../links/embeds.ts';
import type { Found } from './mark.ts';
import { queryAll, read, type Scope } from './unclobbered.ts';

/**
 * Where a badge goes, seen from its anchor.
 *
 * | position | in the tree | takes room | for |
 * |---|---|---|---|
 * | `after` | next sibling | in the line | links in running text, buttons in a line, small pictures |
 * | `inside` | last child | in the line | a link that is a block or an item of a flex or grid container: a sibling would become an item of its own and move the others |
 * | `cut` | as `after` or `inside` | in the line | a line that is cut off with an ellipsis: sticks to its visible end |
 * | `over` | last child | none | a link that is a block of blocks (a card): there is no line of its own to stand in |
 * | `below` | next sibling | none | embeds and large pictures that are blocks: at their lower edge, so that nothing moves |
 * | `corner` | next sibling | none | the same in a line: over their upper corner, as a line has no place below itself |
 *
 * A sibling is the first choice because a button within a link is read out as part of the link's name and because
 * frameworks that write a link's text anew would wipe it away; style rules for siblings and last children are the
 * price, which blocks and items do not pay.
 */
export type Position = 'after' | 'inside' | 'cut' | 'over' | 'below' | 'corner';

export interface Place {
  readonly anchor: Element;
  readonly position: Position;
  /** The last child of the anchor, else its next sibling. */
  readonly within: boolean;
}

const EDITABLE = ':is([contenteditable=""],[contenteditable=true i],[contenteditable=plaintext-only i])';
/** Elements whose content a person edits, or that show no elements. */
const CLOSED = `${EDITABLE},textarea,select,head`;
const PICTURES = 'img,picture,video,canvas,svg';
/** CSS pixels from which on a picture is large enough to carry the badge on itself. */
const LARGE = 96;

/** Whether an element or one around it, shadow hosts included, is edited by the person. */
function isEditable(element: Element): boolean {
  for (let at: Element | undefined = element; at; at = hostOf(at)) if (at.closest(CLOSED)) return true;
  return read(Document.prototype, 'designMode', element.ownerDocument) === 'on';
}

function hostOf(element: Element): Element | undefined {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
}

const isInline = ({ display }: CSSStyleDeclaration): boolean => /^(inline|contents|ruby|none)/.test(display);
const isCut = ({ textOverflow }: CSSStyleDeclaration): boolean => textOverflow === 'ellipsis';
const beside = (anchor: Element, position: Position): Place => ({ anchor, position, within: false });
const inside = (anchor: Element, position: Position): Place => ({ anchor, position, within: true });
const widthOf = (element: Element): number => element.getBoundingClientRect().width;
/** Beside an embed or picture, without moving anything. After one that fills its line there is no room in the line. */
const atEdge = (anchor: Element, style: CSSStyleDeclaration): Place =>
  beside(
    anchor,
    isInline(style) && widthOf(anchor) < (anchor.parentElement?.clientWidth ?? 0) - LARGE / 4
      ? 'corner'
      : 'below',
  );

/** The place for the badge of a link or embed; null where there is none. Reads style, so call it before writing. */
export function placeOf({ target, embed }: Pick<Found, 'target' | 'embed'>): Place | null {
  if (isEditable(target)) return null;
  if (embed) return placeOfEmbed(target);
  const anchor = target.localName === 'area' ? imageOf(target) : outermostSvg(target);
  if (!anchor) return null;
  const style = getComputedStyle(anchor);
  const block = !isInline(style);
  const picture =
    anchor !== target ? anchor : block || target.textContent?.trim() ? null : target.querySelector(PICTURES);
  if (picture && widthOf(picture) >= LARGE) return atEdge(anchor, style);
  if (block && anchor === target) {
    if (!endsInLine(target, style)) return inside(target, 'over');
    return inside(target, isCut(style) ? 'cut' : 'inside');
  }
  const { parentElement } = anchor;
  return beside(anchor, parentElement && isCut(getComputedStyle(parentElement)) ? 'cut' : 'after');
}

/** Whether what is put at the end of a block-level link stands in a line with its last content. */
function endsInLine(link: Element, { display, flexDirection }: CSSStyleDeclaration): boolean {
  if (display.endsWith('flex')) return !flexDirection.startsWith('column');
  if (display.endsWith('grid')) return false;
  let last = link.lastChild;
  while (last && (last.nodeType === 8 || (last.nodeType === 3 && !last.nodeValue?.trim())))
    last = last.previousSibling;
  return !last || last.nodeType === 3 || isInline(getComputedStyle(last as Element));
}

function placeOfEmbed(embed: Element): Place {
  let anchor = embed;
  if (embed.matches(EMBED_TEXT)) {
    // The address stands as text, in a block in the block.
    while (anchor.firstElementChild) anchor = anchor.firstElementChild;
    return inside(anchor, 'inside');
  }
  let style = getComputedStyle(anchor);
  // A frame stretched over its box (the usual way to keep a ratio) would cover a badge beside it.
  for (let i = 0; i < 3 && /absolute|fixed/.test(style.position); i++) {
    const { parentElement } = anchor;
    if (!parentElement?.parentElement?.parentElement) break;
    anchor = parentElement;
    style = getComputedStyle(anchor);
  }
  return atEdge(anchor, style);
}

/** The picture that shows the map of an area. */
function imageOf(area: Element): Element | null {
  const name = area.closest('map')?.getAttribute('name');
  return name
    ? (queryAll(area.getRootNode() as Scope, `img[usemap="#${CSS.escape(name)}"]`)[0] ?? null)
    : null;
}

/** The element itself, or the drawing it is a part of; null where the drawing is the whole document. */
function outermostSvg(element: Element): Element | null {
  let at: Element = element;
  while (at instanceof SVGElement && at.parentElement instanceof SVGElement) at = at.parentElement;
  if (!(at instanceof SVGElement)) return at;
  // Directly in HTML only as a drawing of its own; a stray SVG element is drawn nowhere.
  return at.parentElement && at.localName === 'svg' ? at : null;
}

/** Puts a badge at its place. */
export const put = (host: HTMLElement, { anchor, within }: Place): void =>
  within ? anchor.append(host) : anchor.after(host);

/** Whether the badge is where it was put. */
export const isAt = (host: HTMLElement, { anchor, within }: Place): boolean =>
  (within ? host.parentNode : host.previousSibling) === anchor;
