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
/** Elements that show no badge in them, or whose content a person edits. */
const CLOSED_TO_BADGES = `${EDITABLE},textarea,select,head,template`;
const PICTURES = 'img,picture,video,canvas,svg';
/** CSS pixels from which on a picture is large enough to carry the badge on itself. */
const LARGE = 96;

/** Whether an element or one around it, shadow hosts included, is edited by the person. */
export function isEditable(element: Element): boolean {
  for (let at: Element | undefined = element; at; at = hostOf(at))
    if (at.closest(CLOSED_TO_BADGES)) return true;
  return read(Document.prototype, 'designMode', element.ownerDocument) === 'on';
}

function hostOf(element: Element): Element | undefined {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
}

const displayOf = (element: Element): string => getComputedStyle(element).display;
const isInline = (display: string): boolean => /^(inline|contents|ruby|none)/.test(display);

/** The place for a link's or an area's badge; null where there is none. Reads style, so call it before writing. */
export function placeOfLink(link: Element): Place | null {
  if (isEditable(link)) return null;
  const anchor = link.localName === 'area' ? imageOf(link) : outermostSvg(link);
  if (!anchor) return null;
  if (anchor !== link) return { anchor, position: isLarge(anchor) ? 'below' : 'after' };
  const style = getComputedStyle(link);
  if (isInline(style.display)) {
    const picture = link.textContent?.trim() ? null : link.querySelector(PICTURES);
    return { anchor, position: picture && isLarge(picture) ? 'below' : 'after' };
  }
  return { anchor, position: endsInLine(link, style) ? 'inside' : 'over' };
}

/** Whether what is put at the end of a block-level link stands in a line with its last content. */
function endsInLine(link: Element, { display, flexDirection }: CSSStyleDeclaration): boolean {
  if (display.endsWith('flex')) return !flexDirection.startsWith('column');
  if (display.endsWith('grid')) return false;
  let last = link.lastChild;
  while (last && (last.nodeType === 8 || (last.nodeType === 3 && !last.nodeValue?.trim())))
    last = last.previousSibling;
  return !last || last.nodeType === 3 || isInline(displayOf(last as Element));
}

/** The place for an embed's badge; null where there is none. */
export function placeOfEmbed(embed: Element): Place | null {
  if (isEditable(embed)) return null;
  let anchor = embed;
  // A frame stretched over its box (the usual way to keep a ratio) would cover a badge beside it.
  for (let i = 0; i < 3 && /absolute|fixed/.test(getComputedStyle(anchor).position); i++) {
    const parent = anchor.parentElement;
    if (!parent || parent === parent.ownerDocument.documentElement.lastElementChild) break;
    anchor = parent;
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

/** Puts a badge at its place. */
export function put(host: HTMLElement, { anchor, position }: Place): void {
  if (position === 'after' || position === 'below') anchor.after(host);
  else anchor.append(host);
}

/** Whether the badge still is where it was put. */
export const isAt = (host: HTMLElement, { anchor, position }: Place): boolean =>
  position === 'after' || position === 'below' ? host.previousSibling === anchor : host.parentNode === anchor;
