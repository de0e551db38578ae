import { expect, it } from 'vitest';
import { mayRepair, newRepairs } from '../../../lib/content/repair.ts';

/** What is answered to a badge that has to be put back every so many milliseconds, for so many seconds. */
function answers(every: number, seconds: number) {
  const repairs = newRepairs();
  return Array.from({ length: (seconds * 1000) / every }, (_, i) => mayRepair(repairs, i * every, true));
}

it('puts a badge back at once where a page draws a part anew now and then, for hours', () => {
  expect(new Set(answers(2000, 4 * 3600))).toEqual(new Set(['now']));
});

it('forgets a burst', () => {
  const repairs = newRepairs();
  for (let i = 0; i < 60; i++) mayRepair(repairs, i * 200, true);
  expect(mayRepair(repairs, 150_000, true)).toBe('now');
});

it('puts a badge back five times a second, then later, then never', () => {
  const burst = answers(10, 60);
  expect(burst.slice(0, 6)).toEqual(['now', 'now', 'now', 'now', 'now', 'later']);
  expect(burst.filter((each) => each === 'now').length).toBeLessThanOrEqual(100);
  expect(burst.at(-1)).toBe('never');
});

it('stays with a page that draws a part anew each second, for hours', () => {
  expect(new Set(answers(1000, 4 * 3600))).toEqual(new Set(['now']));
});

it('gives way to a page that takes the badge three times a second, in a few minutes', () => {
  const fight = answers(333, 300);
  expect(fight.indexOf('never')).toBeGreaterThan(60);
  expect(fight.at(-1)).toBe('never');
});
