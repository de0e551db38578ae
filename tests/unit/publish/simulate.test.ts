import { describe, expect, it } from 'vitest';
import {
  DAY,
  hoursUntil,
  looksOf,
  officeSessions,
  peakPerSecond,
  randomFrom,
  type Session,
} from '../../../scripts/publish/simulate-browsers.ts';

const HOUR = DAY / 24;
const followed = (planning: Parameters<typeof looksOf>[1]) => {
  const random = randomFrom(7);
  return Array.from({ length: 3000 }, () => looksOf(officeSessions(14, random), planning, random));
};

describe('the simulation', () => {
  it('comes to the same at each run', () => {
    expect(followed('jitter')).toEqual(followed('jitter'));
  });

  it('looks only while the browser is open', () => {
    const random = randomFrom(3);
    for (let i = 0; i < 200; i++) {
      const sessions = officeSessions(14, random);
      for (const at of looksOf(sessions, 'jitter', random))
        expect(sessions.some(([from, to]) => at >= from && at <= to)).toBe(true);
    }
  });

  it('has everybody look about once on a working day', () => {
    const second = followed('jitter').flatMap((looks) =>
      looks.filter((at) => at >= 7 * DAY && at < 12 * DAY),
    );
    expect(second.length / 3000 / 5).toBeGreaterThan(0.6);
    expect(second.length / 3000 / 5).toBeLessThan(1.1);
  });

  it('spreads Monday at nine', () => {
    const monday: Session = [7 * DAY, 8 * DAY];
    const [spread, atOnce] = (['jitter', 'at-start'] as const).map((planning) =>
      peakPerSecond(followed(planning).flat(), monday),
    );
    expect(spread).toBeLessThan((atOnce ?? 0) / 4);
  });

  it('tells when a share has looked after a moment', () => {
    expect(hoursUntil([[HOUR], [3 * HOUR], [5 * HOUR], []], 2 * HOUR, [0.25, 0.5, 0.9])).toEqual([
      1,
      3,
      null,
    ]);
  });
});
