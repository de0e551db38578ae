import { firstDay, lastDay } from './dates.ts';
import type { Clause, EventType, RegisterEvent, Restriction, Status } from './schema.ts';

/** What the status is read from: a restriction with its clauses, or a context record, which is a clause itself. */
export type Dated = Pick<Restriction, 'events' | 'knowledge' | 'status'> &
  Pick<Clause, 'temporary'> & { readonly clauses?: readonly Pick<Clause, 'temporary'>[] };

/**
 * The status of a clause, or of a record, on a day.
 *
 * - `status`: `not-yet` before the first thing that is known of the rule.
 * - `since`: date of the event that brought this status about, as exact as it is known; null where none did.
 * - `sinceAnnounced`: in force, and counted from the announcement because no start is known.
 * - `until`: for `announced` the day it takes effect, for a temporary rule in force its last day; else null.
 * - `temporary`: made for a time or until a review.
 * - `unclear`: why the status is unknown; null for every other status. `imprecise-date`: the day lies inside a month
 *   or year of which no more is known. `past-last-day`: made for a time that is over. `not-known`: no source says.
 */
export interface StatusOnDay {
  readonly status: Status | 'not-yet';
  readonly since: string | null;
  readonly sinceAnnounced: boolean;
  readonly until: string | null;
  readonly temporary: boolean;
  readonly unclear: 'imprecise-date' | 'past-last-day' | 'not-known' | null;
}

/** A record's status with that of each clause, in their order. */
export interface RecordStatus extends StatusOnDay {
  readonly clauses: readonly StatusOnDay[];
}

/** What an event does to a rule: it starts or holds it, or moves it to an end or a pause. */
const ENDS: Partial<Record<EventType, Status>> = {
  eased: 'eased',
  suspended: 'suspended',
  lifted: 'lifted',
  expired: 'expired',
  'struck-down': 'struck-down',
  superseded: 'superseded',
};
const SHOWS_IN_FORCE: readonly EventType[] = ['effective', 'extended', 'confirmed'];
/** A rule that has come to one of these cannot end again; what follows is history. */
const FINAL: readonly string[] = ['lifted', 'expired', 'struck-down', 'superseded'];

/** Is the rule or advice in force by this status? */
export const isInForce = (status: StatusOnDay['status']): boolean => status === 'in-force';

/** What a status means for somebody today, from "it applies" to "there is no such rule yet". */
const PHASES = ['in-force', 'open', 'over', 'not-yet'] as const;
const PHASE_OF: Readonly<Record<StatusOnDay['status'], (typeof PHASES)[number]>> = {
  'in-force': 'in-force',
  announced: 'open',
  eased: 'open',
  suspended: 'open',
  unknown: 'open',
  lifted: 'over',
  expired: 'over',
  'struck-down': 'over',
  superseded: 'over',
  proposed: 'over',
  'not-yet': 'not-yet',
};

/** 0 for in force, then what may be or become so, then what is over, last what nobody has announced yet. */
export const phaseOf = ({ status }: Pick<StatusOnDay, 'status'>): number => PHASES.indexOf(PHASE_OF[status]);

/**
 * The status that some clauses have together: that of the strongest in force; where none is, of the strongest that may
 * be or become so; then of those that are over. Clauses stand strongest first.
 */
export const together = (clauses: readonly StatusOnDay[]): StatusOnDay =>
  clauses.reduce((best, clause) => (phaseOf(clause) < phaseOf(best) ? clause : best), clauses[0] ?? NOT_YET);

/** What was said last of each record: a page asks many times over for the same day. */
const last = new WeakMap<Dated, { readonly day: string; readonly status: RecordStatus }>();

/**
 * The status of a record on `day` (`YYYY-MM-DD`) and of each of its clauses, by the rules of the register: a rule
 * without a known start counts from its announcement; a month or year counts as begun on its last day and ended on its
 * first, in between nobody knows; a rule made for a time is unknown after its last day unless something later shows it
 * in force; where the researchers say that nobody knows (`status: unknown`), that holds after the knowledge date. An
 * event that names clauses is about those alone.
 *
 * Defined for every day and every list of events. Records are not changed once they are read.
 */
export function statusOn(record: Dated, day: string): RecordStatus {
  const known = last.get(record);
  if (known?.day === day) return known.status;
  const status = readStatus(record, day);
  last.set(record, { day, status });
  return status;
}

function readStatus(record: Dated, day: string): RecordStatus {
  const clauses = (record.clauses ?? [record]).map(({ temporary }, index) => {
    const events = record.events.filter((event) => event.clauses?.includes(index) ?? true);
    return clauseStatusOn({ ...record, events, temporary }, day);
  });
  return { ...together(clauses), clauses };
}

