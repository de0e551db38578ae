import { createHash } from 'node:crypto';
import { writeLine } from '../../lib/export/csv.ts';
import type { Register } from '../../lib/register/schema.ts';
import { registerText } from '../../lib/updates/register-file.ts';
import { type Cell, type Field, type Table, tablesOf } from './tables.ts';

/*
 * The register as a Frictionless Data Package (version 1, `tabular-data-package`): each table as CSV with its Table
 * Schema, the same as JSON, and the register whole.
 */

/** Words for the columns of a table, by name; see `dictionary.ts`. */
export type Describe = (table: string, field: string) => string | undefined;

/** What stands in the head of the package besides the data. */
export interface PackageHead {
  /** URL of the website that it belongs to, with the slash. */
  readonly site: string;
  /** Made for a trial, and so to be marked. */
  readonly test: boolean;
  /** When it was published, ISO 8601 in UTC. */
  readonly published: string;
}

const CC0 = {
  name: 'CC0-1.0',
  path: 'https://creativecommons.org/publicdomain/zero/1.0/',
  title: 'Creative Commons Zero 1.0',
} as const;

/** Lists are JSON in CSV, as Table Schema writes them. */
const cellText = (cell: Cell): string =>
  cell === null ? '' : typeof cell === 'object' ? JSON.stringify(cell) : String(cell);

/** A table as CSV by RFC 4180 in UTF-8. */
export const tableCsv = ({ fields, rows }: Table): string =>
  [
    fields.map(({ name }) => name),
    ...rows.map((row) => fields.map(({ name }) => cellText(row[name] ?? null))),
  ]
    .map(writeLine)
    .join('');

const tableJson = ({ rows }: Table): string => `${JSON.stringify(rows, null, 1)}\n`;

const integrity = (text: string) => ({
  bytes: Buffer.byteLength(text),
  hash: `sha256:${createHash('sha256').update(text).digest('hex')}`,
});

const described = (table: string, field: Field, describe: Describe): Field => {
  const description = describe(table, field.name);
  return description ? { ...field, description } : field;
};

const tableSchema = ({ name, fields, primaryKey, foreignKeys }: Table, describe: Describe) => ({
  fields: fields.map((field) => described(name, field, describe)),
  missingValues: [''],
  primaryKey,
  ...(foreignKeys.length > 0 && {
    foreignKeys: foreignKeys.map(({ fields, table, to }) => ({
      fields,
      reference: { resource: table, fields: to },
    })),
  }),
});

/** The first and the last day for which a source shows a status. */
function knowledgeDates({ restrictions, context }: Register): { first: string | null; last: string | null } {
  const days = [...restrictions, ...context].flatMap(({ knowledge }) => knowledge.date ?? []).sort();
  return { first: days[0] ?? null, last: days.at(-1) ?? null };
}

/** The files of the package, by their path in it. */
export function dataPackage(register: Register, head: PackageHead, describe: Describe): Map<string, string> {
  const files = new Map<string, string>();
  const tables = tablesOf(register);
  const mark = head.test ? ' (TEST, not for use)' : '';
  const resources: object[] = [];
  for (const table of tables) {
    const csv = tableCsv(table);
    const json = tableJson(table);
    files.set(`${table.name}.csv`, csv);
    files.set(`${table.name}.json`, json);
    resources.push(
      {
        name: table.name,
        path: `${table.name}.csv`,
        profile: 'tabular-data-resource',
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
        ...integrity(csv),
        schema: tableSchema(table, describe),
      },
      {
        name: `${table.name}-json`,
        path: `${table.name}.json`,
        profile: 'data-resource',
        format: 'json',
        mediatype: 'application/json',
        encoding: 'utf-8',
        ...integrity(json),
      },
    );
  }
  const whole = registerText(register);
  files.set('register.json', whole);
  resources.push({
    name: 'register',
    path: 'register.json',
    profile: 'data-resource',
    format: 'json',
    mediatype: 'application/json',
    encoding: 'utf-8',
    ...integrity(whole),
  });
  const descriptor = {
    profile: 'data-package',
    name: 'tiktok-device-rules',
    title: `Register of rules about TikTok on devices${mark}`,
    description:
      'Who restricts TikTok on devices, on networks or in a territory, since when and until when, with sources and the day for which each status is shown; what TikTok answers; and what is near but no restriction.',
    homepage: head.site,
    version: register.version,
    created: head.published,
    licenses: [CC0],
    keywords: ['TikTok', 'device policy', 'government', 'register'],
    register: { format: register.format, researchedUpTo: register.date, knowledge: knowledgeDates(register) },
    ...(head.test && { test: true }),
    resources,
  };
  files.set('datapackage.json', `${JSON.stringify(descriptor, null, 2)}\n`);
  return files;
}
