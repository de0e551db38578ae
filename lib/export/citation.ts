import { formatDate } from '../register/dates.ts';
import {
  clauseGroups,
  groupName,
  instrumentText,
  type Language,
  listOf,
  lookedAgainText,
  restrictionTitle,
} from '../register/labels.ts';
import type { RegisterHead, Source } from '../register/schema.ts';
import type { Found } from '../register/search.ts';
import { statusLine } from '../register/status-line.ts';

/*
 * A record as something to cite. A list of references gets the record itself, which says what was known on a day,
 * and each of its sources, which say it first-hand.
 */

/** What is cited: which register, and the day for which a status is given. */
export interface Cited {
  readonly register: RegisterHead;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** The record's page on the public website; absent, or null, where it has none. */
  readonly urlOf?: RecordUrlOf;
}

/** The public page of a record by its id; null for a record that stands on no website. */
export type RecordUrlOf = (id: string) => string | null;

/** A reference in the form shared by CSL-JSON and BibTeX. */
export interface Reference {
  /** Unique in its list: the record's id, or that with `-source-` and the source's number from 1. */
  readonly key: string;
  readonly kind: 'record' | 'source';
  readonly title: string;
  readonly author: string | null;
  readonly publisher: string;
  /** What it is part of. */
  readonly container: string;
  readonly version: string | null;
  /** ISO 8601, as exact as known. */
  readonly issued: string | null;
  readonly url: string | null;
  /** BCP 47. */
  readonly language: string;
  readonly abstract: string | null;
  readonly note: string | null;
}

/** Measures in words: "Ban on devices and Network block". */
const measures = ({ record, status }: Found, language: Language): string =>
  listOf(
    clauseGroups(record, status, language).map((group) => groupName(group, language)),
    language,
  );

/** The references for restrictions: each record, followed by its sources; a source cited before is not repeated. */
export function referencesFor(found: readonly Found[], cited: Cited, language: Language): Reference[] {
  const keys = new Map<string, string>();
  return found.flatMap(({ record, status }) => {
    const fresh = record.sources.flatMap((source, index) => {
      if (keys.has(source.url)) return [];
      const key = `${record.id}-source-${index + 1}`;
      keys.set(source.url, key);
      return [sourceReference(source, key)];
    });
    const sourceKeys = record.sources.map(({ url }) => keys.get(url)).join(', ');
    return [recordReference({ record, status }, sourceKeys, cited, language), ...fresh];
  });
}

function recordReference(
  found: Found,
  sourceKeys: string,
  { register, day, urlOf }: Cited,
  language: Language,
): Reference {
  const { t, locale } = language;
  const name = t('extension_name');
  const instrument = instrumentText(found.record, language);
  const looked = lookedAgainText(found.record.lookedAgain, language);
  const also = [
    ...(instrument ? [t('name_and_value', t('register_instrument'), instrument)] : []),
    ...(looked ? [t('name_and_value', t('register_looked_again'), looked)] : []),
  ];
  return {
    key: found.record.id,
    kind: 'record',
    title: t('name_and_value', restrictionTitle(found.record), measures(found, language)),
    author: name,
    publisher: name,
    container: t('register_cite_container'),
    version: register.version,
    issued: register.date,
    url: urlOf?.(found.record.id) ?? null,
    language: locale,
    abstract: found.record.summary,
    note: [
      t(
        'register_cite_note',
        formatDate(day, locale),
        statusLine(found.record, found.status, day, language),
        sourceKeys,
      ),
      ...also,
    ].join('. '),
  };
}

const sourceReference = (source: Source, key: string): Reference => ({
  key,
  kind: 'source',
  title: source.title,
  author: null,
  publisher: source.publisher,
  container: source.publisher,
  version: null,
  issued: source.published,
  url: source.url,
  language: source.language,
  abstract: null,
  note: source.supports,
});

/** Sources by what they are worth in one line of print: read before unread, first-hand before reports, copies last. */
export const bySourceWorth = (sources: readonly Source[]): Source[] => {
  const weight = ({ kind, read, mirror }: Source) =>
    (mirror ? 4 : 0) + (read ? 0 : 2) + (kind === 'primary' ? 0 : 1);
  return [...sources].sort((a, b) => weight(a) - weight(b));
};

/** A citation as plain text or Markdown: what the record says on the day, and its best source. */
function inWords(
  { record, status }: Found,
  { register, day, urlOf }: Cited,
  language: Language,
  sourceText: (source: Source) => string,
): string {
  const { t, locale } = language;
  const statement = t(
    'register_cite_statement',
    t('name_and_value', restrictionTitle(record), measures({ record, status }, language)),
    formatDate(day, locale),
    statusLine(record, status, day, language),
  );
  const url = urlOf?.(record.id);
  const where = url
    ? t('register_cite_where_public', t('register_cite_container'), register.version, url)
    : t('register_cite_where', t('register_cite_container'), register.version, record.id);
  const [best] = bySourceWorth(record.sources);
  return [
    statement,
    where,
    ...(best ? [t('name_and_value', t('register_column_source'), sourceText(best))] : []),
  ].join(' ');
}

const publishedIn = ({ publisher, published }: Source, { locale }: Language): string =>
  published ? `${publisher}, ${formatDate(published, locale)}` : publisher;

/** A source in one line of plain text: its title, publisher, date and URL. */
export const sourceInWords = (source: Source, language: Language): string =>
  `${language.t('register_cite_quoted', source.title)}, ${publishedIn(source, language)}, ${source.url}`;

/** The citation of a record as plain text, one line. */
export const plainCitation = (found: Found, cited: Cited, language: Language): string =>
  inWords(found, cited, language, (source) => sourceInWords(source, language));

/** Text that Markdown shows as it stands. */
export const escapeMarkdown = (text: string): string =>
  text.replace(/[\\`*_[\]<>|#~]/g, '\\$&').replace(/\s+/g, ' ');

/** A link in Markdown; brackets and spaces in the address cannot end it early. */
export const markdownLink = (text: string, url: string): string =>
  `[${escapeMarkdown(text)}](<${url.replace(/[<>\s]/g, encodeURIComponent)}>)`;

/** The citation of a record as one line of Markdown, the source's title linked. */
export function markdownCitation(found: Found, cited: Cited, language: Language): string {
  // A character for private use: it is in no title, and browsers cut texts at a null.
  const placeholder = '\ue000';
  // The sentence is escaped as a whole, then the link, which must not be, takes its place.
  const [best] = bySourceWorth(found.record.sources);
  const text = escapeMarkdown(inWords(found, cited, language, () => placeholder));
  return best
    ? text.replace(
        placeholder,
        () => `${markdownLink(best.title, best.url)}, ${escapeMarkdown(publishedIn(best, language))}`,
      )
    : text;
}
