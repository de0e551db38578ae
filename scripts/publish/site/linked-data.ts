import { recordUrl } from '../../../lib/platform/public-address.ts';
import { type Language, restrictionTitle } from '../../../lib/register/labels.ts';
import type { Entry } from '../../../lib/register/moved.ts';
import { countryOf, placeName, placeNameInFull } from '../../../lib/register/places.ts';
import type { IssuerKind, Register, Source } from '../../../lib/register/schema.ts';
import { OFFICES } from '../../../lib/register/standing.ts';

/*
 * What search engines and other programs read of a page, by schema.org. Nothing is said here that the page does not say
 * to people. URLs are absolute where the site has one.
 */

const CC0 = 'https://creativecommons.org/publicdomain/zero/1.0/';
const CONTEXT = 'https://schema.org';

/** The dataset's own id, to which the pages of records refer. */
const datasetId = (site: string | null): string => `${site ?? ''}#register`;

/** The register as a dataset with its files. */
export function datasetData(
  register: Register,
  site: string | null,
  published: string,
  words: { readonly name: string; readonly description: string },
): object {
  const at = (path: string) => `${site ?? ''}${path}`;
  const file = (name: string, path: string, encodingFormat: string) => ({
    '@type': 'DataDownload',
    name,
    contentUrl: at(path),
    encodingFormat,
  });
  const days = register.restrictions.flatMap(({ events }) => events.map(({ date }) => date)).sort();
  return {
    '@context': CONTEXT,
    '@type': 'Dataset',
    '@id': datasetId(site),
    ...words,
    ...(site !== null && { url: site }),
    version: register.version,
    dateModified: register.date,
    datePublished: published.slice(0, 10),
    license: CC0,
    isAccessibleForFree: true,
    inLanguage: 'en',
    creator: { '@type': 'Organization', name: 'Policy Context for TikTok' },
    temporalCoverage: `${days[0] ?? register.date}/${register.date}`,
    spatialCoverage: { '@type': 'Place', name: 'World' },
    variableMeasured: ['restriction', 'status', 'legal force', 'knowledge date', 'source'],
    keywords: ['TikTok', 'device policy', 'government', 'register'],
    distribution: [
      file('restrictions', 'data/restrictions.csv', 'text/csv'),
      file('register', 'data/register.json', 'application/json'),
      file('data package', 'data/datapackage.json', 'application/json'),
    ],
  };
}

const PUBLIC_BODIES: ReadonlySet<IssuerKind> = new Set([...OFFICES, 'supranational']);

const citation = ({ title, url, publisher, published, language }: Source) => ({
  '@type': 'CreativeWork',
  name: title,
  url,
  publisher: { '@type': 'Organization', name: publisher },
  ...(published && { datePublished: published }),
  inLanguage: language,
});

/** A record's page: what it is about, on what it rests, and of which register it is a part. */
export function recordData(
  entry: Entry,
  page: { readonly title: string; readonly description: string },
  register: Register,
  site: string | null,
  { locale, places }: Language,
): object[] {
  const { record } = entry;
  const url = site === null ? null : recordUrl(site, record.id);
  const about =
    entry.list === 'responses'
      ? { '@type': 'Organization', name: 'TikTok' }
      : {
          '@type': PUBLIC_BODIES.has(entry.record.issuer.kind) ? 'GovernmentOrganization' : 'Organization',
          name: entry.record.issuer.name,
          ...(entry.record.issuer.nativeName && { alternateName: entry.record.issuer.nativeName }),
          areaServed: placeNameInFull(entry.record.issuer.jurisdiction, locale, places),
        };
  const rule =
    entry.list === 'restrictions' && entry.record.instrument
      ? [
          {
            '@type': 'Legislation',
            name: entry.record.instrument.name,
            ...(entry.record.instrument.number && {
              legislationIdentifier: entry.record.instrument.number,
            }),
            legislationJurisdiction: placeNameInFull(entry.record.issuer.jurisdiction, locale, places),
          },
        ]
      : [];
  return [
    {
      '@context': CONTEXT,
      '@type': 'WebPage',
      ...(url !== null && { '@id': url, url }),
      name: page.title,
      description: page.description,
      identifier: record.id,
      inLanguage: 'en',
      license: CC0,
      dateModified: record.lookedAgain?.date ?? register.date,
      isPartOf: { '@id': datasetId(site) },
      about: [about, ...rule],
      citation: record.sources.map(citation),
    },
  ];
}

/** The way to a page from the first one. */
export const breadcrumbs = (
  site: string | null,
  steps: readonly (readonly [name: string, folder: string])[],
): object => ({
  '@context': CONTEXT,
  '@type': 'BreadcrumbList',
  itemListElement: steps.map(([name, folder], index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    ...(site !== null && { item: site + folder }),
  })),
});

/** The steps to a record by its place. */
export function stepsTo(
  entry: Entry,
  home: string,
  { locale, places }: Language,
): (readonly [name: string, folder: string])[] {
  if (entry.list === 'responses') return [[home, '']];
  const { record } = entry;
  const country = countryOf(record.issuer.jurisdiction);
  return [
    [home, ''],
    [placeName(country, locale, places), `country/${country}/`],
    [restrictionTitle(record), `r/${record.id}/`],
  ];
}
