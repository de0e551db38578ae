import type { Found } from '../../lib/register/search.ts';
import { cellText } from '../../lib/register-view/table-columns.ts';
import { COLUMNS, type Column, type PageState } from '../../lib/register-view/url-state.ts';
import { plural, useLanguage } from '../language.tsx';
import { ForceMark, markOf } from './force-mark.tsx';
import { useGrowing } from './growing.ts';
import { memo } from './memo.ts';
import { usePage } from './page-state.ts';
import { RecordLink } from './record-link.tsx';

/** Rows drawn at first: more than a tall screen shows. */
const CHUNK = 30;

/** Dates are read newest first, everything else from A to Z. */
const DESCENDS_FIRST: readonly Column[] = ['since', 'knowledge'];

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
  const { state, change } = usePage();
  const { shown, end, showAll } = useGrowing(found.length, CHUNK, found);
  return (
    <div class="table-view">
      <SortSelect sorted={sorted} />
      {/* Roles are spelled out: the cards of a narrow screen take the table's own away. */}
      {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
      <table role="table" class="records" aria-rowcount={found.length + 1}>
        <caption class="visually-hidden">{t('register_page_title')}</caption>
        {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
        <thead role="rowgroup">
          {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
          <tr role="row" aria-rowindex={1}>
            {COLUMNS.map((column) => (
              <th
                key={column}
                // biome-ignore lint/a11y/noRedundantRoles: see above
                role="columnheader"
                scope="col"
                class={`column-${column}`}
                aria-sort={
                  sorted?.column === column ? (sorted.descending ? 'descending' : 'ascending') : undefined
                }
              >
                <button type="button" onClick={() => change({ sort: nextSort(state.sort, column) })}>
                  {t(`register_column_${column}`)}
                  <SortArrow
                    direction={sorted?.column === column ? (sorted.descending ? 'down' : 'up') : null}
                  />
                </button>
              </th>
            ))}
          </tr>
        </thead>
        {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
        <tbody role="rowgroup">
          {found.slice(0, shown).map((each, index) => (
            <Row key={each.record.id} found={each} index={index + 2} />
          ))}
        </tbody>
      </table>
      {found.length === 0 && <p class="nothing">{t('register_page_nothing')}</p>}
      <div ref={end} />
      {shown < found.length && (
        <p class="more">
          <button type="button" onClick={showAll}>
            {plural(language, 'register_page_show_all', found.length)}
          </button>
        </p>
      )}
    </div>
  );
}

interface RowProps {
  readonly found: Found;
  readonly index: number;
}

/** Two rows of the same restriction, status and place in the list look the same. */
const sameRow = (a: RowProps, b: RowProps): boolean =>
  a.index === b.index &&
  a.found.record === b.found.record &&
  a.found.status.status === b.found.status.status &&
  a.found.status.since === b.found.status.since &&
  a.found.status.until === b.found.status.until;

const Row = memo(function Row({ found, index }: RowProps) {
  const language = useLanguage();
  const { t } = language;
  const { record, status } = found;
  return (
    // biome-ignore lint/a11y/noRedundantRoles: the cards of a narrow screen take the table's own roles away
    <tr role="row" aria-rowindex={index}>
      {COLUMNS.map((column) => {
        const text = cellText[column](found, language);
        return (
          // biome-ignore lint/a11y/noRedundantRoles: as above
          <td key={column} role="cell" class={`column-${column}`} data-label={t(`register_column_${column}`)}>
            {column === 'status' && <ForceMark class={markOf(record, status)} />}
            {column === 'issuer' ? (
              <RecordLink id={record.id}>{text}</RecordLink>
            ) : (
              text || <span class="soft">{t('register_not_known')}</span>
            )}
            {column === 'since' && status.sinceAnnounced && text && (
              <span class="small soft"> {t('register_since_announced')}</span>
            )}
          </td>
        );
      })}
    </tr>
  );
}, sameRow);

function SortArrow({ direction }: { readonly direction: 'up' | 'down' | null }) {
  return (
    <svg class="arrow" viewBox="0 0 10 14" aria-hidden="true">
      {direction !== 'down' && <path d="M5 1 9 6H1z" />}
      {direction !== 'up' && <path d="M5 13 1 8h8z" />}
    </svg>
  );
}

/** The same choice as the heads give, for cards that have none. */
function SortSelect({ sorted }: Pick<RecordTableProps, 'sorted'>) {
  const { t } = useLanguage();
  const { change } = usePage();
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
        {COLUMNS.map((column) => (
          <option key={column} value={column}>
            {t(`register_column_${column}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
