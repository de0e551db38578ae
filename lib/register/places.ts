import { regionNames } from '../platform/formats.ts';
/*
 * Places as ISO 3166-1 alpha-2 and 3166-2 codes, and EU and NATO. The names of countries and regions come from
 * Intl, those of subdivisions from the table the build writes.
 */

/** Names of subdivisions in one language, by ISO 3166-2 code. */
export type PlaceNames = Readonly<Record<string, string>>;

/** Subdivisions that lie in another one of the same country (ISO 3166-2, "parent subdivision"). */
const PARENTS: Readonly<Record<string, string>> = { 'GB-NYK': 'GB-ENG' };

/**
 * The parts of the world by UN M49: continent, sub-region, the countries in it (CLDR's territory containment, which
 * a test holds this against).
 */
export const WORLD: readonly (readonly [continent: string, region: string, countries: string])[] = [
  ['002', '015', 'DZ EG EH LY MA SD TN'],
  ['002', '011', 'BF BJ CI CV GH GM GN GW LR ML MR NE NG SH SL SN TG'],
  ['002', '017', 'AO CD CF CG CM GA GQ ST TD'],
  ['002', '014', 'BI DJ ER ET IO KE KM MG MU MW MZ RE RW SC SO SS TF TZ UG YT ZM ZW'],
  ['002', '018', 'BW LS NA SZ ZA'],
  ['019', '021', 'BM CA GL PM US'],
  ['019', '013', 'BZ CR GT HN MX NI PA SV'],
  ['019', '029', 'AG AI AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI'],
  ['019', '005', 'AR BO BR BV CL CO EC FK GF GS GY PE PY SR UY VE'],
  ['142', '145', 'AE AM AZ BH CY GE IL IQ JO KW LB OM PS QA SA SY TR YE'],
  ['142', '143', 'KG KZ TJ TM UZ'],
  ['142', '030', 'CN HK JP KP KR MN MO TW'],
  ['142', '034', 'AF BD BT IN IR LK MV NP PK'],
  ['142', '035', 'BN ID KH LA MM MY PH SG TH TL VN'],
  ['150', '154', 'AX DK EE FI FO GB GG IE IM IS JE LT LV NO SE SJ'],
  ['150', '155', 'AT BE CH DE FR LI LU MC NL'],
  ['150', '151', 'BG BY CZ HU MD PL RO RU SK UA'],
  ['150', '039', 'AD AL BA ES GI GR HR IT ME MK MT PT RS SI SM VA XK'],
  ['009', '053', 'AU CC CX HM NF NZ'],
  ['009', '054', 'FJ NC PG SB VU'],
  ['009', '057', 'FM GU KI MH MP NR PW UM'],
  ['009', '061', 'AS CK NU PF PN TK TO TV WF WS'],
];

/** Bodies that span countries stand where most of theirs do. */
const BODIES: Readonly<Record<string, Region>> = { EU: { continent: '150', region: null } };

/** UN M49 codes; `region` is the sub-region. */
export interface Region {
  readonly continent: string;
  readonly region: string | null;
}

const REGIONS = new Map(
  WORLD.flatMap(([continent, region, countries]) =>
    countries.split(' ').map((country) => [country, { continent, region }] as const),
  ),
);

/** Every country that can be picked, as ISO 3166-1 alpha-2 codes. */
export const COUNTRIES: readonly string[] = [...REGIONS.keys()].sort();

/** The country of a code: `US` for `US-TX`; a country and a body are their own. */
export const countryOf = (code: string): string => code.split('-', 1)[0] ?? code;

/** Every place that contains the one given, itself first: `GB-NYK`, `GB-ENG`, `GB`. */
export function placesAround(code: string): string[] {
  const around = [code];
  for (let parent = PARENTS[code]; parent && !around.includes(parent); parent = PARENTS[parent])
    around.push(parent);
  const country = countryOf(code);
  if (country !== code) around.push(country);
  return around;
}

/** Does `outer` contain `inner`? Every place contains itself; a country contains its subdivisions. */
export const containsPlace = (outer: string, inner: string): boolean =>
  outer === inner || placesAround(inner).includes(outer);

/** The part of the world a code lies in; null for NATO and unknown codes. */
export const regionOf = (code: string): Region | null => BODIES[code] ?? REGIONS.get(countryOf(code)) ?? null;

/**
 * The name of a place in a person's language: country, UN M49 region or subdivision; the code itself where nobody
 * names it. `locale`: BCP 47.
 */
export function placeName(code: string, locale: string, subdivisions: PlaceNames): string {
  const own = subdivisions[code];
  if (own !== undefined || code.includes('-')) return own ?? code;
  // NATO is longer than a region code may be, for which Intl throws.
  return /^([A-Z]{2}|\d{3})$/.test(code) ? (regionNames(locale).of(code) ?? code) : code;
}

/** A place with its country where it is a part of one: "Texas, United States". */
export function placeNameInFull(code: string, locale: string, subdivisions: PlaceNames): string {
  const name = placeName(code, locale, subdivisions);
  return code.includes('-') ? `${name}, ${placeName(countryOf(code), locale, subdivisions)}` : name;
}

/** Subdivision names in the language nearest to `locale`, English where a name is missing. */
export function placeNamesFor(all: Readonly<Record<string, PlaceNames>>, locale: string): PlaceNames {
  const language = locale.split('-', 1)[0] ?? locale;
  return { ...all.en, ...all[language], ...all[locale] };
}
