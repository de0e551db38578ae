import type { Register } from '../../lib/register/schema.ts';
import type { Difference } from '../../lib/updates/difference.ts';
import { LISTS } from '../../lib/updates/register-file.ts';

/* What takes one version of the register to another; `applyDifference` is its other half. */

type Identified = { readonly id: string };

function changesOf(
  before: readonly Identified[],
  after: readonly Identified[],
): Difference[(typeof LISTS)[number]] {
  const old = new Map(before.map((record) => [record.id, JSON.stringify(record)]));
  const ids = new Set(after.map(({ id }) => id));
  return {
    set: after
      .filter((record) => old.get(record.id) !== JSON.stringify(record))
      .map((record) => ({ ...record })),
    gone: [...old.keys()].filter((id) => !ids.has(id)),
  };
}

/** A version of the register with the SHA-256 of its file. */
export interface Hashed {
  readonly register: Register;
  readonly sha256: string;
}

/** What takes the one version to the other. */
export function differenceBetween(before: Hashed, after: Hashed): Difference {
  const head = Object.fromEntries(
    Object.entries(after.register).filter(([field]) => !(LISTS as readonly string[]).includes(field)),
  );
  const lists = LISTS.map((list) => [list, changesOf(before.register[list], after.register[list])]);
  return {
    from: { version: before.register.version, sha256: before.sha256 },
    to: { sha256: after.sha256, head },
    ...Object.fromEntries(lists),
  } as Difference;
}
