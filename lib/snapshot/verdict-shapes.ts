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
   * For badge and card: declarations for a square box that draw the same in the box's text colour. A drawing in each
   * badge takes three times as long to make as the rest of it, and pictures in a style sheet are subject to the page's
   * content security policy, which would report them to the page's owner.
   */
  readonly css: string;
}

const fill = (d: string): ShapePart => ({ d, paint: 'fill', tone: 'ink' });
const stroke = (d: string): ShapePart => ({ d, paint: 'stroke', tone: 'ink' });
const gap = (d: string): ShapePart => ({ d, paint: 'stroke', tone: 'paper' });

/**
 * A clip path in percent. Holes are cut by the even-odd rule: the outline is walked first, then each hole, from the
 * outline's first point and back to it.
 */
const cut = (outline: string, ...holes: string[]): string => {
  const first = (points: string) => points.slice(0, points.indexOf(','));
  const start = first(outline);
  const points = [outline, start, ...holes.flatMap((hole) => [hole, first(hole), start])];
  return `background:currentColor;clip-path:polygon(evenodd,${points})`;
};

const RING = 'box-sizing:border-box;border:.15em solid;border-radius:50%';

/** Everything that shows a verdict draws from this table. */
export const VERDICT_SHAPES: Readonly<Record<VerdictLevel, VerdictShape>> = {
  'not-allowed': {
    colour: '#c5402f',
    drawing: [fill('M4.9 .5h6.2L15.5 4.9v6.2L11.1 15.5H4.9L.5 11.1V4.9z'), gap('M4.5 8h7')],
    css: cut(
      '29% 0%,71% 0%,100% 29%,100% 71%,71% 100%,29% 100%,0% 71%,0% 29%',
      '22% 41%,78% 41%,78% 59%,22% 59%',
    ),
  },
  'blocked-here': {
    colour: '#9a5bb0',
    drawing: [
      fill(
        'M2.3 .8h11.4a1.5 1.5 0 0 1 1.5 1.5v11.4a1.5 1.5 0 0 1 -1.5 1.5H2.3a1.5 1.5 0 0 1 -1.5 -1.5V2.3A1.5 1.5 0 0 1 2.3 .8z',
      ),
      gap('M4.6 11.4l6.8-6.8'),
    ],
    css: cut('4% 4%,96% 4%,96% 96%,4% 96%', '22% 66%,66% 22%,78% 34%,34% 78%'),
  },
  'advised-against': {
    colour: '#b86e00',
    drawing: [
      fill(
        'M8 .6a1.2 1.2 0 0 1 1.05.6l6.6 12.3a1.2 1.2 0 0 1-1.05 1.8H1.4a1.2 1.2 0 0 1-1.05-1.8l6.6-12.3A1.2 1.2 0 0 1 8 .6z',
      ),
      gap('M8 5.6v3.6M8 12v.1'),
    ],
    css: cut('50% 2%,100% 96%,0% 96%', '41% 35%,59% 35%,59% 64%,41% 64%', '41% 72%,59% 72%,59% 87%,41% 87%'),
  },
  'no-rule-found': {
    colour: '#76859a',
    drawing: [stroke('M8 1.6a6.4 6.4 0 1 1 0 12.8a6.4 6.4 0 1 1 0-12.8z')],
    css: RING,
  },
  'no-profile': {
    colour: '#76859a',
    drawing: [2.6, 8, 13.4].map((x) => fill(`M${x} 5.7a2.3 2.3 0 1 1 0 4.6a2.3 2.3 0 1 1 0-4.6z`)),
    css: 'background:radial-gradient(circle closest-side,currentColor 80%,#0000) 50%/33.3% 33.3% repeat-x',
  },
};
