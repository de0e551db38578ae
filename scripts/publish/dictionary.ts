import type { Register } from '../../lib/register/schema.ts';
import { FIELD_WORDS, TABLE_WORDS } from './dictionary-words.ts';
import { type Field, type Table, tablesOf } from './tables.ts';

/* The data dictionary: what each table and column of the data package means, written from the schema and our words. */

/** Words for a column: its own, or those of the column of that name in every table. */
export const describeField = (table: string, field: string): string | undefined =>
  FIELD_WORDS[`${table}.${field}`] ?? FIELD_WORDS[field];

const valuesOf = ({ type, constraints }: Field): string => {
  if (constraints?.enum) return constraints.enum.map((word) => `\`${word}\``).join(', ');
  if (type === 'array') return 'a list, in CSV as JSON';
  if (constraints?.pattern?.startsWith('\\d{4}'))
    return 'a day, month or year: `2023-04-01`, `2023-04`, `2023`';
  return type;
};

const escapeCell = (text: string): string => text.replaceAll('|', '\\|');

const section = ({ name, fields, rows }: Table): string =>
  [
    `## ${name}`,
    `${TABLE_WORDS[name] ?? ''} ${rows.length} rows: \`${name}.csv\`, \`${name}.json\`.`,
    [
      '| column | what it says | values | always there |',
      '| --- | --- | --- | --- |',
      ...fields.map((field) => {
        const { name: column, constraints } = field;
        const cells = [
          `\`${column}\``,
          describeField(name, column) ?? '',
          valuesOf(field),
          constraints?.required ? 'yes' : 'no',
        ];
        return `| ${cells.map(escapeCell).join(' | ')} |`;
      }),
    ].join('\n'),
  ].join('\n\n');

/** The dictionary as Markdown. */
export function dictionary(register: Register): string {
  const tables = tablesOf(register);
  return `${[
    '# Data dictionary',
    `Register ${register.version}, format ${register.format}, researched up to ${register.date}. Public domain (CC0 1.0).`,
    'Each table is a CSV file (RFC 4180, UTF-8) that `datapackage.json` describes by Table Schema, and the same as JSON. `register.json` is the register whole, as the extension reads it. In CSV, a text that a spreadsheet would take for a formula has an apostrophe before it, and lists are JSON.',
    ...tables.map(section),
  ].join('\n\n')}\n`;
}
