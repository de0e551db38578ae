import { useLanguage } from '../../../components/language.tsx';
import { EntryView } from '../../../components/register-page/entry-view.tsx';
import { usePage } from '../../../components/register-page/page-state.ts';
import { RecordLink } from '../../../components/register-page/record-link.tsx';
import { RecordView } from '../../../components/register-page/record-view.tsx';
import { entryTitle } from '../../../lib/register/labels.ts';
import { type Entry, idsToday, type RecordToday } from '../../../lib/register/moved.ts';
import { statusOn } from '../../../lib/register/status.ts';

/** One record with everything that is known of it, and the ids that it had before. */
export function RecordPage({ entry }: { readonly entry: Entry }) {
  const { t } = useLanguage();
  const { register, day } = usePage();
  const { record } = entry;
  const former = register.moved.records.filter(
    ({ old }) => old !== record.id && idsToday(old, register.moved.records).includes(record.id),
  );
  return (
    <>
      {entry.list === 'restrictions' ? (
        <RecordView found={{ record: entry.record, status: statusOn(entry.record, day) }} />
      ) : (
        <EntryView entry={entry} />
      )}
      {former.map(({ old, reason }) => (
        <p key={old} class="small soft">
          {t('site_formerly', old, reason)}
        </p>
      ))}
    </>
  );
}

/** Under an id that gave way to others: why, and where they are. */
export function MovedPage({ id, moved }: { readonly id: string; readonly moved: RecordToday }) {
  const language = useLanguage();
  return (
    <article class="record-view" aria-labelledby="record-title">
      <h2 id="record-title">{language.t('site_moved_title', id)}</h2>
      <p>{language.t('register_record_moved', id, moved.reason ?? '')}</p>
      <ul class="bullets">
        {moved.entries.map((entry) => (
          <li key={entry.record.id}>
            <RecordLink id={entry.record.id}>{entryTitle(entry, language)}</RecordLink>
          </li>
        ))}
      </ul>
    </article>
  );
}
