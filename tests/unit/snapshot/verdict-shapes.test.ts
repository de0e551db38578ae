import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { VERDICT_LEVELS, type VerdictLevel } from '../../../lib/register/verdict-level.ts';
import { VERDICT_SHAPES } from '../../../lib/snapshot/verdict-shapes.ts';

type Point = readonly [x: number, y: number];

/** The corners of path data, one list a subpath; the small arcs at rounded corners are taken as straight lines. */
function cornersOf(d: string): Point[][] {
  const paths: Point[][] = [];
  let [x, y] = [0, 0];
  for (const [, command = '', rest = ''] of d.matchAll(/([a-z])([^a-z]*)/gi)) {
    const numbers = [...rest.matchAll(/-?(?:\d+\.?\d*|\.\d+)/g)].map(Number);
    const kind = command.toLowerCase();
    const taken = { m: 2, l: 2, h: 1, v: 1, a: 7, z: 0 }[kind];
    expect(numbers.length, `${command} in ${d}`).toBe(taken);
    const [from, to] = command === kind ? [x, y] : [0, 0];
    const end = numbers.slice(kind === 'a' ? 5 : 0);
    if (kind === 'h') x = from + (end[0] ?? 0);
    else if (kind === 'v') y = to + (end[0] ?? 0);
    else if (kind !== 'z') [x, y] = [from + (end[0] ?? 0), to + (end[1] ?? 0)];
    if (kind === 'm') paths.push([[x, y]]);
    else if (kind !== 'z') paths.at(-1)?.push([x, y]);
  }
  return paths;
}

const pairs = (points: readonly Point[]) =>
  points.map((point, i) => [point, points[(i + 1) % points.length] ?? point] as const);

/** By the even-odd rule. */
const isIn = ([x, y]: Point, polygon: readonly Point[]): boolean =>
  pairs(polygon).filter(
    ([[ax, ay], [bx, by]]) => ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax),
  ).length %
    2 ===
  1;

/** A stroke is 2 units wide. */
const isOnStroke = ([x, y]: Point, line: readonly Point[]): boolean =>
  pairs(line)
    .slice(0, -1)
    .some(([[ax, ay], [bx, by]]) => {
      const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / (Math.hypot(bx - ax, by - ay) ** 2 || 1);
      const at = Math.max(0, Math.min(1, along));
      return Math.hypot(x - ax - at * (bx - ax), y - ay - at * (by - ay)) <= 1;
    });

/** Whether a point is painted by the drawing. */
const drawn = (level: VerdictLevel, point: Point): boolean =>
  VERDICT_SHAPES[level].drawing.reduce((ink, { d, paint, tone }) => {
    const hit = cornersOf(d).some((path) => (paint === 'fill' ? isIn(point, path) : isOnStroke(point, path)));
    return hit ? tone === 'ink' : ink;
  }, false);

/** One layer of a background: its picture, and its box in units of the drawing. */
interface Layer {
  readonly kind: string;
  readonly stops: readonly string[];
  readonly box: readonly [left: number, top: number, width: number, height: number];
}

const LAYER =
  /(linear|conic|radial)-gradient\(([^()]*)\) calc\(50% \+ (-?[\d.]+)em\) calc\(50% \+ (-?[\d.]+)em\)\/([\d.]+)em ([\d.]+)em no-repeat/g;

const layersOf = (css: string): Layer[] =>
  [...css.matchAll(LAYER)].flatMap(([, kind = '', stops = '', ...numbers]): Layer[] => {
    const [x = 0, y = 0, width = 0, height = 0] = numbers.map((each) => Number(each) * 16);
    // Layers of the other shapes.
    if (width === 0) return [];
    return [{ kind, stops: stops.split(','), box: [8 + x - width / 2, 8 + y - height / 2, width, height] }];
  });

const degrees = (radians: number) => ((radians * 180) / Math.PI + 360) % 360;

/** The colour that a layer paints at a point; transparent where it paints none. */
function paintAt({ kind, stops, box }: Layer, [x, y]: Point): string {
  const [left, top, width, height] = box;
  const [u, v] = [x - left, y - top];
  if (u < 0 || v < 0 || u > width || v > height) return '#0000';
  const [first = '', ...rest] = stops;
  if (kind === 'conic') {
    const [, from = 0] = /from ([\d.]+)deg/.exec(first)?.map(Number) ?? [];
    const [colour = '', sweep = ''] = rest[0]?.split(' ') ?? [];
    const angle = degrees(Math.atan2(u - width / 2, -v));
    return angle >= from && angle <= from + Number.parseFloat(sweep) ? colour : '#0000';
  }
  if (!first.endsWith('deg')) return first;
  const turn = (Number.parseFloat(first) * Math.PI) / 180;
  const length = Math.abs(width * Math.sin(turn)) + Math.abs(height * Math.cos(turn));
  const at = 50 + (100 * ((u - width / 2) * Math.sin(turn) - (v - height / 2) * Math.cos(turn))) / length;
  // Each stop names the percentages from which its colour holds; they are close together where it changes.
  return rest.reduce((colour, stop) => {
    const [name = '', from = '0'] = stop.split(' ');
    return at >= Number.parseFloat(from) ? name : colour;
  }, rest[0]?.split(' ')[0] ?? '');
}

