import { firstDay, lastDay } from '../register/dates.ts';
import type { EventType, RegisterEvent, Restriction, Status } from '../register/schema.ts';
import { type Dated, isInForce, type StatusOnDay, statusOn } from '../register/status.ts';

/** A stretch of days with one status: from `from` up to the day before `before`; null where it goes on. */
export interface Span {
  readonly from: string;
  readonly before: string | null;
  readonly status: StatusOnDay['status'];
}

/** The day after a day. */
export const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** A record's statuses over all time: the same that `statusOn` gives for each day, without asking for each. */
export function spansOf(record: Dated): Span[] {
  // statusOn compares the day with nothing but these.
  const limits = record.events.flatMap(({ date }) => [
    firstDay(date),
    lastDay(date),
    dayAfter(lastDay(date)),
  ]);
  if (record.temporary?.until) limits.push(dayAfter(lastDay(record.temporary.until)));
  if (record.knowledge.date) limits.push(dayAfter(lastDay(record.knowledge.date)));
  const days = [...new Set(limits)].sort();
  const spans: { from: string; before: string | null; status: StatusOnDay['status'] }[] = [];
  for (const day of days) {
    const { status } = statusOn(record, day);
    const last = spans.at(-1);
    if (last?.status === status) continue;
    if (last) last.before = day;
    spans.push({ from: day, before: null, status });
  }
  return spans;
}

/** What a rule in force counts as in the picture; `territory` before `binding`, for a ban of all covers devices too. */
export const FORCE_GROUPS = ['territory', 'binding', 'advice'] as const;
export type ForceGroup = (typeof FORCE_GROUPS)[number];

/** The group of a restriction that is in force. */
export const groupOf = (record: Restriction, status: Status | 'not-yet'): ForceGroup =>
  [record.measure, ...(record.alsoMeasures ?? [])].some((measure) => measure.startsWith('nationwide-'))
    ? 'territory'
    : status === 'advice-in-force'
      ? 'advice'
      : 'binding';

/** One month of the picture. */
export interface Month {
  /** `YYYY-MM`. */
  readonly month: string;
  /** The day that the numbers in force stand for: the month's last, or the last day of the picture. */
  readonly day: string;
  readonly inForce: Readonly<Record<ForceGroup, number>>;
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

/** How many restrictions were in force at the end of each month from `from` to `to` (days), and what began and ended. */
export function timelineOf(restrictions: readonly Restriction[], from: string, to: string): Month[] {
  const months = monthsBetween(from, to).map((month) => ({
    month,
    day: lastDay(month) < to ? lastDay(month) : to,
    inForce: { territory: 0, binding: 0, advice: 0 },
    unclear: 0,
    begun: [] as string[],
    ended: [] as string[],
  }));
  const index = new Map(months.map(({ month }, position) => [month, position]));
  for (const record of restrictions) {
    for (const { from: start, before, status } of spansOf(record)) {
      const counted = isInForce(status) ? groupOf(record, status) : status === 'unknown' ? 'unclear' : null;
      if (!counted) continue;
      for (const month of months) {
        if (month.day < start || (before !== null && month.day >= before)) continue;
        if (counted === 'unclear') month.unclear++;
        else month.inForce[counted]++;
      }
    }
    const begin = beginOf(record);
    const at = (date: string) => months[index.get(date.slice(0, 7)) ?? -1];
    if (begin && begin <= to) at(begin)?.begun.push(record.id);
    for (const { type, date } of record.events)
      if (ENDS.includes(type) && firstDay(date) <= to) at(firstDay(date))?.ended.push(record.id);
  }
  return months;
}

/** The day from which a restriction counts as announced: its first event; a bare month or year is over by then. */
function beginOf({ events }: Restriction): string | null {
  const first = events[0];
  return first ? lastDay(first.date) : null;
}

/** An event with the restriction it belongs to. */
export interface RecordEvent {
  readonly record: Restriction;
  readonly event: RegisterEvent;
}

/** All events up to `day`, newest first. */
export const eventsUntil = (restrictions: readonly Restriction[], day: string): RecordEvent[] =>
  restrictions
    .flatMap((record) => record.events.map((event) => ({ record, event })))
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
