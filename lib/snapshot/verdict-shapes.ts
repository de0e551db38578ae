import type { VerdictLevel } from './snapshot.ts';

/** One stroke or area of a shape, in a square of 16 by 16 units. `ink`: the shape's colour; `paper`: what is cut out of it. */
export interface ShapePart {
  readonly d: string;
  readonly paint: 'fill' | 'stroke';
  readonly tone: 'ink' | 'paper';
}

/**
 * The verdict as a shape that can be told apart without colour: toolbar, badge, card and pages draw from this table.
 * Strokes are 2 units wide with round ends.
 */
export const VERDICT_SHAPES: Record<VerdictLevel, readonly ShapePart[]> = {
  'not-allowed': [
    { d: 'M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z', paint: 'fill', tone: 'ink' },
    { d: 'M4.5 8h7', paint: 'stroke', tone: 'paper' },
  ],
  'blocked-here': [
    {
      d: 'M3 1.5h10A1.5 1.5 0 0 1 14.5 3v10a1.5 1.5 0 0 1-1.5 1.5H3A1.5 1.5 0 0 1 1.5 13V3A1.5 1.5 0 0 1 3 1.5z',
      paint: 'fill',
      tone: 'ink',
    },
    { d: 'M4.8 11.2l6.4-6.4', paint: 'stroke', tone: 'paper' },
  ],
  'advised-against': [
    {
      d: 'M8 1.2a1.2 1.2 0 0 1 1.05.6l6.2 11.1a1.2 1.2 0 0 1-1.05 1.8H1.8a1.2 1.2 0 0 1-1.05-1.8l6.2-11.1A1.2 1.2 0 0 1 8 1.2z',
      paint: 'fill',
      tone: 'ink',
    },
    { d: 'M8 5.6v3.6M8 12v.1', paint: 'stroke', tone: 'paper' },
  ],
  'no-rule-found': [{ d: 'M8 2.2a5.8 5.8 0 1 1 0 11.6a5.8 5.8 0 1 1 0-11.6z', paint: 'stroke', tone: 'ink' }],
  'no-profile': [
    { d: 'M8 2.2a5.8 5.8 0 1 1 0 11.6a5.8 5.8 0 1 1 0-11.6z', paint: 'stroke', tone: 'ink' },
    { d: 'M8 6.2a1.8 1.8 0 1 1 0 3.6a1.8 1.8 0 1 1 0-3.6z', paint: 'fill', tone: 'ink' },
  ],
};
