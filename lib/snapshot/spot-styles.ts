import { SPOT_PROPERTY } from './snapshot.ts';

/*
 * How a badge stands at its place: the rules of its element, which the page's own rules do not reach. The places are
 * told apart in `content/place.ts`.
 *
 * The element's box is what can be pressed. In a line it is an inline box that is as wide as its padding: a browser
 * breaks lines around pictures and inline blocks, but not around this. Nothing in the flow is positioned or has a layer
 * of its own, so that it stays below what the page puts above its text.
 */

/**
 * Declarations of the badge's element. `!important`, because among important declarations those of the inner tree win
 * over the page's, inline ones included.
 */
export const host = (declarations: string): string => `:host{${declarations.replaceAll(';', '!important;')}}`;

/**
 * A custom property by which the content script moves a badge or widens its area. Inherited from the page where it is
 * not set, so no page may have one of that name for something else.
 */
const own = (name: string): string => `var(${SPOT_PROPERTY}${name},0px)`;

/** For all spots. Visibility is that of the text around, so that a badge is hidden with a menu. */
export const EVERYWHERE = host(
  'all:initial;font-size:max(1em,12px);line-height:0;visibility:inherit;color:#000;user-select:none;cursor:pointer;' +
    'color-scheme:inherit;writing-mode:inherit;forced-color-adjust:inherit;' +
    `padding-block:${own('t')} ${own('b')};padding-inline:${own('s')} ${own('e')};`,
);
/** A page may draw something before or behind each child of a box. */
export const NOTHING_AROUND = ':host::before,:host::after{content:none!important}';

/** Margins along a line; what can be pressed beyond the drawing (`content/press-area.ts`) takes no room. */
const beside = (start: string, end: string): string =>
  `margin-inline:calc(${start} - ${own('s')}) calc(${end} - ${own('e')});`;
const ABOVE = `${beside('0px', '0px')}margin-block:calc(0px - ${own('t')}) calc(0px - ${own('b')});`;

const INLINE = 'display:inline;vertical-align:middle;';
/** Takes back in the line what the box has of it. */
const NO_ROOM = beside('.1em', '-1.1em');
const SQUARE = 'display:block;inline-size:1.2em;block-size:1.2em;';
const FILLED = 'span{display:block;padding:0;block-size:100%}';

/** One style sheet a spot. Variables hold how far a badge is moved to its aim. */
export const SPOTS = {
  line: host(INLINE + beside('.22em', '.08em')),
  edge: host(INLINE + NO_ROOM),
  back: host(INLINE + beside('-1em', '0px')),
  // Text that comes after it in the tree would be painted over it.
  shifted: host(`${INLINE}position:relative;${beside(own('x'), `-1em - ${own('x')}`)}`),
  block:
    host(
      `${SQUARE}margin-block:calc(${own('y')} - ${own('t')}) calc(-1.2em - ${own('y')} - ${own('b')});` +
        beside(own('x'), '0px'),
    ) + FILLED,
  free: host(`${SQUARE}position:absolute;inset:auto;${ABOVE}translate:${own('x')} ${own('y')};`) + FILLED,
  raised:
    host(
      `${SQUARE}position:absolute;inset:auto;${ABOVE}translate:${own('x')} ${own('y')};z-index:var(${SPOT_PROPERTY}z,9);`,
    ) + FILLED,
};

/** Where it stands on something dark. */
export const ON_DARK = host('color:#fff;');

/** Where the badge lies over something, or not on one plain colour of enough contrast. */
export const PLATE =
  'span{background-color:Canvas;border-radius:.5em;box-shadow:0 0 0 1px #8888}span::after{color:CanvasText}';
