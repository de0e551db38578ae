import { firstDay, lastDay } from './dates.ts';
import type { Restriction } from './schema.ts';
import { isInForce, type RecordStatus, type StatusOnDay, statusOn } from './status.ts';

/** From when to when a rule held, as known on a day. */
export interface Period {
  /** ISO 8601, as exact as known: its first day in force, or the one that is announced; null where none is known. */
  readonly from: string | null;
  /** No start is known, so that it counts from its announcement. */
  readonly fromAnnounced: boolean;
  /** Its end or pause, or the last day of a rule made for a time; null while none is known. */
  readonly to: string | null;
}

/** What ends or interrupts a rule. */
const OVER: ReadonlySet<StatusOnDay['status']> = new Set([
  'lifted',
  'expired',
  'struck-down',
  'superseded',
  'suspended',
]);

/**
 * The period of a restriction as known on `day` (`YYYY-MM-DD`).
 *
 * @param index of a clause; without it the period of the whole.
 */
export function periodOf(record: Restriction, day: string, index?: number): Period {
  const on = (status: RecordStatus): StatusOnDay =>
    index === undefined ? status : (status.clauses[index] ?? status);
  const now = on(statusOn(record, day));
  const days = record.events
    .flatMap(({ date, starts }) => [lastDay(date), ...(starts ? [lastDay(starts)] : [])])
    .filter((each) => each <= day)
    .sort();
  const first = [...days, day]
    .map((each) => on(statusOn(record, each)))
    .find(({ status }) => isInForce(status));
  return {
    from: first?.since ?? (now.status === 'announced' ? now.until : null),
    fromAnnounced: first?.sinceAnnounced ?? false,
    to: OVER.has(now.status) ? now.since : isInForce(now.status) ? now.until : lastDayOf(record, now, index),
  };
}

/** The last day of a rule made for a time that nobody knows to have gone on. */
function lastDayOf({ clauses }: Restriction, { unclear }: StatusOnDay, index = 0): string | null {
  return unclear === 'past-last-day' ? (clauses[index]?.temporary?.until ?? null) : null;
}

/** Dates of a period as they sort: by first day, those without a date last. */
export const sortKeyOfDate = (date: string | null): string => (date ? firstDay(date) : '');
