import { type OrganisationIndex, organisationsAround } from './organisations.ts';
import { containsPlace } from './places.ts';
import type { Device, Profile } from './profile.ts';
import type { Clause, DeviceScope, Relation, Restriction } from './schema.ts';

/** How a clause reaches an organisation of the person's. */
export interface OrganisationMatch {
  /** The organisation that the person picked. */
  readonly picked: string;
  readonly pickedName: string;
  /** The record's own, which is the picked one or one it lies within. */
  readonly issuer: string;
  readonly relation: Relation;
  /** 0: the picked organisation's own rule; 1: of the one it lies within; and so on. */
  readonly distance: number;
  /** The clause covers people of this relation. */
  readonly covered: boolean;
}

/** Scopes of a rule that cover a device: a rule on personal devices reaches those with work access too. */
const COVERED_BY: Readonly<Record<Device, readonly DeviceScope[]>> = {
  'work-issued': ['work-issued', 'all'],
  'personal-with-work-access': ['personal-with-work-access', 'personal', 'all'],
  personal: ['personal', 'all'],
};

/** Does a rule on these devices cover the device? The first scope that does, or null. */
export const coveringScope = (
  scopes: readonly DeviceScope[] | undefined,
  device: Device,
): DeviceScope | null => scopes?.find((scope) => COVERED_BY[device].includes(scope)) ?? null;

/** Does a clause cover people who relate to its issuer in this way? `public` covers everybody. */
const coversRelation = ({ covers }: Pick<Clause, 'covers'>, relation: Relation): boolean =>
  covers.includes('public') || covers.includes(relation);

/** The person's organisations with all that they lie within, looked up once for many records. */
export interface ProfileMatcher {
  /** The best match of a clause's issuer with the person's organisations: covered before not, near before wide. */
  organisation(record: Restriction, clause: Pick<Clause, 'covers'>): OrganisationMatch | null;
  /** The first of the person's places that lies in the record's jurisdiction. */
  place(record: Restriction): string | null;
}

/** Prepares a profile for matching against many records. */
export function matcherOf(profile: Profile, index: OrganisationIndex): ProfileMatcher {
  const reached = new Map<string, Omit<OrganisationMatch, 'covered'>[]>();
  for (const { id, relation } of profile.organisations) {
    for (const [issuer, distance] of organisationsAround(id, index.within)) {
      const matches = reached.get(issuer) ?? [];
      matches.push({ picked: id, pickedName: index.names.get(id) ?? id, issuer, relation, distance });
      reached.set(issuer, matches);
    }
  }
  return {
    organisation(record, clause) {
      const matches = (reached.get(record.issuer.organisation) ?? []).map((match) => ({
        ...match,
        covered: coversRelation(clause, match.relation),
      }));
      matches.sort((a, b) => Number(b.covered) - Number(a.covered) || a.distance - b.distance);
      return matches[0] ?? null;
    },
    place: (record) =>
      profile.places.find((place) => containsPlace(record.issuer.jurisdiction, place)) ?? null,
  };
}
