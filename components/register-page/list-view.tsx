import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { withSources } from '../../lib/export/quote.ts';
import type { Profile } from '../../lib/register/profile.ts';
import type { Restriction } from '../../lib/register/schema.ts';
import { type ClauseTest, clausesMeant, type Found, prepareSearch } from '../../lib/register/search.ts';
import type { Prepared } from '../../lib/register/text-search.ts';
import { briefing, inForceOf } from '../../lib/register-view/briefing.ts';
import type { MapDrawing } from '../../lib/register-view/map-drawing.ts';
import {
  concerning,
  facetCounts,
  type Selection,
  select,
  selectionOf,
} from '../../lib/register-view/selection.ts';
import { listStatement, setFilters } from '../../lib/register-view/selection-words.ts';
import { orderBy } from '../../lib/register-view/table-columns.ts';
import { type PageState, STATUS_CHOICES } from '../../lib/register-view/url-state.ts';
import { plural, useLanguage } from '../language.tsx';
import { LazyDetails } from '../record/lazy-details.tsx';
import { useWritten } from '../written.ts';
import { ColumnChoice } from './column-choice.tsx';
import { CompareView } from './compare-view.tsx';
import { CopyButton } from './copy-button.tsx';
import { DayBar } from './day-bar.tsx';
import { ExportMenu, type NamedText } from './export-menu.tsx';
import { Filters, SetFilters } from './filters.tsx';
import { MapView } from './map-view.tsx';
import { useIsWide } from './measured.ts';
import { usePage } from './page-state.ts';
import { Part } from './part.tsx';
import { RecordTable, SortSelect } from './record-table.tsx';
import { StatusChoice } from './status-choice.tsx';
import { TimelineView } from './timeline-view.tsx';

interface ListViewProps {
  /** Null where nothing personal has a place. */
  readonly profile: Profile | null;
  /** First and last day of the register. */
  readonly span: readonly [first: string, last: string];
  readonly loadMap: () => MapDrawing | Promise<MapDrawing>;
  readonly onSave: (file: NamedText) => void;
}

/** The order without a choice: by place, as an atlas has it. */
const BY_PLACE = { column: 'place', descending: false } as const;
const NOBODY: ReadonlySet<string> = new Set();

/**
 * The list of restrictions: the answer in a paragraph, the view of it that is chosen, and what narrows it. On a wide
 * page that stands beside the list and after it, so that the first record is near for the keyboard too; on a narrow one
 * it is folded above.
 */
export function ListView({ profile, span, loadMap, onSave }: ListViewProps) {
  const language = useLanguage();
  const { t } = language;
  const { register, state, day, today, urlOf } = usePage();
  const written = useWritten();
  const isWide = useIsWide();
  const prepared = usePrepared(state.text.trim() !== '');
  const mine = useMemo(
    () => (state.mine && profile ? concerning(register, profile, day) : NOBODY),
    [register, profile, day, state.mine],
  );
  // A list that was found by a text stands by how well it fits; a column wins over that once it is chosen.
  const sorted = state.sort ?? (state.text.trim() ? null : BY_PLACE);
  const order = useMemo(
    () => orderBy(register, state.sort ?? BY_PLACE, day, language),
    [register, state.sort, day, language],
  );
  const selection = useKept(selectionOf(state));
  const means = useMemo(() => clausesMeant(selection), [selection]);
  const searched = useMemo(() => {
    const list = select(prepared, selection, day, mine, order);
    if (!state.sort || !selection.text.trim()) return list;
    const rank = new Map(order.map((id, index) => [id, index]));
    return list.sort((a, b) => (rank.get(a.record.id) ?? 0) - (rank.get(b.record.id) ?? 0));
  }, [prepared, selection, state.sort, day, mine, order]);
  // The same list, found anew as the search is made ready, is not drawn from its beginning again.
  const found = useKept(searched, isSameList);
  const ofEveryStatus = useMemo(
    () => select(prepared, { ...selection, statuses: [] }, day, mine, order),
    [prepared, selection, day, mine, order],
  );
  const count = useCallback(
    () => facetCounts(prepared, selection, day, mine),
    [prepared, selection, day, mine],
  );
  const set = setFilters(state, language);
  const words = set.map((filter) => filter.words);
  const list = {
    found,
    day,
    today,
    means,
    filters: set.filter(({ key }) => key !== 'status-in-force').map((filter) => filter.words),
  };
  const [lead, paragraph] = briefing(list, language);
  const isCompared = state.tab === 'compare';
  const answer = (
    <Part of={found}>
      <p class="briefing">{paragraph}</p>
    </Part>
  );
  const filters = () => (
    <>
      {!isCompared && (
        <>
          <DayBar span={span} />
          <div class="row">
            <CopyButton
              text={() =>
                withSources(`${lead} ${paragraph}`, inForceOf(list), register, day, language, urlOf)
              }
            />
            <ExportMenu list={{ found, register, day, urlOf, filters: words }} onSave={onSave} />
          </div>
        </>
      )}
      <SetFilters />
      <Filters
        count={count}
        hasProfile={profile && profile.organisations.length + profile.places.length > 0}
      />
      {state.tab === 'table' && !isWide && <SortSelect sorted={sorted} />}
      {state.tab === 'table' && <ColumnChoice />}
    </>
  );
  const aside = !written && (
    <aside class="filter-side" aria-label={t('register_filters')}>
      <Part of={state}>
        {isWide ? (
          filters()
        ) : (
          <LazyDetails
            class="filter-fold"
            summary={
              set.length > 0 ? t('in_brackets', t('register_filters'), set.length) : t('register_filters')
            }
          >
            {filters}
          </LazyDetails>
        )}
      </Part>
    </aside>
  );
  return (
    <div class="with-filters">
      <section class="results" aria-labelledby="results">
        <h2 id="results" class={isCompared ? 'visually-hidden' : undefined}>
          {isCompared ? (
            t('register_tab_compare')
          ) : (
            <span role="status">
              {state.statuses.join() === 'in-force'
                ? lead
                : t('brief_heading_all', plural(language, 'register_results', found.length), lead)}
            </span>
          )}
        </h2>
        {(state.tab === 'table' || state.tab === 'timeline') && answer}
        {!written && (state.tab === 'table' || state.tab === 'map') && (
          <StatusChoice all={ofEveryStatus} means={means} />
        )}
        {!isWide && aside}
        <p class="only-print">{listStatement(found.length, register, day, words, language)}</p>
        <Part of={state}>
          <View
            tab={state.tab}
            {...{
              found,
              sorted,
              span,
              loadMap,
              onSave,
              prepared,
              selection,
              means,
              day,
              mine,
              order,
              answer,
            }}
            filters={list.filters}
          />
        </Part>
      </section>
      {isWide && aside}
    </div>
  );
}

