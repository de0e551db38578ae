import { bindsDevices, isTerritorial } from './clauses.ts';
import { containsPlace, countryOf } from './places.ts';
import type { IssuerKind, Register, Restriction } from './schema.ts';
import { isInForce, statusOn } from './status.ts';

/** Bodies that govern or stand for a state; broadcasters, universities and companies do not. */
export const OFFICES: ReadonlySet<IssuerKind> = new Set([
  'national-government',
  'parliament',
  'ministry-or-agency',
  'military',
  'subnational-government',
  'city-or-local',
  'regulator-or-court',
]);

type Test = (clause: Restriction['clauses'][number]) => boolean;

/** Whether a clause that passes the test is in force on the day, as last known. */
const holds = (record: Restriction, day: string, test: Test): boolean => {
  const { clauses } = statusOn(record, day);
  return record.clauses.some(
    (clause, index) => test(clause) && isInForce(clauses[index]?.status ?? 'not-yet'),
  );
};

const isOfCountry = ({ issuer: { jurisdiction } }: Restriction): boolean =>
  /^[A-Z]{2}$/.test(jurisdiction) && jurisdiction !== 'EU';

const keepsOffDevices = (record: Restriction, day: string): boolean =>
  OFFICES.has(record.issuer.kind) && holds(record, day, bindsDevices);

/** In how many countries TikTok is barred for everybody, and in how many more some offices keep it off devices. */
export interface Standing {
  readonly banned: number;
  readonly offices: number;
}

/** Counts countries on `day` (`YYYY-MM-DD`), as last known. A part of a country counts for it only by its offices. */
export function standingOn(restrictions: readonly Restriction[], day: string): Standing {
  const banned = new Set<string>();
  const offices = new Set<string>();
  for (const record of restrictions) {
    const country = countryOf(record.issuer.jurisdiction);
    if (isOfCountry(record) && holds(record, day, ({ measure }) => isTerritorial(measure)))
      banned.add(country);
    if (/^[A-Z]{2}$/.test(country) && country !== 'EU' && keepsOffDevices(record, day)) offices.add(country);
  }
  return { banned: banned.size, offices: [...offices].filter((country) => !banned.has(country)).length };
}

/** Whether some office in a place, or over it, keeps TikTok off its devices on `day`, as last known. */
export const hasOfficeRules = (restrictions: readonly Restriction[], place: string, day: string): boolean =>
  restrictions.some((record) => {
    const { jurisdiction } = record.issuer;
    const near = containsPlace(place, jurisdiction) || containsPlace(jurisdiction, place);
    return near && keepsOffDevices(record, day);
  });

/** Whether anybody looked into the country of a place: the register holds something about it. */
export const isResearched = (
  { restrictions, context }: Pick<Register, 'restrictions' | 'context'>,
  place: string,
): boolean =>
  [...restrictions, ...context].some(({ issuer }) => countryOf(issuer.jurisdiction) === countryOf(place));
