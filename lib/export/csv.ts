import type { Language } from '../register/labels.ts';
import { placeNameInFull } from '../register/places.ts';
import type { EventType } from '../register/schema.ts';
import type { Found } from '../register/search.ts';
import { measuresOf } from '../register-view/table-columns.ts';

/** What an exported list is: stated at the top of every file. */
export interface ExportHead {
  readonly registerVersion: string;
  readonly registerDate: string;
  /** The day for which every status holds, `YYYY-MM-DD`. */
  readonly day: string;
  /** The filters in words, empty for none. */
  readonly filters: readonly string[];
}

const dateOf = ({ record }: Found, ...types: EventType[]): string =>
  record.events.find(({ type }) => types.includes(type))?.date ?? '';
const list = (values: readonly string[] | undefined): string => (values ?? []).join('; ');

/** The columns of the file in order. Codes, dates and ids are those of the register; lists are joined by `; `. */
const COLUMNS: readonly (readonly [
  name: string,
  value: (found: Found, head: ExportHead, language: Language) => string,
])[] = [
  ['id', ({ record }) => record.id],
  ['issuer', ({ record }) => record.issuer.name],
  ['issuer_native_name', ({ record }) => record.issuer.nativeName ?? ''],
  ['issuer_unit', ({ record }) => record.issuer.unit ?? ''],
  ['organisation', ({ record }) => record.issuer.organisation],
  ['kind', ({ record }) => record.issuer.kind],
  ['place_code', ({ record }) => record.issuer.jurisdiction],
  [
    'place',
    ({ record }, _head, { locale, places }) => placeNameInFull(record.issuer.jurisdiction, locale, places),
  ],
  ['measures', ({ record }) => list(measuresOf(record))],
  ['covers', ({ record }) => list(record.covers)],
  ['devices', ({ record }) => list(record.devices)],
  ['advised_devices', ({ record }) => list(record.advisedDevices)],
  ['applies_to', ({ record }) => record.appliesTo],
  ['exceptions', ({ record }) => record.exceptions ?? ''],
  ['reasons', ({ record }) => list(record.reasons)],
  ['legal_force', ({ record }) => record.legalForce],
  ['as_of', (_found, { day }) => day],
  ['status', ({ status }) => status.status],
  ['status_since', ({ status }) => status.since ?? ''],
  ['status_until', ({ status }) => status.until ?? ''],
  ['temporary', ({ status }) => (status.temporary ? 'yes' : 'no')],
  ['announced', (found) => dateOf(found, 'announced')],
  ['effective', (found) => dateOf(found, 'effective')],
  ['ended', (found) => dateOf(found, 'lifted', 'expired', 'struck-down', 'superseded')],
  ['knowledge_date', ({ record }) => record.knowledge.date ?? ''],
  ['knowledge_basis', ({ record }) => record.knowledge.basis],
  ['confidence', ({ record }) => record.confidence],
  ['summary', ({ record }) => record.summary],
  ['sources_disagree', ({ record }) => record.conflicts ?? ''],
  ['primary_sources', ({ record }) => String(record.sources.filter(({ kind }) => kind === 'primary').length)],
  ['sources', ({ record }) => record.sources.map(({ url }) => url).join(' ')],
  ['register_version', (_found, { registerVersion }) => registerVersion],
];

/** A row by column name. */
export type CsvRow = Readonly<Record<string, string>>;

export const CSV_COLUMNS: readonly string[] = COLUMNS.map(([name]) => name);

/** The rows of the file before they are written. */
export const csvRows = (found: readonly Found[], head: ExportHead, language: Language): CsvRow[] =>
  found.map((each) =>
    Object.fromEntries(COLUMNS.map(([name, value]) => [name, value(each, head, language)])),
  );

/** What a spreadsheet takes for a formula; an apostrophe before it keeps it a text. */
const FORMULA = /^['\s]*[=+\-@＝＋－＠\t\r\n]/;
const guard = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);

const writeCell = (cell: string): string => {
  const safe = guard(cell);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
const writeLine = (cells: readonly string[]): string => `${cells.map(writeCell).join(',')}\r\n`;

/** A byte order mark: without it spreadsheets read UTF-8 as something else. */
const BOM = '\uFEFF';

/**
 * The text of a CSV file by RFC 4180, in UTF-8: one line that says what the list is (`statement`, in the first of as
 * many cells as there are columns), one with the names of the columns, then a line a row. Cells that begin with
 * `=`, `+`, `-`, `@` (in full width, too, and after blanks), a tab or a line end are written with an apostrophe before
 * them.
 */
export function writeCsv(rows: readonly CsvRow[], statement: string): string {
  const top = CSV_COLUMNS.map((_, index) => (index === 0 ? statement : ''));
  const body = rows.map((row) => writeLine(CSV_COLUMNS.map((name) => row[name] ?? '')));
  return BOM + writeLine(top) + writeLine(CSV_COLUMNS) + body.join('');
}
