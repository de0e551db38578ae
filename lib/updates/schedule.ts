import { z } from '../platform/zod.ts';

/*
 * When to look for updates. Millions of browsers ask one host, so no two things that happen to many of them at once (a
 * policy, a start of work, a new version) may make them ask at once. Moments and lengths of time are in milliseconds.
 */

const HOUR = 3_600_000;

/** `missed`: how often the moment passed while the browser was closed. */
export const Due = z.object({ at: z.number(), missed: z.int().check(z.nonnegative()) });
export type Due = z.infer<typeof Due>;

/** A number from 0 up to 1, each as likely. */
export type Random = () => number;

/** Later than this, the browser was closed at the moment, and so were many others. */
const LATE = HOUR / 4;

/** Over how long browsers that open at the same time spread. */
const SPREAD = 2 * HOUR;

/** After what made no contact at all, the next try comes sooner. */
const RETRY = 1 / 6;

/** The first look, and any after the clock was moved: at any moment of one interval. */
export const firstDue = (now: number, interval: number, random: Random): Due => ({
  at: now + interval * random(),
  missed: 0,
});

/** The look after one: half an interval to one and a half away, so that the days of all browsers drift apart. */
export const nextDue = (now: number, interval: number, reached: boolean, random: Random): Due => ({
  at: now + (reached ? interval : interval * RETRY) * (0.5 + random()),
  missed: 0,
});

/**
 * What to do about a look that is due at some moment, when the background starts or its alarm rings.
 *
 * @returns `look` now, or the moment to wait for. Whoever was closed at the moment waits for a part of two hours, half
 * as long each time that happens again: people who open their browser shortly are not left out.
 */
export function whatIsDue(due: Due | null, now: number, interval: number, random: Random): 'look' | Due {
  // Further away than any look is planned: the clock was ahead when it was planned, or the interval was longer.
  if (due === null || due.at > now + 1.5 * interval) return firstDue(now, interval, random);
  if (due.at > now) return due;
  if (now - due.at < LATE) return 'look';
  const spread = Math.min(SPREAD, interval / 2) / 2 ** Math.min(due.missed, 10);
  return { at: now + spread * random(), missed: due.missed + 1 };
}
