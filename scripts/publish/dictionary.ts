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

/** A table in words. */
export interface DescribedTable {
  readonly name: string;
  readonly about: string;
  readonly rows: number;
  /** `says` and `values` have code between backticks. */
  readonly columns: readonly {
    readonly name: string;
    readonly says: string;
    readonly values: string;
    readonly always: boolean;
  }[];
}

/** Every table of the data package in words, for the Markdown and the page alike. */
export const describeTables = (register: Register): DescribedTable[] =>
  tablesOf(register).map(({ name, fields, rows }: Table) => ({
    name,
    about: TABLE_WORDS[name] ?? '',
    rows: rows.length,
    columns: fields.map((field) => ({
      name: field.name,
      says: describeField(name, field.name) ?? '',
      values: valuesOf(field),
      always: field.constraints?.required === true,
    })),
  }));

const section = ({ name, about, rows, columns }: DescribedTable): string =>
  [
    `## ${name}`,
    `${about} ${rows} rows: \`${name}.csv\`, \`${name}.json\`.`,
    [
      '| column | what it says | values | always there |',
      '| --- | --- | --- | --- |',
      ...columns.map((column) => {
        const cells = [`\`${column.name}\``, column.says, column.values, column.always ? 'yes' : 'no'];
        return `| ${cells.map(escapeCell).join(' | ')} |`;
      }),
    ].join('\n'),
  ].join('\n\n');

/** The dictionary as Markdown. */
export function dictionary(register: Register): string {
  return `${[
    '# Data dictionary',
    `Register ${register.version}, format ${register.format}, researched up to ${register.date}. Public domain (CC0 1.0).`,
    'Each table is a CSV file (RFC 4180, UTF-8) that `datapackage.json` describes by Table Schema, and the same as JSON. `register.json` is the register whole, as the extension reads it. In CSV, a text that a spreadsheet would take for a formula has an apostrophe before it, and lists are JSON.',
    ...describeTables(register).map(section),
  ].join('\n\n')}\n`;
}
