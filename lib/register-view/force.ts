import { isTerritorial } from '../register/clauses.ts';
import type { Clause, Restriction } from '../register/schema.ts';
import { type ClauseTest, everyClause } from '../register/search.ts';
import { isInForce, type RecordStatus } from '../register/status.ts';

/** What a rule in force counts as in pictures, strongest first; a ban of a whole territory covers devices too. */
export const FORCE_GROUPS = ['territory', 'binding', 'advice'] as const;
export type ForceGroup = (typeof FORCE_GROUPS)[number];

/** The group of one clause: a network is blocked whatever the paper is called, a device banned by no guidance. */
function groupOf({ measure, legalForce }: Clause): ForceGroup {
  if (isTerritorial(measure)) return 'territory';
  if (measure === 'network-block') return 'binding';
  return measure === 'device-ban' && legalForce !== 'guidance' ? 'binding' : 'advice';
}

/**
 * The strongest group among the clauses of a restriction that are in force; null where none is.
 *
 * @param means the clauses that are looked at.
 */
export function forceOf(
  { clauses }: Pick<Restriction, 'clauses'>,
  status: RecordStatus,
  means: ClauseTest = everyClause,
): ForceGroup | null {
  const groups = clauses
    .filter((clause, index) => means(clause) && isInForce(status.clauses[index]?.status ?? 'not-yet'))
    .map(groupOf);
  return FORCE_GROUPS.find((group) => groups.includes(group)) ?? null;
}
