import { describe, expect, it } from 'vitest';
import { Counts, countText, totalOf, withFrame, withoutTab } from '../../../lib/background/link-counts.ts';

const count = (links: number, embeds = 0) => ({ links, embeds });

describe('the count on the toolbar', () => {
  it('sums links and embeds over all frames of a tab', () => {
    const one = withFrame({}, 7, 0, count(3, 1), true);
    const two = withFrame(one, 7, 12, count(2), false);
    expect(totalOf(two, 7)).toBe(6);
    expect(totalOf(two, 8)).toBe(0);
  });

  it('takes a later report of the same frame in place of the earlier', () => {
    expect(totalOf(withFrame(withFrame({}, 7, 0, count(3), true), 7, 0, count(1), false), 7)).toBe(1);
  });

  it('forgets the frames of the page before, and closed tabs', () => {
    const before = withFrame(withFrame({}, 7, 0, count(3), true), 9, 0, count(1), true);
    expect(totalOf(withFrame(before, 7, 4, count(1), true), 7)).toBe(1);
    expect(withoutTab(before, 7)).toEqual({ 9: { 0: count(1) } });
  });

  it.each([
    [0, ''],
    [1, '1'],
    [999, '999'],
    [1000, '999+'],
  ])('writes %i as "%s"', (total, text) => {
    expect(countText(total)).toBe(text);
  });

  it.each([undefined, null, 'x', { 7: { 0: { links: -1, embeds: 0 } } }])('is not read from %j', (value) => {
    expect(Counts.safeParse(value).success).toBe(false);
  });
});
