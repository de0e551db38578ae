import { createRequire } from 'node:module';
import { type GeoProjection, geoEqualEarth, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import { presimplify, simplify, sphericalTriangleArea } from 'topojson-simplify';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { COUNTRIES } from '../../../lib/register/places.ts';
import type { Area, DrawnPlace, Frame, MapDrawing } from '../../../lib/register-view/map-drawing.ts';

/*
 * Draws the world once, at build time, from Natural Earth (public domain) as `world-atlas` packs it, 1:50 million.
 * Borders are Natural Earth's, which draws those held in fact.
 */

const require = createRequire(import.meta.url);

/** Corners that cut off less than this, in steradians (about 400 km²), are dropped, alike on both sides of a border. */
const DETAIL = 1e-5;
/** Coordinates are whole units, which drops more than half of all points and keeps shared borders shared. */
const WIDTH = 1200;
/** Islands smaller than this in both directions are left out, unless they are all there is of a place. */
const LEAST = 4;

/** What each area shows, as west, south, east and north in degrees; parts that reach far are cut. */
const AREA_DEGREES: Readonly<Record<Exclude<Area, '001'>, readonly [number, number, number, number]>> = {
  '150': [-24, 34, 45, 71.5],
  '142': [26, -11, 150, 56],
  '019': [-168, -56, -34, 72],
  '002': [-20, -36, 59, 38],
  '009': [110, -50, 180, 12],
};

/** Antarctica has no government to make a rule. */
const LEFT_OUT = '010';

type Ring = readonly (readonly [number, number])[];
type World = Topology<{ countries: GeometryCollection<{ name: string }> }>;

/** ISO 3166-1 numeric to alpha-2. */
function alphaCodes(): Map<string, string> {
  const { codeMappings } = require('cldr-core/supplemental/codeMappings.json').supplemental as {
    codeMappings: Record<string, { _numeric?: string }>;
  };
  return new Map(
    COUNTRIES.flatMap((code) => {
      const numeric = codeMappings[code]?._numeric;
      return numeric ? [[numeric, code] as const] : [];
    }),
  );
}

/** Natural Earth gives Kosovo no number; the others without one have no code either. */
const BY_NAME: Readonly<Record<string, string>> = { Kosovo: 'XK' };

/** A ring on the grid, without repeated points; null where nothing is left of it. */
function snapped(ring: Ring): [number, number][] | null {
  const points: [number, number][] = [];
  for (const [x, y] of ring) {
    const point: [number, number] = [Math.round(x), Math.round(y)];
    const last = points.at(-1);
    if (last?.[0] !== point[0] || last?.[1] !== point[1]) points.push(point);
  }
  return points.length < 4 ? null : points;
}

const boxOf = (ring: Ring) => {
  const xs = ring.map(([x]) => x);
  const ys = ring.map(([, y]) => y);
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
};
const sizeOf = (ring: Ring): number => {
  const { left, top, right, bottom } = boxOf(ring);
  return Math.max(right - left, bottom - top);
};

/** Path data: the first point, then relative steps, a sign doing for the space between. */
function pathOf([first, ...rest]: readonly [number, number][]): string {
  if (!first) return '';
  let [x, y] = first;
  const steps = rest.slice(0, -1).map(([nextX, nextY]) => {
    const step = `${nextX - x} ${nextY - y}`;
    [x, y] = [nextX, nextY];
    return step;
  });
  return `M${first.join(' ')}l${steps.join(' ').replaceAll(' -', '-')}z`;
}

function placeOf(code: string | null, rings: readonly Ring[]): DrawnPlace | null {
  const largest = rings.reduce<Ring | null>((a, b) => (!a || sizeOf(b) > sizeOf(a) ? b : a), null);
  if (!largest) return null;
  const { left, top, right, bottom } = boxOf(largest);
  const d = rings
    .filter((ring) => ring === largest || sizeOf(ring) >= LEAST)
    .map((ring) => snapped(ring))
    .flatMap((ring) => (ring ? [pathOf(ring)] : []))
    .join('');
  return {
    code,
    d,
    x: Math.round((left + right) / 2),
    y: Math.round((top + bottom) / 2),
    size: Math.round(sizeOf(largest)),
  };
}

/** The box around a part of the world, from points along its edge. */
function frameOf(projection: GeoProjection, [west, south, east, north]: readonly number[]): Frame {
  if (west === undefined || south === undefined || east === undefined || north === undefined)
    throw new RangeError('an area needs four sides');
  const points = Array.from({ length: 21 }, (_, step) => step / 20).flatMap((part) => {
    const lon = west + (east - west) * part;
    const lat = south + (north - south) * part;
    return [
      projection([lon, south]),
      projection([lon, north]),
      projection([west, lat]),
      projection([east, lat]),
    ];
  });
  const { left, top, right, bottom } = boxOf(points.filter((point) => point !== null));
  return [Math.floor(left), Math.floor(top), Math.ceil(right - left), Math.ceil(bottom - top)];
}

/** Draws every country and territory, and says which part of the drawing shows which continent. */
export function drawMap(): MapDrawing {
  const world = simplify(
    presimplify(require('world-atlas/countries-50m.json') as World, sphericalTriangleArea),
    DETAIL,
  ) as World;
  const codes = alphaCodes();
  const { features } = feature(world, world.objects.countries);
  const shown = features.filter(({ id }) => id !== LEFT_OUT);
  // Turned a little, so that the far east of Russia stays in one piece.
  const projection = geoEqualEarth()
    .rotate([-11, 0])
    .fitWidth?.(WIDTH, { type: 'FeatureCollection', features: shown });
  if (!projection) throw new Error('d3-geo cannot fit a width');
  const path = geoPath(projection);
  const [, [, bottom]] = path.bounds({ type: 'FeatureCollection', features: shown });
  // Some codes come in several pieces; land without a code stays by itself.
  const rings = new Map<string, Ring[]>();
  for (const country of shown) {
    const code = codes.get(String(country.id)) ?? BY_NAME[country.properties.name] ?? '';
    rings.set(code, [...(rings.get(code) ?? []), ...ringsOf(path(country) ?? '')]);
  }
  const places = [...rings].flatMap(([code, own]) => placeOf(code || null, own) ?? []);
  const frames = Object.fromEntries(
    Object.entries(AREA_DEGREES).map(([area, degrees]) => [area, frameOf(projection, degrees)]),
  ) as Record<Exclude<Area, '001'>, Frame>;
  return { frames: { '001': [0, 0, WIDTH, Math.ceil(bottom)], ...frames }, places };
}

/** Reads the rings back from the absolute path that d3-geo writes, where they are cut at the edge of the world. */
const ringsOf = (path: string): Ring[] =>
  path
    .split('M')
    .slice(1)
    .map((ring) =>
      `${ring.replace('Z', '')}L${ring.replace(/[LZ].*/, '')}`.split('L').map((point) => {
        const [x = 0, y = 0] = point.split(',').map(Number);
        return [x, y] as const;
      }),
    );
