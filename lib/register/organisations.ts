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
  /** Whom and what each of them applies to, in the register's words. */
  readonly appliesTo: readonly string[];
}

type Records = Pick<Register, 'restrictions'>;

/** Every organisation that issued a restriction, in the order of English names. */
export function organisationsOf(register: Records): Organisation[] {
  const found = new Map<string, { -readonly [K in keyof Organisation]: Organisation[K] }>();
  for (const { id, issuer, appliesTo } of register.restrictions) {
    const organisation = found.get(issuer.organisation);
    if (!organisation) {
      const { organisation: own, name, nativeName = null, kind, jurisdiction, within = [] } = issuer;
      found.set(own, {
        id: own,
        name,
        nativeName,
        kind,
        jurisdiction,
        within,
        recordIds: [id],
        appliesTo: [appliesTo],
      });
      continue;
    }
    organisation.recordIds = [...organisation.recordIds, id];
    organisation.appliesTo = [...organisation.appliesTo, appliesTo];
    organisation.nativeName ??= issuer.nativeName ?? null;
    organisation.within = [...new Set([...organisation.within, ...(issuer.within ?? [])])];
    organisation.name = plainer(issuer.name, organisation.name);
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** Which organisations each one lies within, directly; and what each is called. */
export interface OrganisationIndex {
  readonly within: ReadonlyMap<string, readonly string[]>;
  readonly names: ReadonlyMap<string, string>;
}

/** Reads off the records which organisations there are, and which lie within which. */
export function organisationIndex(restrictions: readonly Restriction[]): OrganisationIndex {
  const within = new Map<string, readonly string[]>();
  const names = new Map<string, string>();
  for (const { issuer } of restrictions) {
    const { organisation: id } = issuer;
    if (issuer.within) within.set(id, [...(within.get(id) ?? []), ...issuer.within]);
    names.set(id, plainer(issuer.name, names.get(id)));
  }
  return { within, names };
}

/**
 * One body may be named with the office that signed each rule; the plainest name stands for all. Of two as short the
 * first by letters, so that the order of records does not matter.
 */
function plainer(a: string, b: string | undefined): string {
  if (b === undefined || a.length < b.length) return a;
  return a.length === b.length && a < b ? a : b;
}

/** An organisation and all it lies within, by how many steps they are away; itself 0. Safe against circles. */
export function organisationsAround(id: string, within: OrganisationIndex['within']): Map<string, number> {
  const around = new Map([[id, 0]]);
  // A map hands out what is added while it is walked, nearest first.
  for (const [current, steps] of around)
    for (const wider of within.get(current) ?? []) if (!around.has(wider)) around.set(wider, steps + 1);
  return around;
}
