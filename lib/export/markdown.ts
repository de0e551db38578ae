import type { Language } from '../register/labels.ts';
import type { Found } from '../register/search.ts';
import { cellText } from '../register-view/table-columns.ts';
import { COLUMNS } from '../register-view/url-state.ts';
import { bySourceWorth, escapeMarkdown, markdownLink } from './citation.ts';

/**
 * The list as a Markdown document: what it is, then a table with the page's columns and the best source of each.
 *
 * @param statement one sentence about day, filters and register version.
 */
export function writeMarkdown(found: readonly Found[], statement: string, language: Language): string {
  const { t } = language;
  const head = [...COLUMNS.map((column) => t(`register_column_${column}`)), t('register_column_source')];
  const rows = found.map((each) => {
    const [best] = bySourceWorth(each.record.sources);
    return [
      ...COLUMNS.map((column) => escapeMarkdown(cellText[column](each, language))),
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
