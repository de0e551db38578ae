import type { VerdictLevel } from '../snapshot.ts';

/*
 * The shapes of `lib/verdict-shapes.ts` as style rules. A drawing (SVG) in each badge takes three times as long to
 * make as the rest of it, and pictures in a style sheet are subject to the page's content security policy, which
 * would report them to the page's owner. Clip paths in percent are neither. Holes are cut by the even-odd rule: the
 * outline is walked first, then the hole, from the same starting point and back to it.
 */

const cut = (outline: string, ...holes: string[]) => {
  const start = outline.slice(0, outline.indexOf(','));
  return `background:currentColor;clip-path:polygon(evenodd,${[outline, start, ...holes.flatMap((hole) => [hole, hole.slice(0, hole.indexOf(',')), start])].join()})`;
};

const RING = 'box-sizing:border-box;border:.13em solid;border-radius:50%';

/** Declarations for a square box that draw the verdict's shape in the text colour. */
export const SHAPES: Readonly<Record<VerdictLevel, string>> = {
  'not-allowed': cut(
    '31% 4%,69% 4%,96% 31%,96% 69%,69% 96%,31% 96%,4% 69%,4% 31%',
    '24% 43%,76% 43%,76% 57%,24% 57%',
  ),
  'blocked-here': cut('8% 8%,92% 8%,92% 92%,8% 92%', '25% 65%,65% 25%,75% 35%,35% 75%'),
  'advised-against': cut(
    '50% 5%,98% 94%,2% 94%',
    '43% 36%,57% 36%,57% 64%,43% 64%',
    '43% 72%,57% 72%,57% 84%,43% 84%',
  ),
  'no-rule-found': RING,
  'no-profile': `${RING};background:radial-gradient(circle,currentColor 24%,#0000 30%)`,
};

/** Colours that repeat the shape: each at least 3:1 against white and against black. */
export const COLOURS: Readonly<Record<VerdictLevel, string>> = {
  'not-allowed': '#c5402f',
  'blocked-here': '#9a5bb0',
  'advised-against': '#b86e00',
  'no-rule-found': '#76859a',
  'no-profile': '#76859a',
};
