import type { Found } from './found.ts';
import {
  isAmongWords,
  isEditable,
  isMeasured,
  lastLineOf,
  parentOf,
  pictureIn,
  shownBy,
  styleOf,
} from './surroundings.ts';

/**
 * The ways a badge can stand on a page; their rules are in `snapshot/spot-styles.ts`.
 *
 * | spot | takes room | painted | for |
 * |---|---|---|---|
 * | `line` | in its line | in the flow | links in running text |
 * | `edge` | none | in the flow | the end of a line with free space behind it |
 * | `back` | none | in the flow | over the end of a line or of a picture in a line |
 * | `shifted` | none | in the flow | a line of which the end is cut off: at the end of what is seen of it |
 * | `block` | none | in the flow | boxes and pictures that are blocks: over their corner |
 * | `free` | none | above | the same in flex and grid containers, where all in the flow is an item |
 * | `raised` | none | on top | links that are covered by a layer of their own card |
 *
 * In the flow, a badge is never painted over what the page has put above its text: sticky heads, menus. None of the
 * inline ones is an atomic box, so that no line breaks between a link, its badge and a full stop.
 */
export type Spot = 'line' | 'edge' | 'back' | 'shifted' | 'block' | 'free' | 'raised';

/** At which point of its link's box a badge is aimed. */
export type Aim = 'corner' | 'inner' | 'round' | 'seen';

/** Where a badge goes. */
export interface Place {
  readonly anchor: Element;
  /** The next sibling of the anchor, or its last or first child. */
  readonly at: 'after' | 'last' | 'first';
  readonly spot: Spot;
  /** Where the tree alone does not say where the badge lies. */
  readonly aim?: Aim;
  /** It lies right above what the link itself draws over its card, and not above all but what is high up. */
  readonly isLow?: boolean;
  /** It stands beside its link in running text, and is read and walked to there. */
  readonly isText?: boolean;
}

const isContainer = (display: string): boolean => /flex|grid|^table(?!-c)/.test(display);
/** Tables make boxes around what is put between their rows and cells, too. */
const isInline = (display: string): boolean => /^(inline|ruby)/.test(display);

/** Places over the box of a link, as its last child: in the flow where that makes no item, then above it. */
function overBox(box: Element, display: string): Place[] {
  const aims: readonly Aim[] = ['corner', 'inner', 'round'];
  const inFlow: Place[] = /^(block|list-item|flow-root|inline-block|table-cell)/.test(display)
    ? aims.map((aim) => ({ anchor: box, at: 'last', spot: 'block', aim }))
    : [];
  return [...inFlow, ...aims.map((aim): Place => ({ anchor: box, at: 'last', spot: 'free', aim }))];
}

/** Places in or behind the last line of a box. */
function inLastLine(box: Element): Place[] {
  const line = lastLineOf(box);
  if (!line) return [];
  return [
    { anchor: line, at: 'last', spot: 'edge' },
    { anchor: line, at: 'last', spot: 'back' },
  ];
}

const cutOff = (link: Element): Place => ({ anchor: link, at: 'first', spot: 'shifted', aim: 'seen' });
/** Right above what the link itself draws over its card; where that is not enough, above all but what is high up. */
const raised = (link: Element): Place[] =>
  [true, false].flatMap((isLow) =>
    (['last', 'after'] as const).map(
      (at): Place => ({ anchor: link, at, spot: 'raised', aim: 'inner', isLow }),
    ),
  );

/**
 * The places for the badge of a link or embed, the best one first; proof decides. Empty where it may have none. Reads
 * style, so it comes before writing.
 */
export function placesOf(found: Pick<Found, 'element' | 'embed'>, isSlotted: boolean): Place[] {
  const anchor = shownBy(found);
  if (!anchor || isEditable(anchor)) return [];
  const { display } = styleOf(anchor);
  const parent = parentOf(anchor);
  const isReplaced = anchor !== found.element || found.embed;
  const around = parent ? styleOf(parent) : null;
  const isItem = !around || isSlotted || isContainer(around.display) || !isInline(display);
  if (isReplaced) return placesOfReplaced(anchor, !isItem, around?.display ?? '', found.embed);
  const isLine = display === 'inline' && !pictureIn(anchor);
  const hasBlocks = isInline(display) && !!lastLineOf(anchor, true);
  const last = [cutOff(anchor), { ...cutOff(anchor), spot: 'free' } as const, ...raised(anchor)];
  if (isItem || hasBlocks) return [...inBox(anchor, display), ...last];
  if (isLine)
    return [
      ...inLine(anchor, /^pre/.test(around.whiteSpace) || isPadded(anchor) || isMeasured(anchor)),
      ...last,
    ];
  return [...besideOrOver(anchor, display), ...last];
}

