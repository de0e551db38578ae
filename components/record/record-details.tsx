import type { ComponentChildren } from 'preact';
import {
  deviceName,
  forceName,
  kindName,
  listOf,
  reasonName,
  relationName,
  unclearSentence,
} from '../../lib/register/labels.ts';
import type { Restriction } from '../../lib/register/schema.ts';
import type { StatusOnDay } from '../../lib/register/status.ts';
import { useLanguage } from '../language.tsx';
import { DatedList } from './dated-list.tsx';
import { numberSources, SourceList } from './source-list.tsx';

interface RecordDetailsProps {
  readonly record: Restriction;
  readonly status: StatusOnDay;
}

/** What the register holds of one restriction beyond its row: for whom, on what ground, since when, says who. */
export function RecordDetails({ record, status }: RecordDetailsProps) {
  const language = useLanguage();
  const { t } = language;
  const sources = numberSources(record.sources);
  const unclear = unclearSentence(status, language);
  const { issuer, advisedDevices = [] } = record;
  return (
    <div class="record-body">
      <p>{record.summary}</p>
      {unclear && <p class="notice">{unclear}</p>}
      <dl class="facts">
        <Fact name={t('register_advised')}>
          {listOf(
            advisedDevices.map((device) => deviceName(device, language)),
            language,
          )}
        </Fact>
        <Fact name={t('register_applies')}>{record.appliesTo}</Fact>
        <Fact name={t('register_covers')}>
          {listOf(
            record.covers.map((relation) => relationName(relation, language)),
            language,
          )}
        </Fact>
        <Fact name={t('register_exceptions')}>{record.exceptions}</Fact>
        <Fact name={t('register_temporary')}>{record.temporary?.why}</Fact>
        <Fact name={t('register_force')}>{forceName(record.legalForce, language)}</Fact>
        <Fact name={t('register_reasons')}>
          {listOf(
            record.reasons.map((reason) => reasonName(reason, language)),
            language,
          )}
        </Fact>
        <Fact name={t('register_issuer')}>
          {issuer.nativeName && <bdi>{issuer.nativeName} · </bdi>}
          {kindName(issuer.kind, language)}
        </Fact>
        <Fact name={t('register_conflicts')}>{record.conflicts}</Fact>
        <Fact name={t('register_notes')}>{record.notes}</Fact>
      </dl>
      <h3 class="label">{t('register_history')}</h3>
      <DatedList items={record.events} sources={sources} />
      <h3 class="label">{t('register_sources')}</h3>
      <SourceList sources={sources} />
    </div>
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
