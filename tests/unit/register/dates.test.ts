import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageInMonths, firstDay, formatAge, formatDate, lastDay } from '../../../lib/register/dates.ts';

const DAY = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const PARTIAL = fc.tuple(DAY, fc.constantFrom(4, 7, 10)).map(([day, length]) => day.slice(0, length));

describe('partial dates', () => {
  it.each([
    ['2023', '2023-01-01', '2023-12-31'],
    ['2023-02', '2023-02-01', '2023-02-28'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023-04', '2023-04-01', '2023-04-30'],
    ['2023-04-17', '2023-04-17', '2023-04-17'],
  ])('%s runs from %s to %s', (date, first, last) => {
    expect(firstDay(date)).toBe(first);
    expect(lastDay(date)).toBe(last);
  });

  it('contain the day they were cut from', () => {
    fc.assert(
      fc.property(DAY, fc.constantFrom(4, 7, 10), (day, length) => {
        const partial = day.slice(0, length);
        expect(firstDay(partial) <= day && day <= lastDay(partial)).toBe(true);
      }),
    );
  });
});

describe('ages', () => {
  it.each([
    ['2026-11-22', '2026-11-22', 0],
    ['2026-11-22', '2026-10-22', 1],
    ['2026-11-22', '2026-10-23', 0],
    ['2026-02-28', '2026-01-31', 1],
    ['2026-11-22', '2023-03', 43],
    ['2026-11-22', '2025', 10],
    ['2026-11-22', '2027-05-01', 0],
  ])('on %s knowledge of %s is %i whole months old', (day, date, months) => {
    expect(ageInMonths(day, date)).toBe(months);
  });

  it('never shrink as days pass', () => {
    fc.assert(
      fc.property(DAY, DAY, PARTIAL, (a, b, date) => {
        const [earlier, later] = a < b ? [a, b] : [b, a];
        expect(ageInMonths(earlier, date)).toBeLessThanOrEqual(ageInMonths(later, date));
      }),
    );
  });
});

describe('dates in words', () => {
  it('are as exact as they are known', () => {
    expect(formatDate('2023-02-27', 'en-GB')).toBe('27 February 2023');
    expect(formatDate('2023-03', 'en-GB')).toBe('March 2023');
    expect(formatDate('2023', 'en-GB')).toBe('2023');
    expect(formatDate('2023-03', 'de')).toBe('März 2023');
  });

  it('count years as the sources do, in every language', () => {
    expect(formatDate('2023', 'th')).toContain('2023');
    expect(formatDate('2023-03-01', 'fa-u-nu-latn')).toContain('2023');
  });

  it('give ages in months below two years, in years above', () => {
    expect(formatAge(0, 'en')).toBe('this month');
    expect(formatAge(1, 'en')).toBe('1 month ago');
    expect(formatAge(23, 'en')).toBe('23 months ago');
    expect(formatAge(47, 'en')).toBe('3 years ago');
  });
});
