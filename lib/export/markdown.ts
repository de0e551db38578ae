import { formatDate } from '../register/dates.ts';
import { exceptionsText, instrumentText, type Language } from '../register/labels.ts';
import type { Found } from '../register/search.ts';
import { cellText } from '../register-view/table-columns.ts';
import type { Column } from '../register-view/url-state.ts';
import { bySourceWorth, escapeMarkdown, markdownLink } from './citation.ts';

/** The columns of the table. */
const COLUMNS: readonly Column[] = [
  'issuer',
  'place',
  'kind',
  'measure',
  'status',
  'from',
  'to',
  'knowledge',
];

/**
 * The list as a Markdown document: what it is, what "announced" means, then a table, when each was looked at
 * again, its instrument, its exceptions and its best source.
 *
 * @param statement one sentence about day, filters and register version.
 * @param day of every status, `YYYY-MM-DD`.
 */
export function writeMarkdown(
  found: readonly Found[],
  statement: string,
  day: string,
  language: Language,
): string {
  const { t } = language;
  const head = [
    ...COLUMNS.map((column) => t(`register_column_${column}`)),
    t('register_looked_again'),
    t('register_instrument'),
    t('register_exceptions'),
    t('register_column_source'),
  ];
  const rows = found.map((each) => {
    const { clauses, lookedAgain, sources } = each.record;
    const [best] = bySourceWorth(sources);
    return [
      ...COLUMNS.map((column) => escapeMarkdown(cellText[column](each, day, language))),
      lookedAgain ? formatDate(lookedAgain.date, language.locale) : '',
      escapeMarkdown(instrumentText(each.record, language) ?? ''),
      escapeMarkdown(
        [...new Set(clauses.map(({ exceptions }) => exceptionsText(exceptions, language)))].join(' · '),
      ),
      best ? markdownLink(best.publisher, best.url) : '',
    ];
  });
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    `# ${t('register_cite_container')}`,
    '',
    escapeMarkdown(statement),
    '',
    escapeMarkdown(t('export_announced')),
    '',
    line(head),
    line(head.map(() => '---')),
    ...rows.map(line),
    '',
  ].join('\n');
}
