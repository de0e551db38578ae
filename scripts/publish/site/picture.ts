import { deflateSync } from 'node:zlib';
import { placesAround } from '../../../lib/register/places.ts';
import type { Register } from '../../../lib/register/schema.ts';
import { statusOn } from '../../../lib/register/status.ts';
import { type MapClass, summariseByPlace } from '../../../lib/register-view/map-classes.ts';
import type { MapDrawing } from '../../../lib/register-view/map-drawing.ts';

/*
 * The picture that previews of a link show: the map of the register in the size that they ask for, as PNG. Drawn here by
 * filling the map's polygons, so that publishing needs no browser.
 */

const WIDTH = 1200;
const HEIGHT = 630;
/** Points a pixel, each way: edges are smooth. */
const FINE = 3;

type Colour = readonly [red: number, green: number, blue: number];

const PAPER: Colour = [253, 252, 250];
const LAND: Colour = [226, 222, 213];
/** The colours of the map in light (`map.css`). */
const COLOURS: Readonly<Record<MapClass, Colour>> = {
  territory: [124, 63, 147],
  government: [42, 86, 137],
  bodies: [139, 171, 208],
  advice: [201, 150, 74],
  past: [196, 199, 203],
  none: LAND,
};

type Point = readonly [x: number, y: number];

/** The rings of a path as `draw-map.ts` writes them: `M`, a point, `l`, steps, `z`. */
export function ringsOf(path: string): Point[][] {
  return path
    .split('z')
    .filter((ring) => ring !== '')
    .map((ring) => {
      const numbers = (ring.match(/-?\d+/g) ?? []).map(Number);
      const points: Point[] = [];
      let [x, y] = [0, 0];
      for (let i = 0; i + 1 < numbers.length; i += 2) {
        x += numbers[i] ?? 0;
        y += numbers[i + 1] ?? 0;
        points.push([x, y]);
      }
      return points;
    });
}

/** Fills polygons by the even-odd rule, a line of the raster at a time. */
function fill(raster: Uint16Array, width: number, rings: readonly Point[][], value: number): void {
  const edges = rings.flatMap((ring) =>
    ring.map((from, index) => [from, ring[(index + 1) % ring.length] ?? from] as const),
  );
  const ys = edges.flatMap(([[, y]]) => y);
  const height = raster.length / width;
  const first = Math.max(0, Math.floor(Math.min(...ys)));
  const last = Math.min(height - 1, Math.ceil(Math.max(...ys)));
  for (let y = first; y <= last; y++) {
    const middle = y + 0.5;
    const crossings = edges
      .filter(([[, a], [, b]]) => a <= middle !== b <= middle)
      .map(([[ax, ay], [bx, by]]) => ax + ((middle - ay) / (by - ay)) * (bx - ax))
      .sort((a, b) => a - b);
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const from = Math.max(0, Math.round(crossings[i] ?? 0));
      const to = Math.min(width, Math.round(crossings[i + 1] ?? 0));
      raster.fill(value, y * width + from, y * width + to);
    }
  }
}

/** As the map fades what nobody has seen in force for a year: no colour may look younger than its evidence. */
const faded = (colour: Colour): Colour => mixed(colour, PAPER, 0.38);
const mixed = (a: Colour, b: Colour, part: number): Colour => [
  a[0] * part + b[0] * (1 - part),
  a[1] * part + b[1] * (1 - part),
  a[2] * part + b[2] * (1 - part),
];

/**
 * Points of the raster to pixels, each the mean of the colours in it. A point holds 1 and the index of its place, 0 for
 * the sea; between two places runs a line of paper.
 */
function pixels(raster: Uint16Array, colours: readonly Colour[]): Buffer {
  const out = Buffer.alloc(HEIGHT * (1 + WIDTH * 3));
  const wide = WIDTH * FINE;
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) {
      let [red, green, blue] = [0, 0, 0];
      for (let dy = 0; dy < FINE; dy++)
        for (let dx = 0; dx < FINE; dx++) {
          const point = (y * FINE + dy) * wide + x * FINE + dx;
          const place = raster[point] ?? 0;
          const isBorder = [point + 2, point + 2 * wide].some((near) => (raster[near] ?? place) !== place);
          const [r, g, b] = (place === 0 || isBorder ? null : colours[place - 1]) ?? PAPER;
          red += r;
          green += g;
          blue += b;
        }
      const points = FINE * FINE;
      // Each line of a PNG begins with its filter: none.
      const at = y * (1 + WIDTH * 3) + 1 + x * 3;
      out[at] = red / points;
      out[at + 1] = green / points;
      out[at + 2] = blue / points;
    }
  return out;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});
const crc = (bytes: Buffer): number =>
  (bytes.reduce((c, byte) => (TABLE[(c ^ byte) & 255] ?? 0) ^ (c >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  const foot = Buffer.alloc(4);
  foot.writeUInt32BE(crc(body));
  return Buffer.concat([head, body, foot]);
}

/** A PNG of 8-bit RGB from its lines (PNG specification, 2nd edition). */
function png(lines: Buffer): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(WIDTH, 0);
  head.writeUInt32BE(HEIGHT, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The map on a day (`YYYY-MM-DD`) as a PNG of 1200 by 630 pixels. */
export function drawPicture(register: Register, map: MapDrawing, day: string): Buffer {
  const found = register.restrictions.map((record) => ({ record, status: statusOn(record, day) }));
  const places = summariseByPlace(found, placesAround, day);
  const [left, top, width, height] = map.frames['001'];
  const margin = 24;
  const scale = Math.min((WIDTH - 2 * margin) / width, (HEIGHT - 2 * margin) / height);
  const offset = [(WIDTH - width * scale) / 2, (HEIGHT - height * scale) / 2] as const;
  const raster = new Uint16Array(WIDTH * FINE * HEIGHT * FINE);
  for (const [index, { d }] of map.places.entries()) {
    const rings = ringsOf(d).map((ring) =>
      ring.map(
        ([x, y]): Point => [((x - left) * scale + offset[0]) * FINE, ((y - top) * scale + offset[1]) * FINE],
      ),
    );
    if (rings.length > 0) fill(raster, WIDTH * FINE, rings, 1 + index);
  }
  const colours = map.places.map(({ code }) => {
    const summary = code ? places.get(code) : undefined;
    if (!summary || summary.class === 'none') return LAND;
    const colour = COLOURS[summary.class];
    return summary.fresh || summary.class === 'past' ? colour : faded(colour);
  });
  return png(pixels(raster, colours));
}
