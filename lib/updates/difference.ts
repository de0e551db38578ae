import { z } from '../platform/zod.ts';
import { type Register, RegisterHead } from '../register/schema.ts';
import { LISTS } from './register-file.ts';

const Sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/, 'sha-256'));
const Id = z.string();
/** Checked without being taken apart: the order of its fields is part of the file's hash. */
const AnyRecord = z.custom<{ readonly id: string }>(
  (value) => z.looseObject({ id: Id }).safeParse(value).success,
);
/** Records whole and as they are, and the ids of those that are gone. */
const Changes = z.strictObject({ set: z.array(AnyRecord), gone: z.array(Id) });

/** What changed between two versions of the register, record by record. `head`: all of it but the records. */
export const Difference = z.strictObject({
  from: z.strictObject({ version: RegisterHead.shape.version, sha256: Sha256 }),
  to: z.strictObject({ sha256: Sha256, head: z.looseObject(RegisterHead.shape) }),
  ...(Object.fromEntries(LISTS.map((list) => [list, Changes])) as Record<
    (typeof LISTS)[number],
    typeof Changes
  >),
});
export type Difference = z.infer<typeof Difference>;

type Identified = { readonly id: string };

/**
 * Applies a difference to the register that it starts from. Lists stay in the order of ids. What comes out has passed
 * no check: its file must have the hash of the whole one.
 */
export function applyDifference(base: Register, difference: Difference): Register {
  const lists = LISTS.map((list) => {
    const { set, gone } = difference[list];
    const replaced = new Set([...gone, ...set.map(({ id }) => id)]);
    const kept: readonly Identified[] = base[list].filter(({ id }) => !replaced.has(id));
    return [list, [...kept, ...set].sort((a, b) => (a.id < b.id ? -1 : 1))];
  });
  return { ...difference.to.head, ...Object.fromEntries(lists) } as unknown as Register;
}
