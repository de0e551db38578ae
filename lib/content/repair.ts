/*
 * A page may take a badge away or move it each time it is put back. Some do so once, when a framework draws a part
 * anew; some do so for ever. The first get their badge back, the second win.
 */

const PER_SECOND = 5;
/** Repairs after which this script gives way for good. */
const IN_ALL = 60;
/** How many of them each second takes back: a list that sorts itself each second for hours is no fight. */
const FORGIVEN = 2;
/** How often a page takes a badge away, and nothing else, until its no is taken for an answer. */
export const REFUSALS = 3;

/** How often one badge was to be put back: within a second, and in all. */
export interface Repairs {
  second: number;
  count: number;
  total: number;
}

export const newRepairs = (): Repairs => ({ second: 0, count: 0, total: 0 });

/**
 * Whether something happens to one mark more often than a page does without an intent to fight.
 *
 * @param now milliseconds of a steady clock
 */
export function isTooOften(repairs: Repairs, now: number): boolean {
  const second = Math.floor(now / 1000);
  repairs.total = Math.max(0, repairs.total - (second - repairs.second) * FORGIVEN);
  repairs.count = repairs.second === second ? repairs.count + 1 : 1;
  repairs.second = second;
  return repairs.count > PER_SECOND;
}

/**
 * Whether a badge may be put back now, only later, or never again because the page has won.
 *
 * @param isAlone whether the page took the badge and nothing else; what it writes anew all the time may come to rest
 */
export function mayRepair(repairs: Repairs, now: number, isAlone: boolean): 'now' | 'later' | 'never' {
  const isOften = isTooOften(repairs, now);
  if (!isOften) repairs.total++;
  if (repairs.total > IN_ALL) return isAlone ? 'never' : 'later';
  return isOften ? 'later' : 'now';
}
