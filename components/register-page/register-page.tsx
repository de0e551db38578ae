import { useEffect, useMemo, useRef } from 'preact/hooks';
import { entryTitle, registerLine } from '../../lib/register/labels.ts';
import { recordToday } from '../../lib/register/moved.ts';
import type { Profile } from '../../lib/register/profile.ts';
import type { Register } from '../../lib/register/schema.ts';
import { statusOn } from '../../lib/register/status.ts';
import type { RegisterChanges } from '../../lib/register-view/changelog.ts';
import type { MapDrawing } from '../../lib/register-view/map-drawing.ts';
import { spanOfRegister } from '../../lib/register-view/timeline.ts';
import { TABS, type Tab } from '../../lib/register-view/url-state.ts';
import { useLanguage } from '../language.tsx';
import { Tabs } from '../tabs.tsx';
import { AboutView } from './about-view.tsx';
import { ContextView } from './context-view.tsx';
import { DayBar } from './day-bar.tsx';
import { EntryView } from './entry-view.tsx';
import type { NamedText } from './export-menu.tsx';
import { ListView } from './list-view.tsx';
import { type Page, PageProvider, useAddress } from './page-state.ts';
import { RecordLink, recordAsked } from './record-link.tsx';
import { RecordView } from './record-view.tsx';
import { ResponseView } from './response-view.tsx';
import { YourVerdict } from './your-verdict.tsx';

export interface RegisterPageProps {
  readonly register: Register;
  readonly profile: Profile;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly loadMap: () => Promise<MapDrawing>;
  readonly loadChanges: () => Promise<readonly RegisterChanges[]>;
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
  useEffect(() => {
    if (record !== null || !left.current) return;
    const { y, id } = left.current;
    left.current = null;
    scrollTo(0, y);
    document.querySelector<HTMLElement>(`.views [data-record="${id}"]`)?.focus({ preventScroll: true });
  }, [record]);
  return left;
}

/** Views of the list: they share its filters and its day. */
const LIST_TABS: readonly Tab[] = ['table', 'map', 'timeline'];

/** Parts of an address that say nothing, named in one line however many there are. */
const NAMED = 5;
const problemLine = (problems: readonly string[]): string =>
  [
    ...problems.slice(0, NAMED).map((each) => (each.length > 80 ? `${each.slice(0, 79)}…` : each)),
    ...(problems.length > NAMED ? [`+ ${problems.length - NAMED}`] : []),
  ].join(' · ');

/** The register as a full page: a list to filter, draw, cite and take away, and what stands beside it. */
export function RegisterPage(props: RegisterPageProps) {
  const language = useLanguage();
  const { t } = language;
  const { register, today } = props;
  const { state, problems, change } = useAddress();
  const page: Page = { register, state, day: state.day ?? today, today, change };
  const span = useMemo(() => spanOfRegister(register.restrictions, today), [register, today]);
  const asked = state.record === null ? null : recordToday(state.record, register);
  const [first, ...others] = asked?.entries ?? [];
  // A record that was split opens as a choice above the list.
  const entry = others.length === 0 ? first : undefined;
  const title = entry
    ? t('register_page_of', entryTitle(entry, language), t('register_page_title'))
    : t('register_page_title');
  useEffect(() => {
    document.title = title;
  }, [title]);
  const scrolled = useReturn(entry?.record.id ?? null);
  return (
    <PageProvider value={page}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it listens for the links in it, which keys reach */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a link makes a click of Enter */}
      <div
        class="register-page"
        onClick={(event) => {
          const id = recordAsked(event);
          if (!id) return;
          event.preventDefault();
          if (!entry) scrolled.current = { y: scrollY, id };
          change({ record: id });
        }}
      >
        <header class="page-head">
          <h1>{t('register_page_title')}</h1>
          <p class="soft">
            {t('register_page_about')}{' '}
            <span class="register-line">
              {registerLine(register, language)} ({register.version})
            </span>
          </p>
          <YourVerdict profile={props.profile} />
        </header>
        {(problems.length > 0 || (asked && !first)) && (
          <div class="notice page-notice" role="alert">
            {problems.length > 0 && <p>{t('register_address_wrong', problemLine(problems))}</p>}
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
          <RecordView
            key={entry.record.id}
            found={{ record: entry.record, status: statusOn(entry.record, page.day) }}
            onCopy={props.onCopy}
          />
        )}
        {entry && entry.list !== 'restrictions' && <EntryView key={entry.record.id} entry={entry} />}
        <div hidden={entry !== undefined} class="views">
          <Tabs
            label={t('register_views')}
            selected={state.tab}
            onSelect={(id) => change({ tab: TABS.find((tab) => tab === id) ?? 'table' })}
            tabs={TABS.map((id) => ({ id, label: t(`register_tab_${id}`) }))}
          >
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
          </Tabs>
        </div>
      </div>
    </PageProvider>
  );
}
