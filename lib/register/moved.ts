import type { Profile } from './profile.ts';
import type { Context, Moved, Register, Response, Restriction } from './schema.ts';

/*
 * Ids are promises: settings, policies, exports and bookmarks hold them. Where a record or an organisation gave way to
 * others, the register says so (`moved`), and whoever comes with the old id is led on. What people stored is never
 * rewritten behind their back: it is followed wherever it is read.
 */

/** The ids that an id stands for today, over however many moves; itself where it never moved. Safe against circles. */
export function idsToday(id: string, moves: Moved['records']): string[] {
  const found = new Set([id]);
  // A set hands out what is added while it is walked.
  for (const each of found)
    for (const next of moves.find(({ old }) => old === each)?.new ?? []) found.add(next);
  const left = new Set(moves.map(({ old }) => old));
  const today = [...found].filter((each) => !left.has(each));
  return today.length > 0 ? today : [id];
}

/** A person's organisations by the ids of today, each with the relation that the person has to it, once. */
export function organisationsToday<O extends { readonly id: string; readonly relation: unknown }>(
  organisations: readonly O[],
  { organisations: moves }: Moved,
): O[] {
  const today = organisations.flatMap((organisation) =>
    idsToday(organisation.id, moves).map((id) => ({ ...organisation, id })),
  );
  return today.filter(
    ({ id, relation }, index) =>
      today.findIndex((other) => other.id === id && other.relation === relation) === index,
  );
}

/** A profile with its organisations by the ids of today. */
export const profileToday = (profile: Profile, moved: Moved): Profile => ({
  ...profile,
  organisations: organisationsToday(profile.organisations, moved),
});

/** Anything in the register, told apart by its list. */
export type Entry =
  | { readonly list: 'restrictions'; readonly record: Restriction }
  | { readonly list: 'responses'; readonly record: Response }
  | { readonly list: 'context'; readonly record: Context };

/** What stands under a record's id today. */
export interface RecordToday {
  /** One as a rule; several where the record was split; none where the register never held the id. */
  readonly entries: readonly Entry[];
  /** Why the id gave way to others; null where it did not. */
  readonly reason: string | null;
}

/** Finds what an id opens, in whatever list it stands. */
export function recordToday(
  id: string,
  register: Pick<Register, 'restrictions' | 'responses' | 'context' | 'moved'>,
): RecordToday {
  const ids = idsToday(id, register.moved.records);
  const byId = <R extends { readonly id: string }>(list: readonly R[]) =>
    list.filter((record) => ids.includes(record.id));
  return {
    entries: [
      ...byId(register.restrictions).map((record): Entry => ({ list: 'restrictions', record })),
      ...byId(register.responses).map((record): Entry => ({ list: 'responses', record })),
      ...byId(register.context).map((record): Entry => ({ list: 'context', record })),
    ],
    reason: register.moved.records.find(({ old }) => old === id)?.reason ?? null,
  };
}
