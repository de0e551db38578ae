import { isBareText } from './embed.ts';
import type { Found } from './mark.ts';
import { queryAll, read, type Scope } from './unclobbered.ts';

/**
 * Where a badge goes, seen from its anchor.
 *
 * | position | in the tree | takes room | for |
 * |---|---|---|---|
 * | `after` | next sibling | in the line | links in running text, buttons in a line, small pictures |
 * | `inside` | last child | in the line | a link that is a block or an item of a flex or grid container: a sibling would become an item of its own and move the others |
 * | `over` | last child | none | a link that is a block of blocks (a card): there is no line of its own to stand in |
 * | `below` | next sibling | none | embeds and large pictures: drawn over their lower edge, so that nothing moves |
 *
 * A sibling is the first choice because a button within a link is read out as part of the link's name and because
 * frameworks that write a link's text anew would wipe it away; style rules for siblings and last children are the
 * price, which blocks and items do not pay.
 */
export type Position = 'after' | 'inside' | 'over' | 'below';

export interface Place {
  readonly anchor: Element;
  readonly position: Position;
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

const isInline = (display: string): boolean => /^(inline|contents|ruby|none)/.test(display);

/** The place for the badge of a link or embed; null where there is none. Reads style, so call it before writing. */
export function placeOf({ target, embed }: Pick<Found, 'target' | 'embed'>): Place | null {
  if (isEditable(target)) return null;
  if (isBareText(target)) return { anchor: target, position: 'inside' };
  if (embed) return placeOfEmbed(target);
  const anchor = target.localName === 'area' ? imageOf(target) : outermostSvg(target);
  if (!anchor) return null;
  if (anchor !== target) return { anchor, position: isLarge(anchor) ? 'below' : 'after' };
  const style = getComputedStyle(target);
  if (!isInline(style.display)) return { anchor, position: endsInLine(target, style) ? 'inside' : 'over' };
  const picture = target.textContent?.trim() ? null : target.querySelector(PICTURES);
  return { anchor, position: picture && isLarge(picture) ? 'below' : 'after' };
}

/** Whether what is put at the end of a block-level link stands in a line with its last content. */
function endsInLine(link: Element, { display, flexDirection }: CSSStyleDeclaration): boolean {
  if (display.endsWith('flex')) return !flexDirection.startsWith('column');
  if (display.endsWith('grid')) return false;
  let last = link.lastChild;
  while (last && (last.nodeType === 8 || (last.nodeType === 3 && !last.nodeValue?.trim())))
    last = last.previousSibling;
  return !last || last.nodeType === 3 || isInline(getComputedStyle(last as Element).display);
}

function placeOfEmbed(embed: Element): Place {
  let anchor = embed;
  // A frame stretched over its box (the usual way to keep a ratio) would cover a badge beside it.
  for (let i = 0; i < 3 && /absolute|fixed/.test(getComputedStyle(anchor).position); i++) {
    const { parentElement } = anchor;
    if (!parentElement?.parentElement?.parentElement) break;
    anchor = parentElement;
  }
  return { anchor, position: 'below' };
}

const isLarge = (picture: Element): boolean => picture.getBoundingClientRect().width >= LARGE;

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

const isBeside = ({ position }: Place): boolean => position === 'after' || position === 'below';

/** Puts a badge at its place. */
export const put = (host: HTMLElement, place: Place): void =>
  isBeside(place) ? place.anchor.after(host) : place.anchor.append(host);

/** Whether the badge is where it was put. */
export const isAt = (host: HTMLElement, place: Place): boolean =>
  (isBeside(place) ? host.previousSibling : host.parentNode) === place.anchor;
