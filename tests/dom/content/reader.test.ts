import { afterEach, expect, it, vi } from 'vitest';
import type { Marks } from '../../../lib/content/marks.ts';
import { createReader } from '../../../lib/content/reader.ts';

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

/** How many links are read of the first portion, where the time is over at the second look at the clock. */
function readAtOnce(url: string): number {
  for (let i = 0; i < 40; i++)
    document.body.append(Object.assign(document.createElement('a'), { href: url }));
  let time = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (time += 10));
  const add = vi.fn();
  const marks = { add, of: () => undefined, ofHost: () => undefined, version: () => 0, live: new Set() };
  const reader = createReader(marks as unknown as Marks, 'f');
  reader.scan(document);
  expect(reader.read()).toBe(true);
  return add.mock.calls.length;
}

it('short URLs are read many at a time', () => {
  expect(readAtOnce('https://www.tiktok.com/@a')).toBeGreaterThan(8);
});

it('the clock is looked at after each URL of thousands of characters', () => {
  expect(readAtOnce(`https://www.tiktok.com/@a?x=${'x'.repeat(20_000)}`)).toBeLessThan(3);
});
