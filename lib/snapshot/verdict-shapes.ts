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

const RING = 'box-sizing:border-box;border:.13em solid;border-radius:50%';
const CIRCLE = stroke('M8 2.2a5.8 5.8 0 1 1 0 11.6a5.8 5.8 0 1 1 0-11.6z');

/** Everything that shows a verdict draws from this table. */
export const VERDICT_SHAPES: Readonly<Record<VerdictLevel, VerdictShape>> = {
  'not-allowed': {
    colour: '#c5402f',
    drawing: [fill('M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z'), gap('M4.5 8h7')],
    css: cut(
      '31% 4%,69% 4%,96% 31%,96% 69%,69% 96%,31% 96%,4% 69%,4% 31%',
      '24% 43%,76% 43%,76% 57%,24% 57%',
    ),
  },
  'blocked-here': {
    colour: '#9a5bb0',
    drawing: [
      fill(
        'M3 1.5h10A1.5 1.5 0 0 1 14.5 3v10a1.5 1.5 0 0 1-1.5 1.5H3A1.5 1.5 0 0 1 1.5 13V3A1.5 1.5 0 0 1 3 1.5z',
      ),
      gap('M4.8 11.2l6.4-6.4'),
    ],
    css: cut('8% 8%,92% 8%,92% 92%,8% 92%', '25% 65%,65% 25%,75% 35%,35% 75%'),
  },
  'advised-against': {
    colour: '#b86e00',
    drawing: [
      fill(
        'M8 1.2a1.2 1.2 0 0 1 1.05.6l6.2 11.1a1.2 1.2 0 0 1-1.05 1.8H1.8a1.2 1.2 0 0 1-1.05-1.8l6.2-11.1A1.2 1.2 0 0 1 8 1.2z',
      ),
      gap('M8 5.6v3.6M8 12v.1'),
    ],
    css: cut('50% 5%,98% 94%,2% 94%', '43% 36%,57% 36%,57% 64%,43% 64%', '43% 72%,57% 72%,57% 84%,43% 84%'),
  },
  'no-rule-found': { colour: '#76859a', drawing: [CIRCLE], css: RING },
  'no-profile': {
    colour: '#76859a',
    drawing: [CIRCLE, fill('M8 6.2a1.8 1.8 0 1 1 0 3.6a1.8 1.8 0 1 1 0-3.6z')],
    css: `${RING};background:radial-gradient(circle,currentColor 24%,#0000 30%)`,
  },
};
