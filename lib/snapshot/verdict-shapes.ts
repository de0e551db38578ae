import type { VerdictLevel } from './snapshot.ts';

/** One stroke or area of a drawing, in a square of 16 by 16 units. `ink`: the shape's colour; `paper`: what is cut out of it. */
interface ShapePart {
  /** SVG path data. */
  readonly d: string;
  /** Strokes are 2 units wide with round ends. */
  readonly paint: 'fill' | 'stroke';
  readonly tone: 'ink' | 'paper';
}

/** How a verdict looks. The shape can be told apart without its colour. */
interface VerdictShape {
  /** At least 3:1 against white, against black and against a dark toolbar (#202124). Pages have finer ones: `theme.css`. */
  readonly colour: string;
  /** For toolbar and pages. */
  readonly drawing: readonly ShapePart[];
  /**
   * For badge and card: declarations that draw the same, 1em high, in the middle of any box in its text colour. Layers
   * of its background, because clip paths, masks and transforms are painted above all text, also above the sticky heads
   * of a page. A drawing in each badge takes three times as long to make as the rest of it, and pictures in a style sheet
   * are subject to the page's content security policy, which would report them to the page's owner.
   */
  readonly css: string;
}

const fill = (d: string): ShapePart => ({ d, paint: 'fill', tone: 'ink' });
const stroke = (d: string): ShapePart => ({ d, paint: 'stroke', tone: 'ink' });
const gap = (d: string): ShapePart => ({ d, paint: 'stroke', tone: 'paper' });

/** A layer of a background in the middle of its box. */
const layer = (image: string, width: number, height: number, x = 0, y = 0): string =>
  `${image} calc(50% + ${x}em) calc(50% + ${y}em)/${width}em ${height}em no-repeat`;
const INK = 'linear-gradient(currentColor,currentColor)';
const PAPER = 'linear-gradient(Canvas,Canvas)';
/** A square of which one corner is cut off. */
const cutCorner = (degrees: number): string => `linear-gradient(${degrees}deg,#0000 27%,currentColor 27.5%)`;
const RING = layer('radial-gradient(circle,#0000 .3em,currentColor .32em .43em,#0000 .45em)', 1, 1);

const CIRCLE = stroke('M8 2.2a5.8 5.8 0 1 1 0 11.6a5.8 5.8 0 1 1 0-11.6z');

/** Everything that shows a verdict draws from this table. */
export const VERDICT_SHAPES: Readonly<Record<VerdictLevel, VerdictShape>> = {
  'not-allowed': {
    colour: '#c5402f',
    drawing: [fill('M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z'), gap('M4.5 8h7')],
    css: `background:${[
      layer(PAPER, 0.52, 0.15),
      ...[135, 225, 315, 45].map((degrees, i) =>
        layer(cutCorner(degrees), 0.46, 0.46, i % 3 ? 0.23 : -0.23, i < 2 ? -0.23 : 0.23),
      ),
    ]}`,
  },
  'blocked-here': {
    colour: '#9a5bb0',
    drawing: [
      fill(
        'M3 1.5h10A1.5 1.5 0 0 1 14.5 3v10a1.5 1.5 0 0 1-1.5 1.5H3A1.5 1.5 0 0 1 1.5 13V3A1.5 1.5 0 0 1 3 1.5z',
      ),
      gap('M4.8 11.2l6.4-6.4'),
    ],
    css: `background:${[
      layer('linear-gradient(135deg,#0000 42%,Canvas 43% 57%,#0000 58%)', 0.52, 0.52),
      layer(INK, 0.84, 0.84),
    ]}`,
  },
  'advised-against': {
    colour: '#b86e00',
    drawing: [
      fill(
        'M8 1.2a1.2 1.2 0 0 1 1.05.6l6.2 11.1a1.2 1.2 0 0 1-1.05 1.8H1.8a1.2 1.2 0 0 1-1.05-1.8l6.2-11.1A1.2 1.2 0 0 1 8 1.2z',
      ),
      gap('M8 5.6v3.6M8 12v.1'),
    ],
    css: `background:${[
      layer(PAPER, 0.14, 0.29, 0, 0.04),
      layer(PAPER, 0.14, 0.13, 0, 0.32),
      layer('conic-gradient(from 151.7deg at 50% 0,currentColor 56.6deg,#0000 0)', 0.96, 0.89),
    ]}`,
  },
  'no-rule-found': { colour: '#76859a', drawing: [CIRCLE], css: `background:${RING}` },
  'no-profile': {
    colour: '#76859a',
    drawing: [CIRCLE, fill('M8 6.2a1.8 1.8 0 1 1 0 3.6a1.8 1.8 0 1 1 0-3.6z')],
    css: `background:${layer('radial-gradient(circle,currentColor .15em,#0000 .17em)', 1, 1)},${RING}`,
  },
};
