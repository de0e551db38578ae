/*
 * A page may take a badge away or move it each time it is put back. Some do so once, when a framework draws a part
 * anew; some do so for ever. The first get their badge back, the second win.
 */

const PER_SECOND = 5;
/** Seconds in which the limit was reached before this script gives way for good. */
const PATIENCE = 10;

/** The repairs of one badge: since when they are counted, how many, and in how many seconds the limit was reached. */
export interface Repairs {
  since: number;
  count: number;
  strikes: number;
}

/**
 * Whether a badge may be put back now. `later` says: not in this second, but again after `wait` milliseconds;
 * `never` says that the page has won.
 *
 * @param now milliseconds of a steady clock
 */
export function mayRepair(repairs: Repairs, now: number): 'now' | 'later' | 'never' {
  if (repairs.strikes >= PATIENCE) return 'never';
  if (now - repairs.since >= 1000) {
    repairs.since = now;
    repairs.count = 0;
  }
  if (repairs.count < PER_SECOND) {
    repairs.count++;
    return 'now';
  }
  if (repairs.count++ === PER_SECOND) repairs.strikes++;
  return repairs.strikes >= PATIENCE ? 'never' : 'later';
}
