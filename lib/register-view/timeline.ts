import { firstDay, lastDay } from '../register/dates.ts';
import type { EventType, RegisterEvent, Restriction } from '../register/schema.ts';
import { type ClauseTest, everyClause, statusMeant } from '../register/search.ts';
import { type StatusOnDay, statusOn } from '../register/status.ts';
import { type ForceGroup, forceOf } from './force.ts';

/** A stretch of days with one status: from `from` up to the day before `before`; null where it goes on. */
export interface Span {
  readonly from: string;
  readonly before: string | null;
  readonly status: StatusOnDay['status'];
  /** What it counts as while it is in force; else null. */
  readonly force: ForceGroup | null;
}

/** The day after a day. */
export const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/**
 * A record's statuses over all time: the same that `statusOn` gives for each day, without asking for each.
 *
 * @param means the clauses that are looked at; without any of them there is no span.
 */
export function spansOf(record: Restriction, means: ClauseTest = everyClause): Span[] {
  const { events, clauses, knowledge } = record;
  const around = (date: string) => [firstDay(date), lastDay(date), dayAfter(lastDay(date))];
  // statusOn compares the day with nothing but these.
  const limits = events.flatMap(({ date, starts }) => [...around(date), ...(starts ? around(starts) : [])]);
  for (const { temporary } of clauses) if (temporary?.until) limits.push(dayAfter(lastDay(temporary.until)));
  if (knowledge.date) limits.push(dayAfter(lastDay(knowledge.date)));
  const days = [...new Set(limits)].sort();
  const spans: { -readonly [K in keyof Span]: Span[K] }[] = [];
  for (const day of days) {
    const status = statusOn(record, day);
    const meant = statusMeant({ record, status }, means);
    if (!meant) return [];
    const force = forceOf(record, status, means);
    const last = spans.at(-1);
    if (last?.status === meant.status && last.force === force) continue;
    if (last) last.before = day;
    spans.push({ from: day, before: null, status: meant.status, force });
  }
  return spans;
}

/** One month of the picture. */
export interface Month {
  /** `YYYY-MM`. */
  readonly month: string;
  /** The day that the numbers in force stand for: the month's last, or the last day of the picture. */
  readonly day: string;
  readonly inForce: Readonly<Record<ForceGroup, number>>;
  /** How many of these a source from this month or later shows in force; the others are only last known to be. */
  readonly seen: Readonly<Record<ForceGroup, number>>;
  /** Status not known on that day. */
  readonly unclear: number;
  /** Restrictions announced, or begun without an announcement, in this month; records by id. */
  readonly begun: readonly string[];
  /** Restrictions lifted, run out, struck down or replaced in this month. */
  readonly ended: readonly string[];
}

const ENDS: readonly EventType[] = ['lifted', 'expired', 'struck-down', 'superseded'];

/** The months from one day to another, both included. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); month = nextMonth(month)) months.push(month);
  return months;
}

const nextMonth = (month: string): string => dayAfter(lastDay(month)).slice(0, 7);

/**
 * How many restrictions were in force at the end of each month from `from` to `to` (days), and what began and ended.
 *
 * @param means the clauses that are looked at.
 */
export function timelineOf(
  restrictions: readonly Restriction[],
  from: string,
  to: string,
  means: ClauseTest = everyClause,
): Month[] {
  const months = monthsBetween(from, to).map((month) => ({
    month,
    day: lastDay(month) < to ? lastDay(month) : to,
    inForce: { territory: 0, binding: 0, advice: 0 },
    seen: { territory: 0, binding: 0, advice: 0 },
    unclear: 0,
    begun: [] as string[],
    ended: [] as string[],
  }));
  const index = new Map(months.map(({ month }, position) => [month, position]));
  for (const record of restrictions) {
    const { date } = record.knowledge;
    const seenUntil = date ? firstDay(date).slice(0, 7) : '';
    for (const { from: start, before, status, force } of spansOf(record, means)) {
      const counted = force ?? (status === 'unknown' ? 'unclear' : null);
      if (!counted) continue;
      for (const month of months) {
        if (month.day < start || (before !== null && month.day >= before)) continue;
        if (counted === 'unclear') month.unclear++;
        else {
          month.inForce[counted]++;
          if (month.month <= seenUntil) month.seen[counted]++;
        }
      }
    }
    const events = eventsAbout(record, means);
    const at = (date: string) => months[index.get(date.slice(0, 7)) ?? -1];
    const begin = beginOf(events);
    if (begin && begin <= to) at(begin)?.begun.push(record.id);
    for (const { type, date } of events)
      if (ENDS.includes(type) && firstDay(date) <= to && !goesOn(record, lastDay(date), means))
        at(firstDay(date))?.ended.push(record.id);
  }
  return months;
}

/** The events of a restriction that are about the clauses meant. */
const eventsAbout = ({ events, clauses }: Restriction, means: ClauseTest): RegisterEvent[] =>
  events.filter((event) =>
    clauses.some((clause, index) => means(clause) && (event.clauses?.includes(index) ?? true)),
  );

/** Is a restriction still in force by one clause when another one ends? */
const goesOn = (record: Restriction, day: string, means: ClauseTest): boolean =>
  forceOf(record, statusOn(record, day), means) !== null;

/** The day from which a restriction counts as announced: its first event; a bare month or year is over by then. */
function beginOf(events: readonly RegisterEvent[]): string | null {
  const first = events[0];
  return first ? lastDay(first.date) : null;
}

/** An event with the restriction it belongs to. */
export interface RecordEvent {
  readonly record: Restriction;
  readonly event: RegisterEvent;
}

/** All events up to `day`, newest first; `means` as for {@link timelineOf}. */
export const eventsUntil = (
  restrictions: readonly Restriction[],
  day: string,
  means: ClauseTest = everyClause,
): RecordEvent[] =>
  restrictions
    .flatMap((record) => eventsAbout(record, means).map((event) => ({ record, event })))
    .filter(({ event }) => firstDay(event.date) <= day)
    .sort(
      (a, b) => compare(firstDay(b.event.date), firstDay(a.event.date)) || compare(a.record.id, b.record.id),
    );

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The first and last day of anything in the register: the span a day is picked from. */
export function spanOfRegister(
  restrictions: readonly Restriction[],
  today: string,
): readonly [string, string] {
  const days = restrictions.flatMap(({ events }) => events.map(({ date }) => firstDay(date)));
  const [first = today] = [...days, today].sort();
  return [first, today];
}