const isSameValue = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const isSameList = (a: readonly Found[], b: readonly Found[]): boolean =>
  a.length === b.length &&
  a.every(({ record, status }, index) => record === b[index]?.record && isSameValue(status, b[index].status));

/** The first of equal values: a list does not change because a record was opened beside it. */
function useKept<T>(value: T, isSame: (a: T, b: T) => boolean = isSameValue): T {
  const kept = useRef(value);
  if (!isSame(kept.current, value)) kept.current = value;
  return kept.current;
}

/** Milliseconds after the first rows until the search is made ready, if nobody types before. */
const IDLE = 500;

/** The list ready for search. Its words are gathered when a text asks for them, at the latest in the first quiet moment. */
function usePrepared(asked: boolean): Prepared<Restriction> {
  const language = useLanguage();
  const { register } = usePage();
  const [quiet, setQuiet] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setQuiet(true), IDLE);
    return () => clearTimeout(timer);
  }, []);
  const full = asked || quiet;
  return useMemo(
    () =>
      full
        ? prepareSearch(register.restrictions, language)
        : { items: register.restrictions.map((item) => ({ item, fields: [] })) },
    [register, language, full],
  );
}

interface ViewProps extends Pick<ListViewProps, 'span' | 'loadMap' | 'onSave'> {
  readonly tab: PageState['tab'];
  readonly selection: Selection;
  readonly means: ClauseTest;
  readonly found: readonly Found[];
  readonly sorted: PageState['sort'];
  readonly prepared: Prepared<Restriction>;
  readonly day: string;
  readonly mine: ReadonlySet<string>;
  readonly order: readonly string[];
  /** In words, without that of the status. */
  readonly filters: readonly string[];
  /** The paragraph about the list. */
  readonly answer: ComponentChildren;
}

/** The chosen view of the list. Each leaves out the filter that is its own axis. */
function View(props: ViewProps) {
  const { tab, found, sorted, span, loadMap, onSave, prepared, selection, means, day, mine, order } = props;
  const { filters, answer } = props;
  const widened = useMemo(() => {
    if (tab === 'table') return found;
    const wider = tab === 'map' ? { ...selection, place: null } : { ...selection, statuses: STATUS_CHOICES };
    return select(prepared, wider, day, mine, order);
  }, [tab, found, prepared, selection, day, mine, order]);
  const records = useMemo(() => widened.map(({ record }) => record), [widened]);
  if (tab === 'map') return <MapView found={widened} means={means} loadMap={loadMap} answer={answer} />;
  if (tab === 'timeline') return <TimelineView restrictions={records} means={means} span={span} />;
  if (tab === 'compare')
    return <CompareView restrictions={records} means={means} filters={filters} onSave={onSave} />;
  return <RecordTable found={found} sorted={sorted} />;
}
