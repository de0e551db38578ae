import type { Language } from '../register/labels.ts';
import { type Period, periodOf } from '../register/period.ts';
import { placeNameInFull } from '../register/places.ts';
import type { Clause, EventType } from '../register/schema.ts';
import type { Found } from '../register/search.ts';
import type { StatusOnDay } from '../register/status.ts';

/** What an exported list is: every file says it. */
export interface ExportHead {
  readonly registerVersion: string;
  readonly registerDate: string;
  /** The day for which every status holds, `YYYY-MM-DD`. */
  readonly day: string;
  /** The filters in words, empty for none. */
  readonly filters: readonly string[];
}

/** A clause with the record that it belongs to, on the day of the export. */
interface FoundClause extends Found {
  /** From 0. */
  readonly index: number;
  readonly clause: Clause;
  /** Of the clause. */
  readonly own: StatusOnDay;
  readonly period: Period;
}

const clausesOf = ({ record, status }: Found, day: string): FoundClause[] =>
  record.clauses.map((clause, index) => ({
    record,
    status,
    index,
    clause,
    own: status.clauses[index] ?? status,
    period: periodOf(record, day, index),
  }));

/** The date of the first event of one of these types that is about the clause. */
const dateOf = ({ record, index }: FoundClause, ...types: EventType[]): string =>
  record.events.find(({ type, clauses }) => types.includes(type) && (clauses?.includes(index) ?? true))
    ?.date ?? '';
const startsOf = ({ record, index }: FoundClause): string =>
  record.events.find(({ starts, clauses }) => starts && (clauses?.includes(index) ?? true))?.starts ?? '';
const list = (values: readonly string[] | undefined): string => (values ?? []).join('; ');

/**
 * The columns of the file in order; a row is a clause, and what is the record's own is repeated in each of its rows.
 * Codes, dates and ids are those of the register; lists are joined by `; `.
 */
const COLUMNS: readonly (readonly [
  name: string,
  value: (found: FoundClause, head: ExportHead, language: Language) => string,
])[] = [
  ['id', ({ record }) => record.id],
  ['clause', ({ index }) => String(index + 1)],
  ['clauses', ({ record }) => String(record.clauses.length)],
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
  ['instrument', ({ record }) => record.instrument?.name ?? ''],
  ['instrument_number', ({ record }) => record.instrument?.number ?? ''],
  ['measure', ({ clause }) => clause.measure],
  ['covers', ({ clause }) => list(clause.covers)],
  ['devices', ({ clause }) => list(clause.devices)],
  ['reaches', ({ clause }) => clause.reaches],
  ['legal_force', ({ clause }) => clause.legalForce],
  ['exceptions', ({ clause }) => clause.exceptions.kind],
  ['exceptions_text', ({ clause: { exceptions } }) => (exceptions.kind === 'listed' ? exceptions.text : '')],
  ['temporary', ({ clause }) => (clause.temporary ? 'yes' : 'no')],
  ['applies_to', ({ record }) => record.appliesTo],
  ['reasons', ({ record }) => list(record.reasons)],
  ['as_of', (_found, { day }) => day],
  ['status', ({ own }) => own.status],
  ['status_since', ({ own }) => own.since ?? ''],
  ['status_until', ({ own }) => own.until ?? ''],
  ['from', ({ period }) => period.from ?? ''],
  // What the first day is: the day it took effect, or its announcement for want of a known start.
  ['from_basis', ({ period }) => (period.from ? (period.fromAnnounced ? 'announced' : 'effective') : '')],
  ['to', ({ period }) => period.to ?? ''],
  ['record_status', ({ status }) => status.status],
  ['announced', (found) => dateOf(found, 'announced')],
  ['starts', startsOf],
  ['effective', (found) => dateOf(found, 'effective')],
  ['ended', (found) => dateOf(found, 'lifted', 'expired', 'struck-down', 'superseded')],
  ['knowledge_date', ({ record }) => record.knowledge.date ?? ''],
  ['knowledge_basis', ({ record }) => record.knowledge.basis],
  ['looked_again', ({ record }) => record.lookedAgain?.date ?? ''],
  ['looked_again_in', ({ record }) => list(record.lookedAgain?.searched)],
  ['looked_again_for', ({ record }) => record.lookedAgain?.for ?? ''],
  ['confidence', ({ record }) => record.confidence],
  ['summary', ({ record }) => record.summary],
  ['sources_disagree', ({ record }) => record.conflicts ?? ''],
  ['primary_sources', ({ record }) => String(record.sources.filter(({ kind }) => kind === 'primary').length)],
  ['sources', ({ record }) => record.sources.map(({ url }) => url).join(' ')],
  ['filters', (_found, { filters }) => list(filters)],
  ['register_version', (_found, { registerVersion }) => registerVersion],
];

/** A row by column name. */
export type CsvRow = Readonly<Record<string, string>>;

export const CSV_COLUMNS: readonly string[] = COLUMNS.map(([name]) => name);

/** The rows of the file before they are written: one a clause. */
export const csvRows = (found: readonly Found[], head: ExportHead, language: Language): CsvRow[] =>
  found
    .flatMap((each) => clausesOf(each, head.day))
    .map((each) => Object.fromEntries(COLUMNS.map(([name, value]) => [name, value(each, head, language)])));

/** What a spreadsheet takes for a formula; an apostrophe before it keeps it a text. */
const FORMULA = /^['\s]*[=+\-@＝＋－＠\t\r\n]/;
const guard = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);

const writeCell = (cell: string): string => {
  const safe = guard(cell);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
/** A line of a CSV file by RFC 4180, safe to open in a spreadsheet (see `writeCsv`). */
export const writeLine = (cells: readonly string[]): string => `${cells.map(writeCell).join(',')}\r\n`;

/** A byte order mark: without it spreadsheets read UTF-8 as something else. */
const BOM = '\uFEFF';

/**
 * The text of a CSV file by RFC 4180, in UTF-8: one line with the names of the columns, then a line a row. Cells that
 * begin with `=`, `+`, `-`, `@` (in full width, too, and after blanks), a tab or a line end are written with an
 * apostrophe before them.
 */
export function writeCsv(rows: readonly CsvRow[], columns: readonly string[] = CSV_COLUMNS): string {
  const body = rows.map((row) => writeLine(columns.map((name) => row[name] ?? '')));
  return BOM + writeLine(columns) + body.join('');
}
