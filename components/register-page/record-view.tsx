import { formatDate } from '../../lib/register/dates.ts';
import { isFresh } from '../../lib/register/knowledge-age.ts';
import { measureLine, restrictionTitle, topicName } from '../../lib/register/labels.ts';
import { countryOf, placeNameInFull } from '../../lib/register/places.ts';
import { relatedTo, statementsOn } from '../../lib/register/related.ts';
import type { Response } from '../../lib/register/schema.ts';
import type { Found } from '../../lib/register/search.ts';
import { isInForce, statusOn } from '../../lib/register/status.ts';
import { statusLine } from '../../lib/register/status-line.ts';
import { mistakeAddress } from '../../lib/register-view/mistake-report.ts';
import { useLanguage } from '../language.tsx';
import { RecordDetails } from '../record/record-details.tsx';
import { numberSources, SourceList } from '../record/source-list.tsx';
import { BackToList, useArrival } from './arrival.tsx';
import { CitationBox } from './citation-box.tsx';
import { ForceMark, markOf } from './force-mark.tsx';
import { usePage } from './page-state.ts';
import { RecordLink } from './record-link.tsx';

interface RecordViewProps {
  readonly found: Found;
}

/** One restriction with everything that is known of it, at its own address. */
export function RecordView({ found }: RecordViewProps) {
  const language = useLanguage();
  const { t, locale, places } = language;
  const { register, day, today, addresses, urlOf } = usePage();
  const { record, status } = found;
  const heading = useArrival();
  const place = placeNameInFull(record.issuer.jurisdiction, locale, places);
  const placePage = addresses.place(countryOf(record.issuer.jurisdiction));
  const related = relatedTo(record, register);
  const statements = statementsOn(record, register);
  return (
    <article class="record-view" aria-labelledby="record-title">
      <BackToList />
      <header class="record-head">
        <p class="soft">{placePage === null ? place : <a href={placePage}>{place}</a>}</p>
        <h2 id="record-title" tabIndex={-1} ref={heading}>
          <bdi>{restrictionTitle(record)}</bdi>
        </h2>
        <p>{measureLine(record, status, language)}</p>
        <p class="record-status">
          <ForceMark class={markOf(record, status)} fresh={isFresh(record, day)} />
          <span>
            {day !== today && <strong>{t('register_on_day', formatDate(day, locale))} </strong>}
            {statusLine(record, status, day, language)}
            {status.since && !status.sinceAnnounced && isInForce(status.status) && (
              <> · {t('register_since', formatDate(status.since, locale))}</>
            )}
          </span>
        </p>
      </header>
      <div class="record-columns">
        <RecordDetails record={record} status={status} />
        <aside class="record-side">
          <CitationBox found={found} cited={{ register, day, urlOf }} />
          <p class="no-print">
            <a
              class="report"
              target="_blank"
              rel="noreferrer"
              href={mistakeAddress(record.id, register, {
                title: t('register_report_title', record.id),
                body: t('register_report_body'),
              })}
            >
              {t('register_report')}
            </a>
            <span class="small soft"> {t('register_report_hint')}</span>
          </p>
          {statements.length > 0 && (
            <section aria-labelledby="statements">
              <h3 id="statements">{t('register_statements')}</h3>
              {statements.map((statement) => (
                <Statement key={statement.id} statement={statement} />
              ))}
            </section>
          )}
          {related.length > 0 && (
            <section aria-labelledby="related">
              <h3 id="related">{t('register_related')}</h3>
              <ul class="related">
                {related.map((other) => (
                  <li key={other.id}>
                    <RecordLink id={other.id}>{restrictionTitle(other)}</RecordLink>
                    <p class="small soft">{statusLine(other, statusOn(other, day), day, language)}</p>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <p class="small soft">
            {t('register_record_id')} <code>{record.id}</code>
          </p>
        </aside>
      </div>
    </article>
  );
}

/** What TikTok said, as its own words, with when and where that is written. */
function Statement({ statement }: { readonly statement: Response }) {
  const language = useLanguage();
  const { t, locale } = language;
  return (
    <div class="said">
      <p class="label">
        {t('in_brackets', t('register_response_says'), formatDate(statement.announced, locale))} ·{' '}
        {topicName(statement.topic, language)}
      </p>
      <p>{statement.claim}</p>
      <SourceList sources={numberSources(statement.sources).slice(0, 2)} />
    </div>
  );
}
