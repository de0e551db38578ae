import { useRef, useState } from 'preact/hooks';
import { bySourceWorth } from '../../lib/export/citation.ts';
import { isFresh } from '../../lib/register/knowledge-age.ts';
import { kindName } from '../../lib/register/labels.ts';
import { placeNameInFull } from '../../lib/register/places.ts';
import type { Found } from '../../lib/register/search.ts';
import { cellText } from '../../lib/register-view/table-columns.ts';
import { COLUMNS, type Column, type PageState } from '../../lib/register-view/url-state.ts';
import { useLanguage, withNumber } from '../language.tsx';
import { usePrinting } from '../printing.tsx';
import { useWritten } from '../written.ts';
import { ForceMark, markOf } from './force-mark.tsx';
import { useGrowing } from './growing.ts';
import { memo } from './memo.ts';
import { usePage } from './page-state.ts';
import { RecordLink } from './record-link.tsx';

/** Rows drawn at first: about what a tall screen shows. More follow at once. */
const CHUNK = 20;

/** Dates are read newest first, everything else from A to Z. */
const DESCENDS_FIRST: readonly Column[] = ['since', 'from', 'to', 'knowledge', 'sources'];

/** The order a click on a column's head leads to: its own, then the reverse, then none. */
export function nextSort(sort: PageState['sort'], column: Column): PageState['sort'] {
  const first = DESCENDS_FIRST.includes(column);
  if (sort?.column !== column) return { column, descending: first };
  return sort.descending === first ? { column, descending: !first } : null;
}

interface RecordTableProps {
  readonly found: readonly Found[];
  /** The column the rows are sorted by now; null where they stand by how well they fit a text. */
  readonly sorted: PageState['sort'];
}

