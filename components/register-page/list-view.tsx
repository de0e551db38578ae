import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Profile } from '../../lib/register/profile.ts';
import type { Restriction } from '../../lib/register/schema.ts';
import { clausesMeant, type Found, prepareSearch } from '../../lib/register/search.ts';
import type { Prepared } from '../../lib/register/text-search.ts';
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
import { DayBar } from './day-bar.tsx';
import { ExportMenu, type NamedText } from './export-menu.tsx';
import { Filters, SetFilters } from './filters.tsx';
import { MapView } from './map-view.tsx';
import { usePage } from './page-state.ts';
import { RecordTable } from './record-table.tsx';
import { TimelineView } from './timeline-view.tsx';

interface ListViewProps {
  readonly profile: Profile;
  /** First and last day of the register. */
  readonly span: readonly [first: string, last: string];
  readonly loadMap: () => Promise<MapDrawing>;
  readonly onSave: (file: NamedText) => void;
}

/** The order without a choice: by place, as an atlas has it. */
const BY_PLACE = { column: 'place', descending: false } as const;
const NOBODY: ReadonlySet<string> = new Set();

/** The list of restrictions: its filters and day, and the view of it that is chosen. */
export function ListView({ profile, span, loadMap, onSave }: ListViewProps) {
  const language = useLanguage();
  const { t } = language;
  const { register, state, day } = usePage();
  const prepared = usePrepared(state.text.trim() !== '');
  const mine = useMemo(
    () => (state.mine ? concerning(register, profile, day) : NOBODY),
    [register, profile, day, state.mine],
  );
  // A list that was found by a text stands by how well it fits; a column wins over that once it is chosen.
  const sorted = state.sort ?? (state.text.trim() ? null : BY_PLACE);
  const order = useMemo(
    () => orderBy(register, state.sort ?? BY_PLACE, day, language),
    [register, state.sort, day, language],
  );
  const selection = useKept(selectionOf(state));
  const found = useMemo(() => {
    const list = select(prepared, selection, day, mine, order);
    if (!state.sort || !selection.text.trim()) return list;
    const rank = new Map(order.map((id, index) => [id, index]));
    return list.sort((a, b) => (rank.get(a.record.id) ?? 0) - (rank.get(b.record.id) ?? 0));
  }, [prepared, selection, state.sort, day, mine, order]);
  const count = useCallback(
    () => facetCounts(prepared, selection, day, mine),
    [prepared, selection, day, mine],
  );
  const set = setFilters(state, language);
  const words = set.map((filter) => filter.words);
  return (
    <div class="with-filters">
      <aside class="filter-side">
        <LazyDetails
          class="filter-fold"
          startOpen={matchMedia('(min-width: 60em)').matches}
          summary={set.length > 0 ? t('register_filters_count', set.length) : t('register_filters')}
        >
          {() => (
            <Filters count={count} hasProfile={profile.organisations.length + profile.places.length > 0} />
          )}
        </LazyDetails>
      </aside>
      <section class="results" aria-labelledby="results">
        <DayBar span={span} />
        <div class="result-line">
          <h2 id="results">
            <span role="status">{plural(language, 'register_results', found.length)}</span>
          </h2>
          <SetFilters />
          <ExportMenu list={{ found, register, day, filters: words }} onSave={onSave} />
        </div>
        <p class="only-print">{listStatement(found.length, register, day, words, language)}</p>
        <View tab={state.tab} {...{ found, sorted, span, loadMap, prepared, selection, day, mine, order }} />
      </section>
    </div>
  );
}

/** The first of equal values: a list does not change because a record was opened beside it. */
function useKept<T>(value: T): T {
  const kept = useRef(value);
  if (JSON.stringify(kept.current) !== JSON.stringify(value)) kept.current = value;
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

interface ViewProps extends Pick<ListViewProps, 'span' | 'loadMap'> {
  readonly tab: PageState['tab'];
  readonly selection: Selection;
  readonly found: readonly Found[];
  readonly sorted: PageState['sort'];
  readonly prepared: Prepared<Restriction>;
  readonly day: string;
  readonly mine: ReadonlySet<string>;
  readonly order: readonly string[];
}

/** The chosen view of the list. Each leaves out the filter that is its own axis. */
function View({ tab, found, sorted, span, loadMap, prepared, selection, day, mine, order }: ViewProps) {
  const widened = useMemo(() => {
    if (tab === 'table') return found;
    const wider = tab === 'map' ? { ...selection, place: null } : { ...selection, statuses: STATUS_CHOICES };
    return select(prepared, wider, day, mine, order);
  }, [tab, found, prepared, selection, day, mine, order]);
  const records = useMemo(() => widened.map(({ record }) => record), [widened]);
  const means = useMemo(() => clausesMeant(selection), [selection]);
  if (tab === 'map') return <MapView found={widened} means={means} loadMap={loadMap} />;
  if (tab === 'timeline') return <TimelineView restrictions={records} means={means} span={span} />;
  return <RecordTable found={found} sorted={sorted} />;
}
