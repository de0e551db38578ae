import type { Context, Register, Response, Restriction } from '../register/schema.ts';
import { compareVersions } from '../register/version.ts';
import { type KeptRegister, keptRegister, type StorageArea } from './shelf.ts';

/** What the register in use is made of. */
export interface InUse {
  readonly register: Register;
  /** Where the register came from; the records that an organisation added are named beside it. */
  readonly from: 'package' | 'update';
  /** The update in use was signed by keys that were made for a trial. */
  readonly test: boolean;
  /** Whose records were added; null for none. */
  readonly added: string | null;
  /** Ids of the records that were added. */
  readonly addedIds: ReadonlySet<string>;
}

/** A register that was stored, if this very version of the extension has checked it. */
function checked(kept: KeptRegister | null, extension: string): Register | null {
  if (kept?.checkedBy !== extension) return null;
  try {
    return JSON.parse(kept.text) as Register;
  } catch {
    return null;
  }
}

type Record = Restriction | Context | Response;

/** Says whose record it is wherever its issuer or its programme is named: in tables, cards, exports and citations. */
function labelled<T extends Record>(record: T, by: string): T {
  const mark = ` (${by})`;
  if ('issuer' in record) return { ...record, issuer: { ...record.issuer, name: record.issuer.name + mark } };
  return { ...record, programme: (record.programme ?? 'TikTok') + mark };
}

/**
 * The register with records that an organisation added, each labelled as theirs. What the register has under the same
 * id stays as it is; neither its version nor the ids that moved are theirs to change.
 */
export function withAdded(register: Register, added: Register, by: string): Register {
  const taken = new Set([
    ...[...register.restrictions, ...register.responses, ...register.context].map(({ id }) => id),
    ...register.moved.records.map(({ old }) => old),
  ]);
  const join = <T extends Record>(ours: readonly T[], theirs: readonly T[]): T[] => [
    ...ours,
    ...theirs.filter(({ id }) => !taken.has(id)).map((record) => labelled(record, by)),
  ];
  return {
    ...register,
    restrictions: join(register.restrictions, added.restrictions),
    responses: join(register.responses, added.responses),
    context: join(register.context, added.context),
  };
}

const idsOf = ({ restrictions, responses, context }: Register): Set<string> =>
  new Set([...restrictions, ...responses, ...context].map(({ id }) => id));

/** The newest of the shipped register and the last good one, with what an organisation added. */
export async function registerInUse(
  shipped: Register,
  area: StorageArea,
  extension: string,
  organisation: string | null,
): Promise<InUse> {
  const [kept, keptRecords] = await Promise.all([
    keptRegister('updates', area),
    organisation === null ? null : keptRegister('records', area),
  ]);
  const update = checked(kept, extension);
  const newer = update !== null && compareVersions(update.version, shipped.version) > 0;
  const register = newer ? update : shipped;
  const added = checked(keptRecords, extension);
  const joined = added && organisation !== null ? withAdded(register, added, organisation) : register;
  const own = idsOf(register);
  return {
    register: joined,
    from: newer ? 'update' : 'package',
    test: newer && (kept?.test ?? false),
    added: added && organisation,
    addedIds: new Set(joined === register ? [] : [...idsOf(joined)].filter((id) => !own.has(id))),
  };
}
