/*
 * A page may take a badge away or move it each time it is put back. Some do so once, when a framework draws a part
 * anew; some do so for ever. The first get their badge back, the second win.
 */

const PER_SECOND = 5;
/** Repairs after which this script gives way for good, most of them asked for in vain within a second. */
const IN_ALL = 60;

/** How often one badge was to be put back: within a second, and in all. */
export interface Repairs {
  second: number;
  count: number;
  total: number;
}

/**
 * Whether a badge may be put back now, only later, or never again because the page has won.
 *
 * @param now milliseconds of a steady clock
 */
export function mayRepair(repairs: Repairs, now: number): 'now' | 'later' | 'never' {
  const second = Math.floor(now / 1000);
  repairs.count = repairs.second === second ? repairs.count + 1 : 1;
  repairs.second = second;
  if (repairs.count > PER_SECOND) return repairs.total > IN_ALL ? 'never' : 'later';
  return ++repairs.total > IN_ALL ? 'never' : 'now';
}
