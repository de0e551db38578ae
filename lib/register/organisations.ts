import type { IssuerKind, Register, Restriction } from './schema.ts';

/** A body that issued a rule, as a person picks it: all its records together. */
export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly nativeName: string | null;
  readonly kind: IssuerKind;
  readonly jurisdiction: string;
  /** Organisations whose rules a source says reach this one too. */
  readonly within: readonly string[];
  /** Its restrictions, in the register's order. */
  readonly recordIds: readonly string[];
}

type Records = Pick<Register, 'restrictions'>;

/** Every organisation that issued a restriction, in the order of English names. */
export function organisationsOf(register: Records): Organisation[] {
  const found = new Map<string, { -readonly [K in keyof Organisation]: Organisation[K] }>();
  for (const { id, issuer } of register.restrictions) {
    const organisation = found.get(issuer.organisation);
    if (!organisation) {
      const { organisation: own, name, nativeName = null, kind, jurisdiction, within = [] } = issuer;
      found.set(own, { id: own, name, nativeName, kind, jurisdiction, within, recordIds: [id] });
      continue;
    }
    organisation.recordIds = [...organisation.recordIds, id];
    organisation.nativeName ??= issuer.nativeName ?? null;
    organisation.within = [...new Set([...organisation.within, ...(issuer.within ?? [])])];
    // One body may be named with the office that signed each rule; the plainest name stands for all.
    if (issuer.name.length < organisation.name.length) organisation.name = issuer.name;
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** Which organisations each one lies within, directly. */
export type Within = ReadonlyMap<string, readonly string[]>;

/** Reads off the records which organisations lie within which. */
export function withinOf(restrictions: readonly Restriction[]): Within {
  const within = new Map<string, readonly string[]>();
  for (const { issuer } of restrictions) {
    if (!issuer.within) continue;
    within.set(issuer.organisation, [...(within.get(issuer.organisation) ?? []), ...issuer.within]);
  }
  return within;
}

/** An organisation and all it lies within, itself first, nearest before wider; safe against circles. */
export function organisationsAround(id: string, within: Within): string[] {
  const around = [id];
  for (const current of around)
    for (const wider of within.get(current) ?? []) if (!around.includes(wider)) around.push(wider);
  return around;
}
