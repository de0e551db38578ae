import { firstDay } from '../register/dates.ts';
import type { Restriction } from '../register/schema.ts';
import { type ClauseTest, everyClause, statusMeant } from '../register/search.ts';
import { isInForce, type RecordStatus, type StatusOnDay, statusOn } from '../register/status.ts';

/**
 * What became of a restriction between two days.
 *
 * - `kept`: in force on both, and a source from after the first day shows it.
 * - `not-confirmed`: in force on the first day; no source from after that day shows that it still is.
 * - `changed`: in force on the first day; on the second eased or suspended, or other parts of it are in force.
 * - `ended`: in force on the first day, over on the second.
 * - `new`: in force on the second day only.
 */
export const CHANGES = ['kept', 'not-confirmed', 'changed', 'ended', 'new'] as const;
export type Change = (typeof CHANGES)[number];

/** A restriction that was in force on one of two days at least. */
export interface Compared {
  readonly record: Restriction;
  readonly change: Change;
  readonly before: RecordStatus;
  readonly after: RecordStatus;
  /** Of the clauses meant, on the second day. */
  readonly now: StatusOnDay;
}

const OVER: ReadonlySet<StatusOnDay['status']> = new Set(['lifted', 'expired', 'struck-down', 'superseded']);

/** Which of the clauses meant are in force. */
const clausesInForce = ({ clauses }: Restriction, status: RecordStatus, means: ClauseTest): string =>
  clauses
    .flatMap((clause, index) =>
      means(clause) && isInForce(status.clauses[index]?.status ?? 'not-yet') ? [index] : [],
    )
    .join();

function changeOf(
  record: Restriction,
  first: string,
  before: RecordStatus,
  after: RecordStatus,
  means: ClauseTest,
): Change | null {
  const was = statusMeant({ record, status: before }, means);
  const now = statusMeant({ record, status: after }, means);
  if (!was || !now) return null;
  if (!isInForce(was.status)) return isInForce(now.status) ? 'new' : null;
  if (OVER.has(now.status)) return 'ended';
  if (now.status === 'unknown') return 'not-confirmed';
  if (!isInForce(now.status)) return 'changed';
  if (clausesInForce(record, before, means) !== clausesInForce(record, after, means)) return 'changed';
  const { date } = record.knowledge;
  return date !== null && firstDay(date) > first ? 'kept' : 'not-confirmed';
}

/**
 * Compares two days, in the order of {@link CHANGES} and else as given. Restrictions in force on neither are left out.
 *
 * @param days earlier and later, `YYYY-MM-DD`.
 * @param means the clauses that are looked at.
 */
export function compareDays(
  restrictions: readonly Restriction[],
  [first, second]: readonly [string, string],
  means: ClauseTest = everyClause,
): Compared[] {
  const compared = restrictions.flatMap((record): Compared[] => {
    const before = statusOn(record, first);
    const after = statusOn(record, second);
    const change = changeOf(record, first, before, after, means);
    const now = statusMeant({ record, status: after }, means) ?? after;
    return change ? [{ record, change, before, after, now }] : [];
  });
  return CHANGES.flatMap((change) => compared.filter((each) => each.change === change));
}

/** How many of each change. */
export const countChanges = (compared: readonly Compared[]): Readonly<Record<Change, number>> =>
  Object.fromEntries(
    CHANGES.map((change) => [change, compared.filter((each) => each.change === change).length]),
  ) as Record<Change, number>;
