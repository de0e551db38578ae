import { useMemo, useState } from 'preact/hooks';
import { numberFormat } from '../../lib/platform/formats.ts';
import { formatDate } from '../../lib/register/dates.ts';
import { eventName, restrictionTitle } from '../../lib/register/labels.ts';
import type { Restriction } from '../../lib/register/schema.ts';
import type { ClauseTest } from '../../lib/register/search.ts';
import { FORCE_GROUPS } from '../../lib/register-view/force.ts';
import { eventsUntil, type Month, timelineOf } from '../../lib/register-view/timeline.ts';
import { useLanguage, withNumber } from '../language.tsx';
import { LazyDetails } from '../record/lazy-details.tsx';
import { useWritten } from '../written.ts';
import { useGrowing } from './growing.ts';
import { usePage } from './page-state.ts';
import { RecordLink } from './record-link.tsx';
import { BeyondTile, MARK_OF, monthInWords, TimelineChart } from './timeline-chart.tsx';
import { PatternTile } from './world-map.tsx';

interface TimelineViewProps {
  /** The list by all filters but those of day and status: the picture is about how they change. */
  readonly restrictions: readonly Restriction[];
  /** The clauses that the list is about. */
  readonly means: ClauseTest;
  /** First and last day of the register. */
  readonly span: readonly [first: string, last: string];
}

/** How many restrictions were in force when: a picture, its numbers, and every event up to the day looked at. */
export function TimelineView({ restrictions, means, span: [first, last] }: TimelineViewProps) {
  const language = useLanguage();
  const { t } = language;
  const { day } = usePage();
  const months = useMemo(
    () => timelineOf(restrictions, first, last, means),
    [restrictions, first, last, means],
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const month =
    months.find((each) => each.month === chosen) ??
    months.find((each) => each.month === day.slice(0, 7)) ??
    months.at(-1);
  if (!month) return null;
  return (
    <div class="timeline-view">
      <TimelineChart months={months} selected={month} onSelect={setChosen} />
      <ul class="legend" aria-label={t('map_legend')}>
        {FORCE_GROUPS.map((group) => (
          <li key={group}>
            <svg class={`swatch pattern mark-${MARK_OF[group]}`} viewBox="0 0 6 6" aria-hidden="true">
              <PatternTile name={MARK_OF[group]} />
            </svg>
            {t(`timeline_${group}`)}
          </li>
        ))}
        <li>
          <svg class="swatch pattern pattern-beyond" viewBox="0 0 6 6" aria-hidden="true">
            <BeyondTile />
          </svg>
          {t('timeline_beyond')}
        </li>
        <li>
          <span class="bar-swatch bar-begun" />
          {t('status_announced')}
        </li>
        <li>
          <span class="bar-swatch bar-ended" />
          {t('timeline_ended')}
        </li>
      </ul>
      <MonthDetails month={month} restrictions={restrictions} />
      <LazyDetails class="as-table" summary={t('as_table')}>
        {() => <MonthTable months={months} />}
      </LazyDetails>
      <EventList restrictions={restrictions} means={means} />
    </div>
  );
}

/** What happened in one month, each record a link. */
function MonthDetails({
  month,
  restrictions,
}: {
  readonly month: Month;
  readonly restrictions: readonly Restriction[];
}) {
  const language = useLanguage();
  const { t, locale } = language;
  const { change, day, today } = usePage();
  const written = useWritten();
  const named = (ids: readonly string[]) => restrictions.filter(({ id }) => ids.includes(id));
  const lists = [
    { heading: t('status_announced'), records: named(month.begun) },
    { heading: t('compare_ended'), records: named(month.ended) },
  ].filter(({ records }) => records.length > 0);
  return (
    <section class="month-details" aria-labelledby="month-details">
      <h3 id="month-details">{formatDate(month.month, locale)}</h3>
      <p>{monthInWords(month, language)}</p>
      {lists.map(({ heading, records }) => (
        <div key={heading}>
          <p class="label">{heading}</p>
          <ul class="month-records">
            {records.slice(0, MOST).map((record) => (
              <li key={record.id}>
                <RecordLink id={record.id}>{restrictionTitle(record)}</RecordLink>
              </li>
            ))}
            {records.length > MOST && (
              <li class="soft">{withNumber(language, 'more_count', records.length - MOST)}</li>
            )}
          </ul>
        </div>
      ))}
      {month.day !== day && !written && (
        <button type="button" onClick={() => change({ day: month.day === today ? null : month.day })}>
          {t('timeline_show_day', formatDate(month.day, locale))}
        </button>
      )}
    </section>
  );
}

/** Records of a month that are named; in March 2023 they were some hundred. */
const MOST = 24;

/** The picture's numbers. */
function MonthTable({ months }: { readonly months: readonly Month[] }) {
  const { t, locale } = useLanguage();
  const numbers = numberFormat(locale);
  const columns: readonly (readonly [head: string, value: (month: Month) => number])[] = [
    ...FORCE_GROUPS.map((group) => [t(`timeline_${group}`), ({ inForce }: Month) => inForce[group]] as const),
    [t('timeline_seen'), ({ seen }) => FORCE_GROUPS.reduce((sum, group) => sum + seen[group], 0)],
    [t('register_status_unclear'), ({ unclear }) => unclear],
    [t('status_announced'), ({ begun }) => begun.length],
    [t('compare_ended'), ({ ended }) => ended.length],
  ];
  return (
    <div class="scroll-inside">
      <table class="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('timeline_month_name')}</th>
            {columns.map(([head]) => (
              <th key={head} scope="col" class="number">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <tr key={month.month}>
              <th scope="row">{formatDate(month.month, locale)}</th>
              {columns.map(([head, value]) => (
                <td key={head} class="number">
                  {numbers.format(value(month))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Events drawn at first. */
const CHUNK = 40;

/** Everything that happened up to the day looked at, newest first. */
function EventList({ restrictions, means }: Pick<TimelineViewProps, 'restrictions' | 'means'>) {
  const language = useLanguage();
  const { locale } = language;
  const { day } = usePage();
  const events = useMemo(() => eventsUntil(restrictions, day, means), [restrictions, day, means]);
  const { shown, end, showAll } = useGrowing(events.length, CHUNK, events);
  return (
    <>
      <h3>
        <span role="status">{withNumber(language, 'timeline_count', events.length)}</span>
      </h3>
      <ol class="events">
        {events.slice(0, shown).map(({ record, event }) => (
          <li key={`${record.id} ${event.date} ${event.what}`}>
            <time dateTime={event.date} class="event-date">
              {formatDate(event.date, locale)}
            </time>
            <div>
              <span class={`event-type event-${event.type}`}>{eventName(event.type, language)}</span>{' '}
              <RecordLink id={record.id}>{restrictionTitle(record)}</RecordLink>
              <p class="small">{event.what}</p>
            </div>
          </li>
        ))}
      </ol>
      <div ref={end} />
      {shown < events.length && (
        <p class="more">
          <button type="button" onClick={showAll}>
            {withNumber(language, 'show_all', events.length)}
          </button>
        </p>
      )}
    </>
  );
}
