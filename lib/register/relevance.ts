import { firstDay } from './dates.ts';
import { profileToday } from './moved.ts';
import { containsPlace, countryOf, regionOf } from './places.ts';
import type { Profile } from './profile.ts';
import type { IssuerKind, Register, Restriction } from './schema.ts';
import { phaseOf, type RecordStatus, statusOn } from './status.ts';
import { type Verdict, type VerdictRegister, verdict } from './verdict.ts';

/**
 * How near a restriction is to a person, nearest first: it carries the verdict, it carries a weaker level, it stands
 * beside the verdict; it is of an organisation of theirs, of their place, of a place around theirs, of the same
 * country, region, continent; or none of these.
 */
export const RELEVANCE = [
  'carries',
  'weaker',
  'beside',
  'organisation',
  'place',
  'around',
  'country',
  'region',
  'continent',
  'elsewhere',
] as const;
export type Relevance = (typeof RELEVANCE)[number];

/** A restriction with its status on the day and its nearness to the profile. */
export interface Ranked {
  readonly record: Restriction;
  readonly status: RecordStatus;
  readonly relevance: Relevance;
}

/** Whose rule matters first to somebody it does not concern: those over many people. */
const KINDS: Readonly<Record<IssuerKind, number>> = {
  'national-government': 0,
  supranational: 1,
  parliament: 2,
  'regulator-or-court': 3,
  'ministry-or-agency': 4,
  military: 5,
  'subnational-government': 6,
  'public-broadcaster': 7,
  university: 8,
  'city-or-local': 9,
  company: 10,
  other: 11,
};

/**
 * All restrictions in the order that matters to a profile: by nearness, then those in force before unclear before
 * ended ones, then by whose rule it is, newest knowledge first.
 *
 * @param known the verdict of the same profile, register and day, where there is one already.
 */
export function orderForProfile(
  register: VerdictRegister,
  profile: Profile,
  day: string,
  known: Verdict = verdict(profile, register, day),
): Ranked[] {
  const named = namedBy(known);
  const organisations = new Set(profileToday(profile, register.moved).organisations.map(({ id }) => id));
  const places = placesOf(register, profile, organisations);
  const ranked = register.restrictions.map((record) => {
    const relevance =
      named.get(record.id)?.relevance ??
      (organisations.has(record.issuer.organisation)
        ? 'organisation'
        : nearest(record.issuer.jurisdiction, places));
    const status = statusOn(record, day);
    const order = [
      RELEVANCE.indexOf(relevance),
      named.get(record.id)?.order ?? 0,
      phaseOf(status),
      KINDS[record.issuer.kind],
    ];
    return { record, status, relevance, order };
  });
  ranked.sort((a, b) => compareNumbers(a.order, b.order) || compareRecords(a.record, b.record));
  return ranked.map(({ record, status, relevance }) => ({ record, status, relevance }));
}

/** The records a verdict names, each with the nearest of its places in it. */
function namedBy({
  carriers,
  weaker,
  beside,
}: Verdict): Map<string, { relevance: Relevance; order: number }> {
  const named = new Map<string, { relevance: Relevance; order: number }>();
  const name = (relevance: Relevance, records: readonly Restriction[]) => {
    for (const [order, { id }] of records.entries()) if (!named.has(id)) named.set(id, { relevance, order });
  };
  const recordsOf = (list: Verdict['carriers']) =>
    list.flatMap((carrier) => (carrier.by === 'record' ? [carrier.record] : []));
  name('carries', recordsOf(carriers));
  name('weaker', recordsOf(weaker));
  name(
    'beside',
    beside.map(({ record }) => record),
  );
  return named;
}

/** The places of a person; where they picked none, those of their organisations. */
function placesOf(
  register: Pick<Register, 'restrictions'>,
  profile: Profile,
  organisations: ReadonlySet<string>,
): readonly string[] {
  if (profile.places.length > 0) return profile.places;
  const own = register.restrictions.filter(({ issuer }) => organisations.has(issuer.organisation));
  return [...new Set(own.map(({ issuer }) => issuer.jurisdiction))];
}

function nearest(jurisdiction: string, places: readonly string[]): Relevance {
  const here = regionOf(jurisdiction);
  const near = (test: (place: string) => boolean) => places.some(test);
  if (near((place) => place === jurisdiction)) return 'place';
  if (near((place) => containsPlace(jurisdiction, place))) return 'around';
  if (near((place) => countryOf(place) === countryOf(jurisdiction))) return 'country';
  if (!here) return 'elsewhere';
  if (here.region && near((place) => regionOf(place)?.region === here.region)) return 'region';
  return near((place) => regionOf(place)?.continent === here.continent) ? 'continent' : 'elsewhere';
}

function compareNumbers(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function compareRecords(a: Restriction, b: Restriction): number {
  const known = ({ knowledge }: Restriction) => (knowledge.date ? firstDay(knowledge.date) : '');
  return known(a) > known(b) ? -1 : known(a) < known(b) ? 1 : a.id < b.id ? -1 : 1;
}
