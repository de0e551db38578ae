import { formatDate } from '../../lib/register/dates.ts';
import { useLanguage } from '../language.tsx';
import type { NumberedSource } from './source-list.tsx';

export interface DatedItem {
  /** ISO 8601, as exact as known. */
  readonly date: string;
  readonly what: string;
  /** Who found or said it. */
  readonly by?: string;
  /** Indexes into the record's sources. */
  readonly sources: readonly number[];
}

interface DatedListProps {
  readonly items: readonly DatedItem[];
  readonly sources: readonly NumberedSource[];
}

/** What happened or was found, day by day, each with the numbers of its sources. */
export function DatedList({ items, sources }: DatedListProps) {
  const { t, locale } = useLanguage();
  const list = new Intl.ListFormat(locale, { style: 'narrow', type: 'unit' });
  const numbers = (indexes: readonly number[]) =>
    sources.filter(({ index }) => indexes.includes(index)).map(({ number }) => `${number}`);
  return (
    <ol class="dated">
      {items.map(({ date, what, by, sources: indexes }) => (
        <li key={`${date} ${what}`}>
          <p class="small soft">
            <time dateTime={date}>{formatDate(date, locale)}</time>
            {by && <bdi> · {by}</bdi>}
          </p>
          <p>
            {what}{' '}
            <span class="small soft">{t('register_source_numbers', list.format(numbers(indexes)))}</span>
          </p>
        </li>
      ))}
    </ol>
  );
}
