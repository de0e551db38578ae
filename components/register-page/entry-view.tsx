import { topicName } from '../../lib/register/labels.ts';
import type { Entry } from '../../lib/register/moved.ts';
import { useLanguage } from '../language.tsx';
import { ResponseEntry } from '../record/response-list.tsx';
import { BackToList, useArrival } from './arrival.tsx';
import { ContextEntry } from './context-view.tsx';

/** A record that is no restriction, at its own address: what TikTok said, or what is near. */
export function EntryView({ entry }: { readonly entry: Exclude<Entry, { list: 'restrictions' }> }) {
  const language = useLanguage();
  const heading = useArrival();
  const { record } = entry;
  return (
    <article class="record-view" aria-labelledby="record-title">
      <BackToList />
      <header class="record-head">
        <h2 id="record-title" tabIndex={-1} ref={heading}>
          {topicName(record.topic, language)}
        </h2>
      </header>
      <ul class="entries">
        {entry.list === 'responses' ? (
          <ResponseEntry response={entry.record} startOpen />
        ) : (
          <ContextEntry record={entry.record} startOpen />
        )}
      </ul>
      <p class="small soft">
        {language.t('register_record_id')} <code>{record.id}</code>
      </p>
    </article>
  );
}
