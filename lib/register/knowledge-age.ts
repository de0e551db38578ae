import { ageInMonths, firstDay, yearBefore } from './dates.ts';
import type { Restriction } from './schema.ts';

/** Ages of knowledge, each with the month it ends before; the last two have no end. */
const LIMITS = [
  ['half-year', 6],
  ['year', 12],
  ['two-years', 24],
  ['three-years', 36],
  ['older', Number.POSITIVE_INFINITY],
] as const;

export type KnowledgeAgeGroup = (typeof LIMITS)[number][0] | 'not-known';
export const KNOWLEDGE_AGE_GROUPS: readonly KnowledgeAgeGroup[] = [
  ...LIMITS.map(([name]) => name),
  'not-known',
];

/** How many restrictions were last confirmed how long before `day` (`YYYY-MM-DD`). */
export function knowledgeAges(
  restrictions: readonly Restriction[],
  day: string,
): Record<KnowledgeAgeGroup, number> {
  const counts = Object.fromEntries(KNOWLEDGE_AGE_GROUPS.map((group) => [group, 0])) as Record<
    KnowledgeAgeGroup,
    number
  >;
  for (const { knowledge } of restrictions) {
    const months = knowledge.date ? ageInMonths(day, knowledge.date) : null;
    const group = months === null ? 'not-known' : LIMITS.find(([, limit]) => months < limit)?.[0];
    counts[group ?? 'not-known']++;
  }
  return counts;
}

/** Did a source show the status on `since` (`YYYY-MM-DD`) or later? A bare month or year counts from its first day. */
export const isConfirmedSince = ({ knowledge }: Pick<Restriction, 'knowledge'>, since: string): boolean =>
  knowledge.date !== null && firstDay(knowledge.date) >= since;

/** Is the knowledge of a record at most a year older than `day`? Only then is a status shown as a solid mark. */
export const isFresh = (record: Pick<Restriction, 'knowledge'>, day: string): boolean =>
  isConfirmedSince(record, yearBefore(day));