function clauseStatusOn(clause: Dated, day: string): StatusOnDay {
  const events = inOrder(clause.events);
  let now: StatusOnDay = { ...NOT_YET, temporary: clause.temporary !== undefined };
  for (const [index, event] of events.entries()) {
    if (firstDay(event.date) > day) continue;
    const next = after(now, event, events.slice(index + 1), clause);
    if (next === now) continue;
    const certain = lastDay(event.date) <= day;
    now = certain || next.status === now.status ? next : unclear(next, 'imprecise-date');
  }
  return asKnown(now, clause, events, day);
}

const NOT_YET: StatusOnDay = {
  status: 'not-yet',
  since: null,
  sinceAnnounced: false,
  until: null,
  temporary: false,
  unclear: null,
};

const unclear = (status: StatusOnDay, why: StatusOnDay['unclear']): StatusOnDay => ({
  ...status,
  status: 'unknown',
  until: null,
  unclear: why,
});

/**
 * Events by the day they count from: ends by the last day they can mean, all others by the first, so that "lifted in
 * May" follows "confirmed on 3 May". A list without any start begins with its first event.
 */
function inOrder(events: readonly RegisterEvent[]): RegisterEvent[] {
  const key = (event: RegisterEvent) => (ENDS[event.type] ? lastDay(event.date) : firstDay(event.date));
  const sorted = withNamedStarts(events).sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
  const first = sorted.find((event) => event.type !== 'other');
  const head = sorted[0];
  if (head?.type === 'other' && (!first || ENDS[first.type]))
    return [{ ...head, type: 'announced' }, ...sorted.slice(1)];
  return sorted;
}

/**
 * The events with the start that an announcement names as one of them, unless a start is reported or the rule was
 * stopped by then.
 */
const withNamedStarts = (events: readonly RegisterEvent[]): RegisterEvent[] =>
  events.flatMap((event) => {
    const { starts } = event;
    if (event.type !== 'announced' || !starts) return [event];
    const since = events.filter(({ date }) => firstDay(date) >= firstDay(event.date));
    const settled = since.some(
      ({ type, date }) => type === 'effective' || (ENDS[type] && firstDay(date) <= lastDay(starts)),
    );
    return settled ? [event] : [event, { ...event, type: 'effective', date: starts }];
  });

/** The state after one event has happened; the same object where the event changes nothing. */
function after(
  now: StatusOnDay,
  event: RegisterEvent,
  later: readonly RegisterEvent[],
  clause: Dated,
): StatusOnDay {
  const { type, date } = event;
  const base = { ...NOT_YET, temporary: now.temporary, since: date };
  const end = ENDS[type];
  if (end) return FINAL.includes(now.status) ? now : { ...base, status: end };
  if (type === 'announced') {
    if (now.status !== 'not-yet' && !FINAL.includes(now.status)) return now;
    if (clause.status === 'proposed') return { ...base, status: 'proposed' };
    const start = startAfter(later)?.date ?? event.starts;
    return start
      ? { ...base, status: 'announced', until: start }
      : { ...base, status: 'in-force', sinceAnnounced: true };
  }
  if (!SHOWS_IN_FORCE.includes(type)) return now;
  // An eased rule stays eased while it is extended or confirmed; only a new start makes it whole.
  if (now.status === 'eased' && type !== 'effective') return now;
  if (isInForce(now.status) && !(type === 'effective' && now.sinceAnnounced)) return now;
  return { ...base, status: 'in-force' };
}

/** The start that an announcement speaks of: the next one, unless the rule ends or is announced anew before it. */
function startAfter(later: readonly RegisterEvent[]): RegisterEvent | undefined {
  const next = later.find(({ type }) => type === 'effective' || ENDS[type] !== undefined);
  return next?.type === 'effective' ? next : undefined;
}

/** Takes back what the events alone claim beyond what anybody knows. */
function asKnown(
  now: StatusOnDay,
  clause: Dated,
  events: readonly RegisterEvent[],
  day: string,
): StatusOnDay {
  const active = isInForce(now.status) || now.status === 'announced';
  if (!active) return now;
  const until = clause.temporary?.until;
  if (until) {
    if (outlives(events, until)) return now;
    return day > lastDay(until)
      ? unclear(now, 'past-last-day')
      : { ...now, until: now.status === 'announced' ? now.until : until };
  }
  if (clause.status !== 'unknown') return now;
  const shown = events.some(({ type }) => SHOWS_IN_FORCE.includes(type));
  const { date } = clause.knowledge;
  return shown && date && day <= lastDay(date) ? now : unclear(now, 'not-known');
}

/** Does anything show the rule in force beyond its last day? An extension on that very day does. */
const outlives = (events: readonly RegisterEvent[], until: string): boolean =>
  events.some(({ type, date }) =>
    type === 'extended'
      ? lastDay(date) >= lastDay(until)
      : SHOWS_IN_FORCE.includes(type) && firstDay(date) > lastDay(until),
  );
