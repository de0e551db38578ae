import { boxOf, findAround, parentOf, styleOf } from './surroundings.ts';
import { bodyOf, ELEMENT, NODE, read, rootElementOf } from './unclobbered.ts';

/** The document or shadow root in whose elements the browser answers what lies at a point. */
type Layers = Pick<DocumentOrShadowRoot, 'elementFromPoint' | 'elementsFromPoint'>;

const layersOf = (element: Element): Layers => NODE.getRootNode.call(element) as unknown as Layers;

const isInView = (x: number, y: number): boolean => x > 0 && y > 0 && x < innerWidth && y < innerHeight;

const middleOf = ({ left, top, width, height }: DOMRect) => ({ x: left + width / 2, y: top + height / 2 });

/** Whether a person has to scroll a box in the page before a point in it is seen. */
const isScrolledAway = (host: Element, x: number, y: number): boolean =>
  !!findAround(host, ({ overflowX, overflowY }, at) => {
    if (!/auto|scroll/.test(overflowX + overflowY)) return false;
    const { left, top, right, bottom } = boxOf(at);
    return x < left || x > right || y < top || y > bottom;
  });

/** How far up from a link its card ends. */
const CARD = 7;

/** Whether something lies in the same part of the page as a link: what does not only passes over it, as heads and menus do. */
function isOfOnePart(hit: Element, link: Element): boolean {
  const body = bodyOf(link);
  const part = findAround(link, (_, at) => at === body || NODE.contains.call(at, hit), CARD);
  if (!part || part === body) return false;
  for (let at: Element | null = hit; at && at !== part; at = parentOf(at))
    if (/fixed|sticky/.test(styleOf(at).position)) return false;
  return true;
}

/**
 * What lies over the middle of a badge: `nothing`, the `page` while its link can be pressed, or `unknown` where it is out
 * of view, or its link is covered as well and both will be seen later.
 */
export function coverOf(host: Element, link: Element): 'nothing' | 'page' | 'unknown' {
  const { x, y } = middleOf(boxOf(host));
  // A link that lets the pointer through is not shown as yet.
  if (!isInView(x, y) || isScrolledAway(host, x, y) || styleOf(link).pointerEvents === 'none')
    return 'unknown';
  const hit = layersOf(host).elementFromPoint(x, y);
  if (hit === host) return 'nothing';
  if (!hit) return 'unknown';
  if (link.contains(hit)) return 'page';
  if (!isOfOnePart(hit, link)) return 'unknown';
  for (const box of link.getClientRects()) {
    const point = middleOf(box);
    const seen = isInView(point.x, point.y) && layersOf(link).elementFromPoint(point.x, point.y);
    if (seen && (link.contains(seen) || seen === host)) return 'page';
  }
  return 'unknown';
}

