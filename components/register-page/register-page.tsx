import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { RecordUrlOf } from '../../lib/export/citation.ts';
import { formatDate } from '../../lib/register/dates.ts';
import { entryTitle, registerLine } from '../../lib/register/labels.ts';
import { recordToday } from '../../lib/register/moved.ts';
import type { Profile } from '../../lib/register/profile.ts';
import type { Register } from '../../lib/register/schema.ts';
import { statusOn } from '../../lib/register/status.ts';
import type { RegisterChanges } from '../../lib/register-view/changelog.ts';
import type { MapDrawing } from '../../lib/register-view/map-drawing.ts';
import { spanOfRegister } from '../../lib/register-view/timeline.ts';
import { LIST_TABS, TABS } from '../../lib/register-view/url-state.ts';
import { useLanguage } from '../language.tsx';
import { PrintingProvider } from '../printing.tsx';
import { Tabs } from '../tabs.tsx';
import { useWritten } from '../written.ts';
import { AboutView } from './about-view.tsx';
import type { Addresses } from './addresses.ts';
import { ContextView } from './context-view.tsx';
import { DayBar } from './day-bar.tsx';
import { EntryView } from './entry-view.tsx';
import type { NamedText } from './export-menu.tsx';
import { ListView } from './list-view.tsx';
import { type Page, PageProvider, useAddress } from './page-state.ts';
import { Part } from './part.tsx';
import { RecordLink, recordAsked } from './record-link.tsx';
import { RecordView } from './record-view.tsx';
import { ResponseView } from './response-view.tsx';
import { ViewLinks, viewAsked } from './view-links.tsx';
import { YourVerdict } from './your-verdict.tsx';

export interface RegisterPageProps {
  readonly register: Register;
  /** Null where nothing personal has a place, as on the public website. */
  readonly profile: Profile | null;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly addresses: Addresses;
  /** The public page of a record by its id, for citations; null for one that has none. */
  readonly urlOf: RecordUrlOf;
  readonly loadMap: () => MapDrawing | Promise<MapDrawing>;
  readonly loadChanges: () => readonly RegisterChanges[] | Promise<readonly RegisterChanges[]>;
  readonly onSave: (file: NamedText) => void;
  readonly onCopy: (text: string) => Promise<void>;
}

interface Left {
  readonly y: number;
  readonly id: string;
}

/** Remembers where the list was left for a record, and goes back there, to the link that was followed. */
function useReturn(record: string | null) {
  const left = useRef<Left | null>(null);
  useLayoutEffect(() => {
    if (record !== null || !left.current) return;
    const { y, id } = left.current;
    left.current = null;
    scrollTo(0, y);
    document.querySelector<HTMLElement>(`.views [data-record="${id}"]`)?.focus({ preventScroll: true });
  }, [record]);
  return left;
}

/** Leads past the tabs: to the first record of a list or the heading of what is shown. Without a script its link does. */
function skip(event: MouseEvent): void {
  event.preventDefault();
  const target = ['#record-title', '.records [data-record]', '.panel :is(a, button, input, summary)']
    .map((selector) => document.querySelector<HTMLElement>(selector))
    .find((element) => element !== null);
  target?.focus();
}

/** Parts of a URL that were left out are named in one line however many there are, and however long. */
const NAMED = 5;
const LONGEST = 80;
const namedParts = (parts: readonly string[]): string =>
  [
    ...parts.slice(0, NAMED).map((part) => (part.length > LONGEST ? `${part.slice(0, LONGEST - 1)}…` : part)),
    ...(parts.length > NAMED ? [`+ ${parts.length - NAMED}`] : []),
  ].join(' · ');

