import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { countryOf, placesAround, regionOf } from '../../../lib/register/places.ts';
import { statusOn } from '../../../lib/register/status.ts';
import { summariseByPlace } from '../../../lib/register-view/map-classes.ts';
import { nearestWithin, nextPlace } from '../../../lib/register-view/map-drawing.ts';
import { GRID_COUNTRIES, tilesOf } from '../../../lib/register-view/tile-grids.ts';
import { drawMap } from '../../../scripts/build/map/draw-map.ts';
import { readRegister } from '../../../scripts/data/read-register.ts';
import { clause, event, restriction } from '../../support/example-record.ts';

const require = createRequire(import.meta.url);
const { restrictions } = readRegister();
const codes = [...new Set(restrictions.map(({ issuer }) => issuer.jurisdiction))];
const drawing = drawMap();

it('comes out of the package as it was drawn', () => {
  expect(JSON.parse(JSON.stringify(drawing))).toEqual(drawing);
});

describe('the drawing', () => {
  it('has every country of the register', () => {
    const drawn = new Set(drawing.places.map(({ code }) => code));
    const countries = [...new Set(codes.map(countryOf))].filter((code) => regionOf(code)?.region);
    expect(countries.filter((code) => !drawn.has(code))).toEqual([]);
  });

  it('has each code once, inside the world, and stays small', () => {
    const drawn = drawing.places.flatMap(({ code }) => code ?? []);
    expect(new Set(drawn).size).toBe(drawn.length);
    const [, , width, height] = drawing.frames['001'];
    for (const { x, y } of drawing.places) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(width);
      expect(y).toBeLessThanOrEqual(height);
    }
    expect(JSON.stringify(drawing).length).toBeLessThan(300_000);
  });

  it.each([
    ['150', 'FR'],
    ['142', 'IN'],
    ['019', 'US'],
    ['002', 'KE'],
    ['009', 'AU'],
  ] as const)('shows in area %s the middle of %s', (area, code) => {
    const [left, top, width, height] = drawing.frames[area];
    const { x = 0, y = 0 } = drawing.places.find((place) => place.code === code) ?? {};
    expect(x).toBeGreaterThan(left);
    expect(x).toBeLessThan(left + width);
    expect(y).toBeGreaterThan(top);
    expect(y).toBeLessThan(top + height);
  });
});

describe('the keys on the map', () => {
  const at = (code: string) => {
    const place = drawing.places.find((each) => each.code === code);
    if (!place) throw new Error(code);
    return place;
  };
  const some = ['FR', 'DE', 'GB', 'ES', 'PL'].map(at);

  it('lead to the neighbour in their direction', () => {
    expect(nextPlace(some, at('FR'), [1, 0])?.code).toBe('DE');
    expect(nextPlace(some, at('DE'), [1, 0])?.code).toBe('PL');
    expect(nextPlace(some, at('FR'), [0, 1])?.code).toBe('ES');
    expect(nextPlace(some, at('FR'), [0, -1])?.code).toBe('GB');
    expect(nextPlace(some, at('PL'), [1, 0])).toBeNull();
  });

  it('reach every place from every other', () => {
    const countries = new Set(codes.map(countryOf));
    const all = drawing.places.filter(({ code }) => code && countries.has(code));
    const [start] = all;
    const reached = new Set(start ? [start] : []);
    for (const place of reached)
      for (const step of [
        [1, 0],
        [-1, 0],
        [0, 1],
        [0, -1],
      ] as const) {
        const next = nextPlace(all, place, step);
        if (next) reached.add(next);
      }
    expect(all.filter((place) => !reached.has(place)).map(({ code }) => code)).toEqual([]);
  });

  it('and a pointer finds the nearest small place', () => {
    expect(nearestWithin(some, { x: at('FR').x + 2, y: at('FR').y }, 10)?.code).toBe('FR');
    expect(nearestWithin(some, { x: 0, y: 0 }, 10)).toBeNull();
  });
});

