import { exceptionsText, instrumentText, type Language } from '../register/labels.ts';
import type { Found } from '../register/search.ts';
import { cellText, shortDate } from '../register-view/table-columns.ts';
import { COLUMNS } from '../register-view/url-state.ts';
import { bySourceWorth, escapeMarkdown, markdownLink } from './citation.ts';

/**
 * The list as a Markdown document: what it is, then a table with the page's columns, when each was looked at
 * again, its instrument, its exceptions and its best source.
 *
 * @param statement one sentence about day, filters and register version.
 */
export function writeMarkdown(found: readonly Found[], statement: string, language: Language): string {
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
      ...COLUMNS.map((column) => escapeMarkdown(cellText[column](each, language))),
      lookedAgain ? shortDate(lookedAgain.date, language.locale) : '',
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
    line(head),
    line(head.map(() => '---')),
    ...rows.map(line),
    '',
  ].join('\n');
}