/** Relative luminance of a CSS colour (WCAG 2.2), and its opacity. */
function luminance(colour: string): { light: number; alpha: number } | null {
  const parts = /^rgba?\(/.test(colour) ? colour.match(/[\d.]+/g)?.map(Number) : null;
  if (!parts) return null;
  const [red = 0, green = 0, blue = 0] = parts.slice(0, 3).map((each) => {
    const part = each / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return { light: 0.2126 * red + 0.7152 * green + 0.0722 * blue, alpha: parts[3] ?? 1 };
}

/** All colours of verdicts have 3:1 against backgrounds lighter or darker than these, whichever is shown. */
const LIGHT = 0.76;
const DARK = 0.016;

/** What lies behind a badge. */
export interface Ground {
  /** One colour on which every verdict stands out at least 3:1. */
  readonly isPlain: boolean;
  /** White stands out from it more than black does. */
  readonly isDark: boolean;
}

/** Inline elements around a badge that reach to a point: not all browsers name them among what lies there. */
function linesAround(host: Element, x: number, y: number): Element[] {
  const lines: Element[] = [];
  for (let at = parentOf(host); at && styleOf(at).display === 'inline'; at = parentOf(at))
    if (
      [...ELEMENT.getClientRects.call(at)].some(
        (box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom,
      )
    )
      lines.push(at);
  return lines;
}

const UNKNOWN: Ground = { isPlain: false, isDark: false };

/** What lies behind a badge in view; where that is not the same at both its ends, it is not plain. */
export function groundOf(host: Element): Ground {
  const { left, right, top, height } = boxOf(host);
  const [start, end] = [left + 2, right - 2].map((x) => groundAt(host, x, top + height / 2)) as [
    Ground,
    Ground,
  ];
  return start.isDark === end.isDark ? { ...start, isPlain: start.isPlain && end.isPlain } : UNKNOWN;
}

function groundAt(host: Element, x: number, y: number): Ground {
  const layers = layersOf(host)
    .elementsFromPoint(x, y)
    .filter((layer) => layer !== host);
  for (const layer of new Set([...linesAround(host, x, y), ...layers])) {
    if (ELEMENT.matches.call(layer, 'img,video,canvas,iframe,object,embed') || layer instanceof SVGElement)
      return UNKNOWN;
    if (isPaintedOtherwise(layer)) return UNKNOWN;
    const ground = groundOfLayer(layer);
    if (ground) return ground;
  }
  return canvasOf(host);
}

/** CSS pixels from which on something is a ground and no line or bullet. */
const GROUND = 24;
/** Children of a layer that are asked whether they lie under the others, where the pointer does not find them. */
const FEW = 4;

/** Whether something that is laid over or under what is in its box is seen. */
const isGround = ({
  position,
  backgroundColor,
  backgroundImage,
  width,
  height,
}: CSSStyleDeclaration): boolean =>
  position === 'absolute' &&
  (backgroundImage !== 'none' || (luminance(backgroundColor)?.alpha ?? 1) > 0) &&
  Math.min(Number.parseFloat(width), Number.parseFloat(height)) >= GROUND;

/** Whether a shadow fills the box that it is in. */
const isFilling = (shadow: string): boolean =>
  shadow.includes('inset') &&
  shadow.split(/,(?![^(]*\))/).some((each) => {
    const sizes = each.match(/-?[\d.]+(?=px)/g)?.map(Number) ?? [];
    return /inset/.test(each) && (luminance(each.trim())?.alpha ?? 1) > 0 && Math.max(...sizes) >= GROUND;
  });

/** Whether an element has a ground that is not its background. */
function isPaintedOtherwise(layer: Element): boolean {
  if (isFilling(styleOf(layer).boxShadow)) return true;
  for (const part of ['::before', '::after']) {
    const made = styleOf(layer, part);
    if (made.content !== 'none' && isGround(made)) return true;
  }
  let under = read(ELEMENT, 'firstElementChild', layer);
  for (let i = 0; under && i < FEW; i++, under = read(ELEMENT, 'nextElementSibling', under)) {
    const style = styleOf(under);
    if (style.pointerEvents === 'none' && isGround(style)) return true;
  }
  return false;
}

/** What lies behind a badge as far as the elements around it tell, for the frame before it is seen. */
export function groundAround(host: Element): Ground {
  for (let at = parentOf(host); at; at = parentOf(at)) {
    const ground = groundOfLayer(at);
    if (ground) return ground;
  }
  return canvasOf(host);
}

/** The nearest element around a badge that is painted by itself: with a ground of its own, or positioned. */
export const layerAround = (host: Element): Element =>
  findAround(
    host,
    ({ position, transform }, at) => position !== 'static' || transform !== 'none' || !!groundOfLayer(at),
  ) ?? rootElementOf(host);

/** Null for what lets be seen what is behind it. */
function groundOfLayer(layer: Element): Ground | null {
  const { backgroundColor, backgroundImage } = styleOf(layer);
  if (backgroundImage !== 'none') return UNKNOWN;
  const ground = luminance(backgroundColor);
  if (!ground) return UNKNOWN;
  if (ground.alpha === 0) return null;
  const isPlain = ground.alpha === 1 && (ground.light >= LIGHT || ground.light <= DARK);
  return { isPlain, isDark: ground.light < 0.18 };
}

/** The ground of a page that paints none: the browser's, by the colour schemes that the page bears. */
function canvasOf(host: Element): Ground {
  const { colorScheme } = styleOf(rootElementOf(host));
  const isDark =
    /dark/.test(colorScheme) &&
    (!/light/.test(colorScheme) || matchMedia('(prefers-color-scheme: dark)').matches);
  return { isPlain: true, isDark };
}
