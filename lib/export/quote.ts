import { numberFormat } from '../platform/formats.ts';
import type { Language } from '../register/labels.ts';
import { restrictionTitle } from '../register/labels.ts';
import type { RegisterHead, Restriction } from '../register/schema.ts';
import type { RecordStatus } from '../register/status.ts';
import { statusLine } from '../register/status-line.ts';
import { bySourceWorth, type RecordUrlOf, sourceInWords } from './citation.ts';

/** Records of a paragraph with their status on its last day. */
export interface Quoted {
  readonly record: Restriction;
  readonly status: RecordStatus;
}

/** More sources than this are no longer a paragraph's; the downloads have them all. */
export const MOST_SOURCES = 100;

/**
 * A paragraph as a text to paste: the sentences, which register it is from, then a line for each record with its
 * status, how old that is, and its best source. Above {@link MOST_SOURCES} records it says where the sources are.
 *
 * @param day of the statuses, `YYYY-MM-DD`.
 * @param urlOf the records' public pages, which the lines then name.
 */
export function withSources(
  paragraph: string,
  quoted: readonly Quoted[],
  { version }: Pick<RegisterHead, 'version'>,
  day: string,
  language: Language,
  urlOf: RecordUrlOf = () => null,
): string {
  const { t, locale } = language;
  const numbers = numberFormat(locale);
  const head = [paragraph, '', t('brief_from_register', t('register_cite_container'), version)];
  if (quoted.length === 0) return head.join('\n');
  if (quoted.length > MOST_SOURCES)
    return [...head, t('brief_sources_many', numbers.format(quoted.length))].join('\n');
  const lines = quoted.map(({ record, status }, index) => {
    const [best] = bySourceWorth(record.sources);
    const line = t(
      'brief_source_line',
      index + 1,
      restrictionTitle(record),
      statusLine(record, status, day, language),
      best ? sourceInWords(best, language) : '',
    );
    const url = urlOf(record.id);
    return url ? t('brief_source_line_public', line, url) : line;
  });
  return [...head, '', t('register_column_sources'), ...lines].join('\n');
}
