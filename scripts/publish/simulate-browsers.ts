import { type Due, nextDue, whatIsDue } from '../../lib/updates/schedule.ts';

/*
 * Browsers over days, each opened and closed as people do, with the extension's own schedule. Times are in milliseconds
 * from a Monday at 0:00 UTC.
 */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Numbers from 0 up to 1, the same at each run (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** When a browser is open: from and to. */
export type Session = readonly [from: number, to: number];

/** How looks are planned. `at-start`: when the browser opens, once a day. `at-midnight`: at 0:00 UTC, or when it opens. */
export type Planning = 'jitter' | 'at-start' | 'at-midnight';

/** The moments at which one browser looks. */
export function looksOf(sessions: readonly Session[], planning: Planning, random: () => number): number[] {
  const looks: number[] = [];
  let due: Due | null = null;
  let lastDay = -1;
  for (const [from, to] of sessions) {
    if (planning !== 'jitter') {
      for (let day = Math.floor(from / DAY); day * DAY < to; day++) {
        const at = planning === 'at-start' ? from : Math.max(from, day * DAY);
        if (day > lastDay && at <= to) looks.push(at);
        lastDay = Math.max(day, lastDay);
      }
      continue;
    }
    let now = from;
    while (now <= to) {
      const next: Due | 'look' = whatIsDue(due, now, DAY, random);
      if (next === 'look') {
        looks.push(now);
        due = nextDue(now, DAY, true, random);
      } else due = next;
      now = Math.max(now, due.at);
    }
  }
  return looks;
}

/** A normal deviate (Box and Muller). */
const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Share of browsers by hours from UTC: America, Europe and Africa, India, East Asia. Assumed. */
const ZONES: readonly (readonly [hours: number, share: number])[] = [
  [-8, 0.1],
  [-5, 0.2],
  [0, 0.1],
  [1, 0.25],
  [5, 0.15],
  [8, 0.15],
  [9, 0.05],
];

function zone(random: () => number): number {
  let rest = random();
  for (const [hours, share] of ZONES) {
    rest -= share;
    if (rest < 0) return hours;
  }
  return 0;
}

/** Where somebody is, and how they use their browser. Assumed: open from about nine to five, on Saturdays and Sundays two in five. */
export function sessionsOf(days: number, random: () => number): Session[] {
  const hours = zone(random);
  const habit = 9 * HOUR + normal(random) * HOUR;
  const sessions: Session[] = [];
  for (let day = 0; day < days; day++) {
    if (day % 7 >= 5 && random() > 0.4) continue;
    const from = day * DAY + habit - hours * HOUR + normal(random) * 20 * MINUTE;
    const to = from + (6 + 4 * random()) * HOUR;
    if (from > (sessions.at(-1)?.[1] ?? 0)) sessions.push([from, to]);
  }
  return sessions;
}

/** People of one office: open at nine, within a quarter of an hour or so, each working day. */
export function officeSessions(days: number, random: () => number): Session[] {
  const sessions: Session[] = [];
  for (let day = 0; day < days; day++) {
    if (day % 7 >= 5) continue;
    const from = day * DAY + 9 * HOUR + normal(random) * 5 * MINUTE;
    sessions.push([from, from + 8 * HOUR]);
  }
  return sessions;
}

/** The most looks in any minute of a time, a second. */
export function peakPerSecond(looks: readonly number[], [from, to]: Session): number {
  const minutes = new Map<number, number>();
  for (const at of looks)
    if (at >= from && at < to) {
      const minute = Math.floor(at / MINUTE);
      minutes.set(minute, (minutes.get(minute) ?? 0) + 1);
    }
  return Math.max(0, ...minutes.values()) / 60;
}

/** The looks of each hour of a day, a second. */
export function byHour(looks: readonly number[], day: number): number[] {
  const hours = Array.from({ length: 24 }, () => 0);
  for (const at of looks) {
    const hour = Math.floor((at - day * DAY) / HOUR);
    if (hour >= 0 && hour < 24) hours[hour] = (hours[hour] ?? 0) + 1;
  }
  return hours.map((count) => count / 3600);
}

/** Hours after `published` at which each share of browsers has looked; those that never do count as not. */
export function hoursUntil(
  looks: readonly (readonly number[])[],
  published: number,
  shares: readonly number[],
): (number | null)[] {
  const waits = looks
    .map((each) => each.find((at) => at >= published))
    .map((at) => (at === undefined ? Number.POSITIVE_INFINITY : (at - published) / HOUR))
    .sort((a, b) => a - b);
  return shares.map((share) => {
    const wait = waits[Math.ceil(share * waits.length) - 1] ?? Number.POSITIVE_INFINITY;
    return Number.isFinite(wait) ? wait : null;
  });
}
