import type { ComponentChildren } from 'preact';
import { formatDate } from '../../lib/register/dates.ts';
import {
  clauseLine,
  exceptionsText,
  forceName,
  instrumentText,
  kindName,
  type Language,
  listOf,
  lookedAgainText,
  measureName,
  reachName,
  reasonName,
  relationName,
  statusName,
  unclearSentence,
} from '../../lib/register/labels.ts';
import type { Clause, Restriction } from '../../lib/register/schema.ts';
import type { RecordStatus, StatusOnDay } from '../../lib/register/status.ts';
import { useLanguage } from '../language.tsx';
import { DatedList } from './dated-list.tsx';
import { numberSources, SourceList } from './source-list.tsx';

interface RecordDetailsProps {
  readonly record: Restriction;
  readonly status: RecordStatus;
}

/** What the register holds of one restriction beyond its row: for whom, on what ground, since when, says who. */
export function RecordDetails({ record, status }: RecordDetailsProps) {
  const language = useLanguage();
  const { t, locale } = language;
  const sources = numberSources(record.sources);
  const { issuer, clauses, knowledge } = record;
  const [only] = clauses;
  const unclear = unclearSentence(status, language);
  const instrument = instrumentText(record, language);
  return (
    <div class="record-body">
      <p>{record.summary}</p>
      {unclear && <p class="notice">{unclear}</p>}
      {clauses.length > 1 && (
        <ol class="clauses">
          {clauses.map((clause, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: clauses are known by their place alone
            <li key={index}>
              <ClauseHead clause={clause} status={status.clauses[index] ?? status} />
              <dl class="facts">
                <ClauseFacts clause={clause} />
              </dl>
            </li>
          ))}
        </ol>
      )}
      <dl class="facts">
        {instrument && (
          <Fact name={t('register_instrument')}>
            <bdi>{instrument}</bdi>
          </Fact>
        )}
        <Fact name={t('register_applies')}>{record.appliesTo}</Fact>
        {clauses.length === 1 && only && <ClauseFacts clause={only} />}
        <Fact name={t('register_reasons')}>
          {listOf(
            record.reasons.map((reason) => reasonName(reason, language)),
            language,
          )}
        </Fact>
        <Fact name={t('register_column_issuer')}>{issuer.nativeName && <bdi>{issuer.nativeName}</bdi>}</Fact>
        <Fact name={t('register_column_kind')}>{kindName(issuer.kind, language)}</Fact>
        <Fact name={t('register_column_knowledge')}>
          {knowledge.date ? formatDate(knowledge.date, locale) : t('not_known')}
        </Fact>
        <Fact name={t('register_looked_again')}>
          {lookedAgainText(record.lookedAgain, language) ?? t('looked_again_never')}
        </Fact>
        <Fact name={t('register_conflicts')}>{record.conflicts}</Fact>
        <Fact name={t('register_notes')}>{record.notes}</Fact>
      </dl>
      <h3 class="label">{t('register_history')}</h3>
      <DatedList
        items={record.events.map(({ clauses: named, ...event }) => ({
          ...event,
          ...(named && {
            by: measuresNamed(
              named.flatMap((index) => clauses[index] ?? []),
              language,
            ),
          }),
        }))}
        sources={sources}
      />
      <h3 class="label">{t('register_column_sources')}</h3>
      <SourceList sources={sources} />
    </div>
  );
}

/** "Ban on devices and Network block": what an event is about. */
const measuresNamed = (clauses: readonly Clause[], language: Language): string =>
  listOf([...new Set(clauses.map(({ measure }) => measureName(measure, language)))], language);

/** One thing that the rule says, with what became of it. */
function ClauseHead({ clause, status }: { readonly clause: Clause; readonly status: StatusOnDay }) {
  const language = useLanguage();
  return (
    <p>
      <strong>{clauseLine(clause, language)}</strong> <span class="soft">{statusName(status, language)}</span>
    </p>
  );
}

/** For whom, with what force, and what it leaves open. */
function ClauseFacts({ clause }: { readonly clause: Clause }) {
  const language = useLanguage();
  const { t } = language;
  return (
    <>
      <Fact name={t('register_covers')}>
        {listOf(
          clause.covers.map((relation) => relationName(relation, language)),
          language,
        )}
      </Fact>
      <Fact name={t('register_exceptions')}>{exceptionsText(clause.exceptions, language)}</Fact>
      <Fact name={t('register_reaches')}>{reachName(clause.reaches, language)}</Fact>
      <Fact name={t('register_temporary')}>{clause.temporary?.why}</Fact>
      <Fact name={t('register_force')}>{forceName(clause.legalForce, language)}</Fact>
    </>
  );
}

/** One fact with its name; nothing where the register holds none. */
function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  if (!children) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