/** The register as a full page: a list to filter, draw, cite and take away, and what stands beside it. */
export function RegisterPage(props: RegisterPageProps) {
  const language = useLanguage();
  const { t } = language;
  const { register, today, addresses, urlOf, onCopy } = props;
  const written = useWritten();
  const { state, problems, change } = useAddress(addresses, today);
  const page: Page = { register, state, day: state.day ?? today, today, addresses, urlOf, onCopy, change };
  const span = useMemo(() => spanOfRegister(register.restrictions, today), [register, today]);
  const asked = state.record === null ? null : recordToday(state.record, register);
  const [first, ...others] = asked?.entries ?? [];
  // A record that was split opens as a choice above the list.
  const entry = others.length === 0 ? first : undefined;
  const title = entry
    ? t('register_page_of', entryTitle(entry, language), t('register_page_title'))
    : addresses.manyPages && state.tab !== 'table'
      ? t('register_page_of', t(`register_tab_${state.tab}`), t('register_page_title'))
      : t('register_page_title');
  useEffect(() => {
    document.title = title;
  }, [title]);
  const scrolled = useReturn(entry?.record.id ?? null);
  const view = (
    <Part of={state.tab}>
      {LIST_TABS.includes(state.tab) ? (
        <ListView profile={props.profile} span={span} loadMap={props.loadMap} onSave={props.onSave} />
      ) : state.tab === 'response' ? (
        <ResponseView responses={register.responses} />
      ) : state.tab === 'context' ? (
        <>
          <DayBar span={span} />
          <ContextView />
        </>
      ) : (
        <AboutView loadChanges={props.loadChanges} />
      )}
    </Part>
  );
  return (
    <PageProvider value={page}>
      <PrintingProvider>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: it listens for the links in it, which keys reach */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: a link makes a click of Enter */}
        <div
          class="register-page"
          onClick={(event) => {
            const view = addresses.manyPages ? viewAsked(event) : null;
            if (view) {
              event.preventDefault();
              change({ tab: view });
            }
            const id = addresses.manyPages ? null : recordAsked(event);
            if (!id) return;
            event.preventDefault();
            if (!entry) scrolled.current = { y: scrollY, id };
            change({ record: id });
          }}
        >
          <a class="skip-link" href={addresses.manyPages ? '#view' : '#results'} onClick={skip}>
            {t('skip')}
          </a>
          <header class="page-head">
            <h1>{t('register_page_title')}</h1>
            <p class="soft register-line small">
              {registerLine(register, language)}
              {written && <>. {t('site_as_on', formatDate(today, language.locale))}</>}
            </p>
            {props.profile && (
              <Part of={page.day}>
                <YourVerdict profile={props.profile} />
              </Part>
            )}
          </header>
          {(problems.length > 0 || (asked && !first)) && (
            <div class="notice page-notice" role="alert">
              {problems.length > 0 && <p>{t('register_address_wrong', namedParts(problems))}</p>}
              {asked && !first && <p>{t('register_record_missing', state.record ?? '')}</p>}
            </div>
          )}
          {asked?.reason && first && (
            <div class="notice page-notice" role="status">
              <p>{t('register_record_moved', state.record ?? '', asked.reason)}</p>
              {!entry && (
                <ul class="bullets">
                  {asked.entries.map((each) => (
                    <li key={each.record.id}>
                      <RecordLink id={each.record.id}>{entryTitle(each, language)}</RecordLink>
                    </li>
                  ))}
                </ul>
              )}
            </div>
          )}
          {entry?.list === 'restrictions' && (
            <Part of={entry.record.id}>
              <RecordView
                key={entry.record.id}
                found={{ record: entry.record, status: statusOn(entry.record, page.day) }}
              />
            </Part>
          )}
          {entry && entry.list !== 'restrictions' && (
            <Part of={entry.record.id}>
              <EntryView key={entry.record.id} entry={entry} />
            </Part>
          )}
          <div hidden={entry !== undefined} class="views">
            {addresses.manyPages ? (
              <>
                <ViewLinks current={state.tab} />
                <div class="panel" id="view">
                  {view}
                </div>
              </>
            ) : (
              <Tabs
                label={t('register_views')}
                selected={state.tab}
                onSelect={(id) => change({ tab: TABS.find((tab) => tab === id) ?? 'table' })}
                tabs={TABS.map((id) => ({ id, label: t(`register_tab_${id}`) }))}
              >
                {view}
              </Tabs>
            )}
          </div>
        </div>
      </PrintingProvider>
    </PageProvider>
  );
}
