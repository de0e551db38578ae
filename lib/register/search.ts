import { scopesOf } from './clauses.ts';
import { deviceName, kindName, type Language, measureName, reasonName } from './labels.ts';
import { namesOfKind, otherNamesOfPlace } from './other-names.ts';
import { containsPlace, placeName, regionOf } from './places.ts';
import type { Clause, DeviceScope, IssuerKind, Measure, Restriction } from './schema.ts';
import { readPhrase } from './search-phrase.ts';
import { type RecordStatus, type StatusOnDay, statusOn, together } from './status.ts';
import { type Fields, find, type Hit, type Prepared, prepare } from './text-search.ts';

/** Makes restrictions ready for {@link filterRestrictions} in one language. Once a list and language; some milliseconds. */
export const prepareSearch = (
  restrictions: readonly Restriction[],
  language: Language,
): Prepared<Restriction> => prepare(restrictions, (record) => fieldsOf(record, language));

/** What a hit is worth: a name before a place before an id before what it does before what is told of it. */
const fieldsOf = (
  { id, issuer, clauses, instrument, reasons, summary, appliesTo }: Restriction,
  language: Language,
): Fields => [
  [8, [issuer.name, issuer.nativeName, issuer.unit, instrument?.name, instrument?.number]],
  [6, [issuer.jurisdiction, ...namesOfPlace(issuer.jurisdiction, language)]],
  [4, [id, kindName(issuer.kind, language), ...namesOfKind(issuer.kind)]],
  [
    3,
    [
      ...clauses.map(({ measure }) => measureName(measure, language)),
      ...clauses.flatMap(({ devices }) => devices.map((device) => deviceName(device, language))),
      ...reasons.map((reason) => reasonName(reason, language)),
    ],
  ],
  [1, [summary, appliesTo]],
];

/** A place and the country around it by every name: in the person's language, in English, demonyms and others. */
function namesOfPlace(code: string, { locale, places }: Language): string[] {
  const country = code.split('-', 1)[0] ?? code;
  return [...new Set([code, country])].flatMap((place) => [
    placeName(place, locale, places),
    placeName(place, 'en', places),
    ...otherNamesOfPlace(place),
  ]);
}

/**
 * What a list of restrictions is narrowed to. An absent or empty field lets everything through; inside a field any
 * value will do, between fields all must fit. Measure, device and status must fit one and the same clause: a rule that
 * bars work devices and only advises on personal ones is no ban on personal devices.
 */
export interface RestrictionFilter {
  readonly text?: string;
  /** ISO 3166 codes (a country stands for its parts too), EU, NATO, or UN M49 codes of regions and continents. */
  readonly places?: readonly string[];
  readonly kinds?: readonly IssuerKind[];
  readonly measures?: readonly Measure[];
  /** A rule on all devices fits every device, but not `network`. */
  readonly devices?: readonly DeviceScope[];
  /** As they are on the day asked for; `not-yet` for rules that come later. */
  readonly statuses?: readonly StatusOnDay['status'][];
}

/** A restriction with its status on the day. */
export interface Found {
  readonly record: Restriction;
  readonly status: RecordStatus;
}

/**
 * The restrictions that pass a filter on `day` (`YYYY-MM-DD`): best hits first where the filter has a text, else in
 * the register's order.
 *
 * @param order ids in the order wanted instead, such as that of `orderForProfile`; it also decides among equal hits.
 */
export function filterRestrictions(
  prepared: Prepared<Restriction>,
  filter: RestrictionFilter,
  day: string,
  order?: readonly string[],
): Found[] {
  const { text, ...phrase } = readPhrase(filter.text ?? '');
  const hits = find(prepared, text);
  if (order) {
    const rank = new Map(order.map((id, index) => [id, index]));
    const rankOf = ({ item }: Hit<Restriction>) => rank.get(item.id) ?? order.length;
    hits.sort((a, b) => b.score - a.score || rankOf(a) - rankOf(b));
  }
  return hits
    .map(({ item }) => ({ record: item, status: statusOn(item, day) }))
    .filter((found) => passes(found, filter) && passes(found, phrase));
}

/** No choice lets everything through. */
const among = <T>(chosen: readonly T[] | undefined, values: readonly T[]): boolean =>
  !chosen || chosen.length === 0 || values.some((value) => chosen.includes(value));

/** Says which clauses are meant. */
export type ClauseTest = (clause: Clause) => boolean;
export const everyClause: ClauseTest = () => true;

/** The clauses that a filter by measure and device means. */
export const clausesMeant =
  ({ measures, devices }: Pick<RestrictionFilter, 'measures' | 'devices'>): ClauseTest =>
  (clause) =>
    among(measures, [clause.measure]) && among(devices, scopesOf(clause));

/** The status that the clauses meant have together; null where a restriction has none of them. */
export function statusMeant({ record, status }: Found, means: ClauseTest): StatusOnDay | null {
  const meant = status.clauses.filter((_, index) => {
    const clause = record.clauses[index];
    return clause !== undefined && means(clause);
  });
  return meant.length > 0 ? together(meant) : null;
}

/** Does a restriction pass everything in a filter but its text? */
export function passes(found: Found, filter: RestrictionFilter): boolean {
  const { places, kinds, statuses } = filter;
  const { issuer } = found.record;
  const meant = statusMeant(found, clausesMeant(filter));
  return (
    meant !== null &&
    among(statuses, [meant.status]) &&
    among(kinds, [issuer.kind]) &&
    (!places || places.length === 0 || places.some((place) => liesIn(issuer.jurisdiction, place)))
  );
}

function liesIn(code: string, place: string): boolean {
  if (!/^\d{3}$/.test(place)) return containsPlace(place, code);
  const region = regionOf(code);
  return region !== null && (region.continent === place || region.region === place);
}