/** Whether a badge has ink at a point: the first layer that paints there decides. */
function inked(level: VerdictLevel, point: Point): boolean {
  const paints = layersOf(VERDICT_SHAPES[level].css).map((layer) => paintAt(layer, point));
  return paints.find((paint) => paint !== '#0000') === 'currentColor';
}

const GRID: readonly Point[] = Array.from({ length: 48 * 48 }, (_, i) => [
  ((i % 48) + 0.5) / 3,
  (Math.floor(i / 48) + 0.5) / 3,
]);

/** What two shapes have in common, of all that either covers. */
function likeness(css: VerdictLevel, drawing: VerdictLevel): number {
  const both = GRID.filter((point) => inked(css, point) && drawn(drawing, point)).length;
  return both / GRID.filter((point) => inked(css, point) || drawn(drawing, point)).length;
}

const SOLID = ['not-allowed', 'blocked-here', 'advised-against'] as const;

describe('the shape of a verdict', () => {
  it.each(SOLID)('%s is the same in a badge as in toolbar and pages', (level) => {
    const own = likeness(level, level);
    // The corners are rounded in the drawing alone.
    expect(own).toBeGreaterThan(0.75);
    for (const other of SOLID.filter((each) => each !== level))
      expect(likeness(level, other), other).toBeLessThan(own - 0.1);
  });

  it('is a ring where no rule is known, and three dots where nothing was picked', () => {
    const { 'no-rule-found': ring, 'no-profile': dots } = VERDICT_SHAPES;
    expect(layersOf(ring.css)).toMatchObject([{ kind: 'radial', stops: { 0: 'circle', 1: '#0000 .33em' } }]);
    expect(layersOf(dots.css)).toHaveLength(3);
    expect(ring.drawing).toHaveLength(1);
    expect(dots.drawing).toHaveLength(3);
  });

  it('has no edges that only meet, between which a scaled screen leaves a hairline', () => {
    for (const level of SOLID) {
      const edges = layersOf(VERDICT_SHAPES[level].css).map(({ box: [left, top, width, height] }) => ({
        x: [left, left + width],
        y: [top, top + height],
      }));
      for (const along of ['x', 'y'] as const)
        for (const one of edges)
          for (const other of edges) {
            const [end = 0, start = 0] = [one[along][1], other[along][0]];
            expect(Math.abs(end - start), level).toBeGreaterThan(0.1);
          }
    }
  });

  it('differs from every other', () => {
    for (const look of ['css', 'drawing'] as const)
      expect(new Set(VERDICT_LEVELS.map((level) => JSON.stringify(VERDICT_SHAPES[level][look]))).size).toBe(
        5,
      );
  });
});

const channels = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);

/** Relative luminance as in WCAG 2.2. */
const luminance = (hex: string): number =>
  channels(hex)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
    .reduce((sum, value, i) => sum + value * ([0.2126, 0.7152, 0.0722][i] ?? 0), 0);
const contrast = (a: string, b: string): number => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
};

/** Degrees on the colour wheel. */
function hue(hex: string): number {
  const [r = 0, g = 0, b = 0] = channels(hex);
  return (Math.atan2(Math.sqrt(3) * (g - b), 2 * r - g - b) * 180) / Math.PI;
}

describe.each(VERDICT_LEVELS)('the colour of %s', (level) => {
  const { colour } = VERDICT_SHAPES[level];

  it.each(['#ffffff', '#000000', '#202124'])('stands out from %s', (ground) => {
    expect(contrast(colour, ground)).toBeGreaterThanOrEqual(3);
  });

  it('is of the same hue as on pages, light and dark', () => {
    const theme = readFileSync(new URL('../../../components/theme.css', import.meta.url), 'utf8');
    const [, light = '', dark = ''] =
      new RegExp(`--${level}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(theme) ?? [];
    for (const own of [light, dark]) expect(Math.abs(hue(own) - hue(colour))).toBeLessThan(15);
  });
});
