import { formatDate } from '../../lib/register/dates.ts';
import { sourceMarks } from '../../lib/register/labels.ts';
import type { Source } from '../../lib/register/schema.ts';
import { useLanguage } from '../language.tsx';

/** A source with its index in the record, by which events and findings refer to it. */
export interface NumberedSource {
  readonly source: Source;
  readonly index: number;
  /** From 1, as printed. */
  readonly number: number;
}

/** Sources in the order they are read: primary ones first, copies last, else as in the record. */
export function numberSources(sources: readonly Source[]): NumberedSource[] {
  const weight = ({ kind, mirror }: Source) => (kind === 'primary' ? 0 : 1) + (mirror ? 2 : 0);
  return sources
    .map((source, index) => ({ source, index }))
    .sort((a, b) => weight(a.source) - weight(b.source))
    .map((entry, position) => ({ ...entry, number: position + 1 }));
}

interface SourceListProps {
  readonly sources: readonly NumberedSource[];
}

/** The sources of a record. A copy by a third party is linked only where nothing better stands. */
export function SourceList({ sources }: SourceListProps) {
  const onlyCopies = sources.every(({ source }) => source.mirror);
  return (
    <ol class="sources">
      {sources.map(({ source, number }) => (
        <li key={number} value={number}>
          {source.mirror && !onlyCopies ? (
            <bdi>{source.title}</bdi>
          ) : (
            <a href={source.url} target="_blank" rel="noreferrer" hreflang={source.language}>
              <bdi>{source.title}</bdi>
            </a>
          )}
          <SourceFacts source={source} />
        </li>
      ))}
    </ol>
  );
}

/** Publisher, date, language where it is another, and what kind of source it is. */
function SourceFacts({ source }: { readonly source: Source }) {
  const words = useLanguage();
  const { locale } = words;
  const { publisher, published, language } = source;
  const foreign = new Intl.Locale(language).language !== new Intl.Locale(locale).language;
  const facts = [
    publisher,
    published && formatDate(published, locale),
    foreign && (new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language),
    ...sourceMarks(source, words),
  ];
  return <div class="small soft">{facts.filter(Boolean).join(' · ')}</div>;
}