/** The restrictions as a table that sorts by its heads. On a narrow screen each row becomes a card. */
export function RecordTable({ found, sorted }: RecordTableProps) {
  const language = useLanguage();
  const { t } = language;
  const { state, change, day } = usePage();
  const { columns } = state;
  const { shown, end, showAll } = useGrowing(found.length, CHUNK, found);
  const heads = useHeads(columns);
  const written = useWritten();
  return (
    <div class="table-view">
      {/* Roles are spelled out: the cards of a narrow screen take the table's own away. */}
      {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
      <table role="table" class="records" aria-rowcount={found.length + 1}>
        <caption class="visually-hidden">{t('register_page_title')}</caption>
        {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
        <thead role="rowgroup">
          {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
          <tr role="row" aria-rowindex={1} ref={heads.row} onKeyDown={heads.onKeyDown}>
            {columns.map((column) => (
              <th
                key={column}
                // biome-ignore lint/a11y/noRedundantRoles: see above
                role="columnheader"
                scope="col"
                class={`column-${column}`}
                data-label={t(`register_column_${column}`)}
                aria-sort={
                  sorted?.column === column ? (sorted.descending ? 'descending' : 'ascending') : undefined
                }
              >
                {written ? (
                  <span>{t(`register_column_${column}`)}</span>
                ) : (
                  <button
                    type="button"
                    tabIndex={column === heads.stop ? 0 : -1}
                    onFocus={() => heads.setStop(column)}
                    onClick={() => change({ sort: nextSort(state.sort, column) })}
                  >
                    {t(`register_column_${column}`)}
                    <SortArrow
                      direction={sorted?.column === column ? (sorted.descending ? 'down' : 'up') : null}
                    />
                  </button>
                )}
              </th>
            ))}
          </tr>
        </thead>
        {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
        <tbody role="rowgroup">
          {found.slice(0, shown).map((each, index) => (
            <Row key={each.record.id} found={each} index={index + 2} columns={columns} day={day} />
          ))}
        </tbody>
      </table>
      {found.length === 0 && <p class="nothing">{t('register_page_nothing')}</p>}
      <div ref={end} />
      {shown < found.length && (
        <p class="more">
          <button type="button" onClick={showAll}>
            {withNumber(language, 'show_all', found.length)}
          </button>
        </p>
      )}
    </div>
  );
}

/** The heads as one stop of the Tab key; the arrow keys lead from one to the next. */
function useHeads(columns: readonly Column[]) {
  const row = useRef<HTMLTableRowElement>(null);
  const [asked, setStop] = useState<Column>('issuer');
  const stop = columns.includes(asked) ? asked : columns[0];
  const onKeyDown = (event: KeyboardEvent) => {
    const rtl = getComputedStyle(event.currentTarget as Element).direction === 'rtl';
    const last = columns.length - 1;
    const at = columns.findIndex((column) => column === stop);
    const to = {
      [rtl ? 'ArrowLeft' : 'ArrowRight']: Math.min(last, at + 1),
      [rtl ? 'ArrowRight' : 'ArrowLeft']: Math.max(0, at - 1),
      Home: 0,
      End: last,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    row.current?.querySelectorAll('button')[to]?.focus();
  };
  return { row, stop, setStop, onKeyDown };
}

interface RowProps {
  readonly found: Found;
  readonly index: number;
  readonly columns: readonly Column[];
  readonly day: string;
}

/** Two rows of the same restriction, day, status and place in the list look the same. */
const sameRow = (a: RowProps, b: RowProps): boolean =>
  a.index === b.index &&
  a.columns === b.columns &&
  a.day === b.day &&
  a.found.record === b.found.record &&
  a.found.status.status === b.found.status.status;

const Row = memo(function Row({ found, index, columns, day }: RowProps) {
  const language = useLanguage();
  const { t } = language;
  return (
    <>
      {/* biome-ignore lint/a11y/noRedundantRoles: the cards of a narrow screen take the table's own roles away */}
      <tr role="row" aria-rowindex={index}>
        {columns.map((column) => (
          // biome-ignore lint/a11y/noRedundantRoles: as above
          <td key={column} role="cell" class={`column-${column}`} data-label={t(`register_column_${column}`)}>
            <Cell column={column} found={found} day={day} columns={columns} />
          </td>
        ))}
      </tr>
      <PrintedSources record={found.record} columns={columns.length} />
    </>
  );
}, sameRow);

interface CellProps extends Omit<RowProps, 'index'> {
  readonly column: Column;
}

function Cell({ column, found, day, columns }: CellProps) {
  const language = useLanguage();
  const { t, locale, places } = language;
  const { record, status } = found;
  const text = cellText[column](found, day, language);
  if (column === 'issuer') {
    const under = [
      ...(columns.includes('place') ? [] : [placeNameInFull(record.issuer.jurisdiction, locale, places)]),
      ...(columns.includes('kind') ? [] : [kindName(record.issuer.kind, language)]),
    ];
    return (
      <>
        <RecordLink id={record.id}>{text}</RecordLink>
        {under.length > 0 && <span class="under soft">{under.join(' · ')}</span>}
      </>
    );
  }
  if (column === 'knowledge')
    return (
      <>
        <ForceMark class={markOf(record, status)} fresh={isFresh(record, day)} />
        {text}
      </>
    );
  if (text) return <>{text}</>;
  return <span class="soft">{column === 'to' ? t('register_to_open') : t('not_known')}</span>;
}

interface PrintedSourcesProps {
  readonly record: Found['record'];
  /** How many the table has. */
  readonly columns: number;
}

/** Where it is written, for paper alone: a row of its own, for addresses are longer than any column is wide. */
function PrintedSources({ record, columns }: PrintedSourcesProps) {
  if (!usePrinting()) return null;
  return (
    <tr class="only-print printed-sources">
      <td colSpan={columns}>
        <ul>
          {bySourceWorth(record.sources).map(({ url, publisher }) => (
            <li key={url}>
              <bdi>{publisher}</bdi>: {url}
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}

function SortArrow({ direction }: { readonly direction: 'up' | 'down' | null }) {
  return (
    <svg class="arrow" viewBox="0 0 10 14" aria-hidden="true">
      {direction !== 'down' && <path d="M5 1 9 6H1z" />}
      {direction !== 'up' && <path d="M5 13 1 8h8z" />}
    </svg>
  );
}

/** The same choice as the heads give, for cards that have none. */
export function SortSelect({ sorted }: Pick<RecordTableProps, 'sorted'>) {
  const { t } = useLanguage();
  const { state, change } = usePage();
  return (
    <label class="sort-select">
      {t('register_sort')}
      <select
        value={sorted?.column ?? ''}
        onChange={(event) => {
          const column = COLUMNS.find((each) => each === event.currentTarget.value);
          change({ sort: column ? nextSort(null, column) : null });
        }}
      >
        <option value="">{t('register_sort_best')}</option>
        {state.columns.map((column) => (
          <option key={column} value={column}>
            {t(`register_column_${column}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
