import { expect, it } from 'vitest';
import { mayRepair, newRepairs } from '../../../lib/content/repair.ts';

/** What is answered to a badge that has to be put back every so many milliseconds, for so many seconds. */
function answers(every: number, seconds: number) {
  const repairs = newRepairs();
  return Array.from({ length: (seconds * 1000) / every }, (_, i) => mayRepair(repairs, i * every));
}

it('puts a badge back at once where a page draws a part anew now and then, for hours', () => {
  expect(new Set(answers(2000, 4 * 3600))).toEqual(new Set(['now']));
});

it('forgets a burst', () => {
  const repairs = newRepairs();
  for (let i = 0; i < 60; i++) mayRepair(repairs, i * 200);
  expect(mayRepair(repairs, 150_000)).toBe('now');
});

it('puts a badge back five times a second, then later, then never', () => {
  const burst = answers(10, 30);
  expect(burst.slice(0, 6)).toEqual(['now', 'now', 'now', 'now', 'now', 'later']);
  expect(burst.filter((each) => each === 'now').length).toBeLessThan(80);
  expect(burst.at(-1)).toBe('never');
});

it('gives way to a page that takes the badge every second, in a few minutes', () => {
  const slow = answers(1000, 300);
  expect(slow.indexOf('never')).toBeGreaterThan(60);
  expect(slow.at(-1)).toBe('never');
});
