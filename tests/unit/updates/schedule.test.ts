import { describe, expect, it } from 'vitest';
import { type Due, firstDue, nextDue, whatIsDue } from '../../../lib/updates/schedule.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.parse('2026-11-30T09:00:00Z');
const [lowest, middle, highest] = [() => 0, () => 0.5, () => 0.999999];
const late = (hours: number, missed = 0): Due => ({ at: NOW - hours * HOUR, missed });

describe('the first look', () => {
  it('may be at any moment of one interval', () => {
    expect(firstDue(NOW, DAY, lowest).at).toBe(NOW);
    expect(firstDue(NOW, DAY, highest).at).toBeCloseTo(NOW + DAY, -3);
  });
});

describe('the next look', () => {
  it('lies between half an interval and one and a half away', () => {
    expect(nextDue(NOW, DAY, true, lowest).at).toBe(NOW + DAY / 2);
    expect(nextDue(NOW, DAY, true, highest).at).toBeCloseTo(NOW + 1.5 * DAY, -3);
  });

  it('comes sooner where the host was not reached, and never at once', () => {
    expect(nextDue(NOW, DAY, false, lowest).at).toBe(NOW + 2 * HOUR);
    expect(nextDue(NOW, DAY, false, highest).at).toBeCloseTo(NOW + 6 * HOUR, -3);
  });
});

describe('what is due', () => {
  it('is planned where nothing was', () => {
    expect(whatIsDue(null, NOW, DAY, middle)).toEqual({ at: NOW + DAY / 2, missed: 0 });
  });

  it('is waited for before its time', () => {
    const due = { at: NOW + 5 * HOUR, missed: 0 };
    expect(whatIsDue(due, NOW, DAY, middle)).toBe(due);
  });

  it('is a look at its time, and a little after', () => {
    expect(whatIsDue(late(0), NOW, DAY, middle)).toBe('look');
    expect(whatIsDue(late(0.2), NOW, DAY, middle)).toBe('look');
  });

  it('is spread over two hours where the browser was closed at its time', () => {
    expect(whatIsDue(late(14), NOW, DAY, lowest)).toEqual({ at: NOW, missed: 1 });
    expect(whatIsDue(late(14), NOW, DAY, highest)).toMatchObject({ missed: 1 });
    expect((whatIsDue(late(14), NOW, DAY, highest) as Due).at).toBeCloseTo(NOW + 2 * HOUR, -3);
  });

  it('comes nearer each time it is missed again', () => {
    const waits = [0, 1, 2, 3].map(
      (missed) => (whatIsDue(late(14, missed), NOW, DAY, middle) as Due).at - NOW,
    );
    expect(waits).toEqual([HOUR, HOUR / 2, HOUR / 4, HOUR / 8]);
  });

  it('is never spread over more than half an interval', () => {
    expect((whatIsDue(late(1), NOW, HOUR, highest) as Due).at).toBeLessThanOrEqual(NOW + HOUR / 2);
  });

  it('is planned anew where the clock was years ahead when it was planned', () => {
    expect(whatIsDue({ at: NOW + 3000 * DAY, missed: 0 }, NOW, DAY, middle)).toEqual({
      at: NOW + DAY / 2,
      missed: 0,
    });
  });

  it('is one look, spread, where the clock is years ahead now', () => {
    expect(whatIsDue(late(24 * 3000), NOW, DAY, middle)).toEqual({ at: NOW + HOUR, missed: 1 });
  });
});
