import { describe, expect, it } from 'vitest';
import { nearestWithin, nextPlace, type Point } from '../../../lib/register-view/map-drawing.ts';

interface Place extends Point {
  readonly name: string;
}
const at = (name: string, x: number, y: number): Place => ({ name, x, y });
const HERE = at('here', 0, 0);
const RIGHT = [1, 0] as const;
/** Where an arrow key leads from the middle. */
const next = (direction: readonly [number, number], ...places: Place[]) =>
  nextPlace([HERE, ...places], HERE, direction)?.name ?? null;

describe('an arrow key', () => {
  it.each([
    ['right', [1, 0], 'east'],
    ['left', [-1, 0], 'west'],
    ['up', [0, -1], 'north'],
    ['down', [0, 1], 'south'],
  ] as const)('to the %s leads there', (_key, direction, name) => {
    const around = [at('east', 9, 1), at('west', -9, 1), at('north', 1, -9), at('south', 1, 9)];
    expect(next(direction, ...around)).toBe(name);
  });

  it('leads to the nearer of two places straight ahead', () => {
    expect(next(RIGHT, at('far', 20, 0), at('near', 10, 0))).toBe('near');
  });

  it('leads rather straight ahead than aside, though that be a little nearer', () => {
    expect(next(RIGHT, at('aside', 10, 8), at('ahead', 20, 0))).toBe('ahead');
    expect(next(RIGHT, at('aside', 10, -8), at('ahead', 20, 0))).toBe('ahead');
    expect(next([0, 1], at('aside', 8, 10), at('ahead', 0, 20))).toBe('ahead');
  });

  it('but not past one aside to a place far away', () => {
    expect(next(RIGHT, at('aside', 10, 4), at('ahead', 20, 0))).toBe('aside');
  });

  it('leads nowhere else than within 45 degrees of its direction', () => {
    expect(next(RIGHT, at('edge', 10, 10))).toBe('edge');
    expect(next(RIGHT, at('beyond', 10, 11))).toBeNull();
    expect(next(RIGHT, at('beyond', 10, -11))).toBeNull();
    expect(next(RIGHT, at('behind', -1, 0))).toBeNull();
    expect(next(RIGHT, at('on the spot', 0, 0))).toBeNull();
  });
});

describe('the place a pointer means', () => {
  it('is the nearest within reach', () => {
    const places = [at('a', 3, 4), at('b', 6, 0), at('c', 5, 0)];
    expect(nearestWithin(places, HERE, 5)?.name).toBe('a');
    expect(nearestWithin([...places].reverse(), HERE, 6)?.name).toBe('c');
    expect(nearestWithin(places, HERE, 4.9)).toBeNull();
  });
});
