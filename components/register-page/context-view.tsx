import { formatDate } from '../../lib/register/dates.ts';
import { instrumentText, lookedAgainText, topicName } from '../../lib/register/labels.ts';
import { placeNameInFull } from '../../lib/register/places.ts';
import type { Context } from '../../lib/register/schema.ts';
import { statusOn } from '../../lib/register/status.ts';
import { statusLine } from '../../lib/register/status-line.ts';
import { useLanguage } from '../language.tsx';
import { DatedList } from '../record/dated-list.tsx';
import { LazyDetails } from '../record/lazy-details.tsx';
import { numberSources, SourceList } from '../record/source-list.tsx';
import { usePage } from './page-state.ts';

/** Topics in the order they are read; what is not named here comes last. */
const TOPICS: readonly Context['topic'][] = [
  'commerce',
  'fine',
  'ownership',
  'age-limit',
  'proposal',
  'review',
  'withdrawal',
  'other',
];

/** Indonesia's rules on trade come first: they were the first and reach the most people. */
const FIRST_PLACE = 'ID';

const inOrder = (records: readonly Context[], day: string): Context[] =>
  records
    .filter(({ events }) => (events[0]?.date ?? '') <= day)
    .sort(
      (a, b) =>
        Number(b.issuer.jurisdiction === FIRST_PLACE) - Number(a.issuer.jurisdiction === FIRST_PLACE) ||
        ((b.events.at(-1)?.date ?? '') < (a.events.at(-1)?.date ?? '') ? -1 : 1),
    );

/** What is near but no restriction on devices. Shown apart and never counted. */
export function ContextView() {
  const language = useLanguage();
  const { t } = language;
  const { register, day } = usePage();
  return (
    <div class="context-view">
      <p class="lead">{t('register_context_about')}</p>
      {TOPICS.map((topic) => {
        const records = inOrder(
          register.context.filter((record) => record.topic === topic),
          day,
        );
        if (records.length === 0) return null;
        return (
          <section key={topic} aria-labelledby={`context-${topic}`}>
            <h2 id={`context-${topic}`}>{topicName(topic, language)}</h2>
            <ul class="entries">
              {records.map((record) => (
                <ContextEntry key={record.id} record={record} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

interface ContextEntryProps {
  readonly record: Context;
  /** Its steps and sources stand open. */
  readonly startOpen?: boolean;
}

/** One record of context: whose, what, and where it is written. */
export function ContextEntry({ record, startOpen = false }: ContextEntryProps) {
  const language = useLanguage();
  const { t, locale, places } = language;
  const { register, day } = usePage();
  const sources = numberSources(record.sources);
  const instrument = instrumentText(record, language);
  return (
    <li class="entry">
      <p class="small soft">
        {placeNameInFull(record.issuer.jurisdiction, locale, places)} ·{' '}
        {formatDate(record.events[0]?.date ?? register.date, locale)}
      </p>
      <h3 class="entry-title">
        <bdi>{record.issuer.name}</bdi>
      </h3>
      <p>{record.summary}</p>
      {instrument && <p class="small soft">{t('name_and_value', t('register_instrument'), instrument)}</p>}
      {/* A fine is paid or not; it is never in force. */}
      {record.topic !== 'fine' && (
        <p class="small soft">{statusLine(record, statusOn(record, day), day, language)}</p>
      )}
      <p class="small soft">
        {t(
          'name_and_value',
          t('register_looked_again'),
          lookedAgainText(record.lookedAgain, language) ?? t('looked_again_never'),
        )}
      </p>
      <LazyDetails startOpen={startOpen} summary={t('register_milestones_sources')}>
        {() => (
          <div class="stack">
            <DatedList items={record.events} sources={sources} />
            <SourceList sources={sources} />
          </div>
        )}
      </LazyDetails>
    </li>
  );
}