/** Columns that are made of spaces that a browser keeps. */
const SPACES = /[\u00a0\u2007]{2}/;

const isPadded = ({ previousSibling, nextSibling }: Element): boolean =>
  [previousSibling, nextSibling].some((each) => each?.nodeType === 3 && SPACES.test(each.nodeValue ?? ''));

/** Whether a link is not seen although what is around it is: its badge is to come and go with it. */
function isHiddenAlone(link: Element): boolean {
  const { visibility, opacity } = styleOf(link);
  const parent = parentOf(link);
  return (
    opacity === '0' || (visibility !== 'visible' && !!parent && styleOf(parent).visibility === 'visible')
  );
}

/**
 * A link of text in a line: beside it among words, else within it, where no script counts siblings.
 *
 * @param hasNoRoom what follows in the line, or the block, is to keep its place to the pixel
 */
function inLine(link: Element, hasNoRoom: boolean): Place[] {
  const isText = !isHiddenAlone(link) && isAmongWords(link);
  const at = isText ? 'after' : 'last';
  const [line, edge, back] = (['line', 'edge', 'back'] as const).map(
    (spot): Place => ({ anchor: link, at, spot, isText }),
  ) as [Place, Place, Place];
  if (hasNoRoom) return [edge, back];
  // A browser may break a line elsewhere even for what takes its room back; what is out of the flow it never does.
  const free: Place = { anchor: link, at, spot: 'free', aim: 'inner', isText };
  return isText ? [line, edge, back, free] : [edge, line, back];
}

/** A picture, an icon or a button in a line: right behind it, else over it. Around a block, a link is as wide as its line. */
function besideOrOver(link: Element, display: string): Place[] {
  const at = display === 'inline' || isHiddenAlone(link) ? 'last' : 'after';
  const [edge, back] = (['edge', 'back'] as const).map((spot): Place => ({ anchor: link, at, spot })) as [
    Place,
    Place,
  ];
  const picture = pictureIn(link);
  const isBlock = !!picture && !isInline(styleOf(picture).display);
  return [
    ...inLastLine(link).slice(0, 1),
    edge,
    ...(isBlock ? overPicture(picture) : []),
    ...overBox(link, display),
    back,
  ];
}

/** A link that is a box or an item: in its last line of text, else over its corner. */
function inBox(link: Element, display: string): Place[] {
  const [edge, back] = inLastLine(link);
  const picture = pictureIn(link);
  const corners = [...(picture ? overPicture(picture) : []), ...overBox(link, display)];
  return edge && back ? [edge, ...corners.slice(0, 1), back, ...corners] : corners;
}

/** Places over a picture that is all that a link shows. */
function overPicture(picture: Element): Place[] {
  const parent = picture.parentElement;
  if (!parent) return [];
  const { display } = styleOf(parent);
  if (isContainer(display)) return [];
  if (isInline(styleOf(picture).display)) return [{ anchor: picture, at: 'after', spot: 'back' }];
  // A further block in an inline link would be a line of its own.
  return [{ anchor: picture, at: 'after', spot: isInline(display) ? 'free' : 'block', aim: 'inner' }];
}

/** Places beside something that can hold no badge itself: frames, pictures, drawings; or an embed of many parts. */
function placesOfReplaced(anchor: Element, isInLine: boolean, around: string, embed: boolean): Place[] {
  const lines = embed ? inLastLine(anchor) : [];
  if (isInLine)
    return [...lines, ...(['edge', 'back'] as const).map((spot): Place => ({ anchor, at: 'after', spot }))];
  const free: Place = { anchor, at: 'after', spot: 'free', aim: 'inner' };
  return [...lines, ...(isContainer(around) ? [] : [{ ...free, spot: 'block' } as const]), free];
}

/** Puts a badge at its place. */
export function put(host: HTMLElement, { anchor, at }: Place): void {
  if (at === 'after') anchor.after(host);
  else if (at === 'last') anchor.append(host);
  else anchor.prepend(host);
}

/** Whether the badge is where it was put. */
export const isAt = (host: HTMLElement, { anchor, at }: Place): boolean =>
  (at === 'after' ? host.previousSibling : host.parentNode) === anchor;
