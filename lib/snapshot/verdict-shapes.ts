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

/** A layer of a background in the middle of its box; lengths in em. */
interface Layer {
  readonly image: string;
  readonly width: number;
  readonly height: number;
  readonly x: number;
  readonly y: number;
}
const layer = (image: string, width: number, height: number, x = 0, y = 0): Layer => ({
  image,
  width,
  height,
  x,
  y,
});
const INK = 'linear-gradient(currentColor,currentColor)';
const PAPER = 'linear-gradient(Canvas,Canvas)';
/** A square of which one corner is cut off. */
const cutCorner = (degrees: number): string => `linear-gradient(${degrees}deg,#0000 29%,currentColor 29.5%)`;

/** The layers that draw each shape. */
const LAYERS: Readonly<Record<VerdictLevel, readonly Layer[]>> = {
  'not-allowed': [
    layer(PAPER, 0.56, 0.18),
    // The corners overlap: between edges that only meet, a scaled screen leaves a hairline.
    ...[135, 225, 315, 45].map((degrees, i) =>
      layer(cutCorner(degrees), 0.52, 0.52, i % 3 ? 0.24 : -0.24, i < 2 ? -0.24 : 0.24),
    ),
  ],
  'blocked-here': [
    layer('linear-gradient(135deg,#0000 41%,Canvas 42% 58%,#0000 59%)', 0.56, 0.56),
    layer(INK, 0.92, 0.92),
  ],
  'advised-against': [
    layer(PAPER, 0.15, 0.3, 0, -0.03),
    layer(PAPER, 0.15, 0.13, 0, 0.26),
    layer('conic-gradient(from 151deg at 50% 0,currentColor 58deg,#0000 0)', 1, 0.94),
  ],
  'no-rule-found': [layer('radial-gradient(circle,#0000 .33em,currentColor .35em .47em,#0000 .49em)', 1, 1)],
  'no-profile': [-0.33, 0, 0.33].map((x) =>
    layer('radial-gradient(circle closest-side,currentColor 80%,#0000)', 0.33, 0.33, x),
  ),
};

/**
 * Draws one of the shapes. The others are there in no size: a page in Chromium can tell how much memory its style rules
 * take, which is so the same for every verdict.
 */
const backgroundOf = (level: VerdictLevel): string => {
  const written = Object.entries(LAYERS).flatMap(([of, layers]) =>
    layers.map(({ image, width, height, x, y }) => {
      const size = of === level ? `${width}em ${height}em` : '0em 0em';
      return `${image} calc(50% + ${x}em) calc(50% + ${y}em)/${size} no-repeat`;
    }),
  );
  return `background:${written}`;
};

/** Everything that shows a verdict draws from this table. */
export const VERDICT_SHAPES: Readonly<Record<VerdictLevel, VerdictShape>> = {
  'not-allowed': {
    colour: '#c5402f',
    drawing: [fill('M4.9 .5h6.2L15.5 4.9v6.2L11.1 15.5H4.9L.5 11.1V4.9z'), gap('M4.5 8h7')],
    css: backgroundOf('not-allowed'),
  },
  'blocked-here': {
    colour: '#9a5bb0',
    drawing: [
      fill(
        'M2.3 .8h11.4a1.5 1.5 0 0 1 1.5 1.5v11.4a1.5 1.5 0 0 1 -1.5 1.5H2.3a1.5 1.5 0 0 1 -1.5 -1.5V2.3A1.5 1.5 0 0 1 2.3 .8z',
      ),
      gap('M4.6 11.4l6.8-6.8'),
    ],
    css: backgroundOf('blocked-here'),
  },
  'advised-against': {
    colour: '#b86e00',
    drawing: [
      fill(
        'M8 .6a1.2 1.2 0 0 1 1.05.6l6.6 12.3a1.2 1.2 0 0 1-1.05 1.8H1.4a1.2 1.2 0 0 1-1.05-1.8l6.6-12.3A1.2 1.2 0 0 1 8 .6z',
      ),
      gap('M8 5.6v3.6M8 12v.1'),
    ],
    css: backgroundOf('advised-against'),
  },
  'no-rule-found': {
    colour: '#76859a',
    drawing: [stroke('M8 1.6a6.4 6.4 0 1 1 0 12.8a6.4 6.4 0 1 1 0-12.8z')],
    css: backgroundOf('no-rule-found'),
  },
  'no-profile': {
    colour: '#76859a',
    drawing: [2.6, 8, 13.4].map((x) => fill(`M${x} 5.7a2.3 2.3 0 1 1 0 4.6a2.3 2.3 0 1 1 0-4.6z`)),
    css: backgroundOf('no-profile'),
  },
};