describe('tiles', () => {
  it.each(GRID_COUNTRIES)(
    'of %s hold every part that the register names, each in a place of its own',
    (country) => {
      const tiles = tilesOf(country);
      const parts = codes.filter((code) => code.startsWith(`${country}-`));
      expect(parts.filter((part) => !tiles.some(({ code }) => code === part))).toEqual([]);
      expect(new Set(tiles.map(({ column, row }) => `${column} ${row}`)).size).toBe(tiles.length);
    },
  );

  it('are real subdivisions: all 50 states, 13 provinces, 8 states', () => {
    const names: Record<string, string> = require('cldr-subdivisions-full/subdivisions/en/en.json')
      .subdivisions.localeDisplayNames.subdivisions;
    const real = (country: string) =>
      tilesOf(country).filter(({ code }) => names[code.replace('-', '').toLowerCase()]).length;
    // The District of Columbia and Puerto Rico are tiles beside the fifty; the latter is no subdivision to CLDR.
    expect([real('US'), real('CA'), real('AU')]).toEqual([51, 13, 8]);
  });
});

describe('classes', () => {
  const DAY = '2024-01-01';
  const classes = (...records: ReturnType<typeof restriction>[]) =>
    Object.fromEntries(
      [
        ...summariseByPlace(
          records.map((record) => ({ record, status: statusOn(record, DAY) })),
          placesAround,
          DAY,
        ).values(),
      ].map(({ code, class: name, inForce, all }) => [code, [name, inForce, all.length]]),
    );
  const city = restriction({ id: 'city', issuer: { jurisdiction: 'GB-SCT', kind: 'city-or-local' } });
  const government = restriction({ id: 'government', issuer: { kind: 'national-government' } });
  const advice = restriction({ id: 'advice', measure: 'advice-against' });
  const ban = restriction({ id: 'ban', measure: 'nationwide-ban' });
  const over = restriction({
    id: 'over',
    events: [event('2023-01-01', 'effective'), event('2023-06-01', 'lifted')],
  });

  it('count a part for its country, but do not paint it as the whole', () => {
    expect(classes(city)).toEqual({ 'GB-SCT': ['bodies', 1, 1], GB: ['bodies', 1, 1] });
    const state = restriction({ issuer: { jurisdiction: 'US-TX', kind: 'subnational-government' } });
    expect(classes(state)).toEqual({ 'US-TX': ['government', 1, 1], US: ['bodies', 1, 1] });
    const part = restriction({ issuer: { jurisdiction: 'US-MT' }, measure: 'nationwide-ban' });
    expect(classes(part)).toEqual({ 'US-MT': ['territory', 1, 1], US: ['bodies', 1, 1] });
  });

  it('go by the clauses in force, of those that the list is about', () => {
    const record = restriction({
      issuer: { kind: 'national-government' },
      clauses: [clause(), clause({ measure: 'advice-against', devices: ['personal'] })],
      events: [event('2023-01-01', 'effective'), event('2023-06-01', 'lifted', [0])],
    });
    const on = (day: string, means?: Parameters<typeof summariseByPlace>[3]) =>
      summariseByPlace([{ record, status: statusOn(record, day) }], placesAround, day, means).get('GB')
        ?.class;
    expect(on('2023-05-31')).toBe('government');
    expect(on('2023-06-01')).toBe('advice');
    expect(on('2023-05-31', ({ devices }) => devices.includes('personal'))).toBe('advice');
    expect(on('2023-06-01', ({ measure }) => measure === 'device-ban')).toBe('past');
  });

  it('are fresh only where a source of the last twelve months shows the strongest', () => {
    const known = (date: string, changes = {}) =>
      restriction({ knowledge: { date, basis: 'last-known' }, ...changes });
    const freshOf = (...records: ReturnType<typeof restriction>[]) =>
      summariseByPlace(
        records.map((record) => ({ record, status: statusOn(record, '2026-11-29') })),
        placesAround,
        '2026-11-29',
      ).get('GB')?.fresh;
    expect(freshOf(known('2025-11-29'))).toBe(true);
    expect(freshOf(known('2025-11-28'))).toBe(false);
    expect(freshOf(known('2025'))).toBe(false);
    expect(freshOf(known('2023-03'), known('2026-11-01', { id: 'b', measure: 'advice-against' }))).toBe(
      false,
    );
  });

  it('take the strongest of a place', () => {
    expect(classes(advice, over)).toEqual({ GB: ['advice', 1, 2] });
    expect(classes(over)).toEqual({ GB: ['past', 0, 1] });
    expect(classes(advice, government, over)).toEqual({ GB: ['government', 2, 3] });
    expect(classes(ban, government)).toEqual({ GB: ['territory', 2, 2] });
    expect(classes(restriction(), advice)).toEqual({ GB: ['bodies', 2, 2] });
  });
});
