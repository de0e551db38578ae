/*
 * The world as the build draws it (`scripts/build/map/draw-map.ts`) and the map shows it: finished SVG paths, so that no
 * drawing library runs in the page. Lengths are units of the drawing, of which the whole world is 1200 wide.
 */

/** A country or territory. */
export interface DrawnPlace {
  /** ISO 3166-1 alpha-2, XK; null for land that no code stands for. */
  readonly code: string | null;
  /** SVG path data. */
  readonly d: string;
  /** The middle of its largest part. */
  readonly x: number;
  readonly y: number;
  /** The longer side of its largest part. */
  readonly size: number;
}

/** A part of the drawing: left, top, width, height. */
export type Frame = readonly [x: number, y: number, width: number, height: number];

export const AREAS = ['001', '150', '142', '019', '002', '009'] as const;
/** UN M49 code of a continent; 001 is the world. */
export type Area = (typeof AREAS)[number];

export interface MapDrawing {
  readonly frames: Readonly<Record<Area, Frame>>;
  readonly places: readonly DrawnPlace[];
}

/** Reads the drawing inside the package. It is some hundred kilobytes that only the map needs. */
export const loadMap = async (): Promise<MapDrawing> => (await fetch('/map.json')).json();

/** A place that is shown with its middle; {@link DrawnPlace} without its path. */
export type Point = Pick<DrawnPlace, 'x' | 'y'>;

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** The place whose middle is nearest to `point` within `reach`; null where none is. */
export function nearestWithin<P extends Point>(places: readonly P[], point: Point, reach: number): P | null {
  let nearest: P | null = null;
  for (const place of places)
    if (distance(place, point) <= reach && (!nearest || distance(place, point) < distance(nearest, point)))
      nearest = place;
  return nearest;
}

/** Where an arrow key leads: one step to the right is `[1, 0]`, one up `[0, -1]`. */
export type Direction = readonly [dx: number, dy: number];

/** The next place in a direction: near ones before far ones, and straight ahead before aside. Null at the edge. */
export function nextPlace<P extends Point>(places: readonly P[], from: P, [dx, dy]: Direction): P | null {
  let best: P | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const place of places) {
    const ahead = (place.x - from.x) * dx + (place.y - from.y) * dy;
    const aside = Math.abs((place.x - from.x) * dy) + Math.abs((place.y - from.y) * dx);
    // Within 45 degrees to either side of straight ahead.
    if (place === from || ahead <= 0 || aside > ahead) continue;
    const cost = ahead + 2 * aside;
    if (cost < least) {
      least = cost;
      best = place;
    }
  }
  return best;
}
