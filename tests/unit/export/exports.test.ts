import { readFileSync } from 'node:fs';
import { parse as parseBibtex } from '@retorquere/bibtex-parser';
import Ajv from 'ajv';
import Ajv2020 from 'ajv/dist/2020.js';
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeBibtex } from '../../../lib/export/bibtex.ts';
import { referencesFor } from '../../../lib/export/citation.ts';
import { writeCsl } from '../../../lib/export/csl.ts';
import { CSV_COLUMNS, type CsvRow, csvRows, type ExportHead, writeCsv } from '../../../lib/export/csv.ts';
import { exportOf, exportSchema, RegisterExport, writeJson } from '../../../lib/export/json.ts';
import { writeMarkdown } from '../../../lib/export/markdown.ts';
import { statusOn } from '../../../lib/register/status.ts';
import { readRegister } from '../../../scripts/data/read-register.ts';
import { english } from '../../support/english.ts';
import { clause, event, restriction } from '../../support/example-record.ts';

const register = readRegister();
const DAY = '2023-06-01';
const found = register.restrictions.map((record) => ({ record, status: statusOn(record, DAY) }));
const head: ExportHead = {
  registerVersion: register.version,
  registerDate: register.date,
  day: DAY,
  filters: ['Place: Europe', 'Kind of body: Parliament'],
};
const cited = { register, day: DAY };
const STATEMENT = `A list, version ${register.version}, as it was on 1 June 2023. Filters: "none"`;

/** As any program reads it. */
const cellsOf = (text: string): string[][] => parseCsv(text, { bom: true });

/** The rows again, without the apostrophe that keeps a cell from being a formula. */
function rowsFromCells([names = [], ...lines]: readonly (readonly string[])[]): CsvRow[] {
  const unguard = (cell: string) => (/^'['\s]*[=+\-@＝＋－＠\t\r\n]/.test(cell) ? cell.slice(1) : cell);
  return lines.map((line) =>
    Object.fromEntries(names.map((name, index) => [name, unguard(line[index] ?? '')])),
  );
}

describe('CSV', () => {
  const rows = csvRows(found, head, english);

  it('reads back equal', () => {
    expect(rowsFromCells(cellsOf(writeCsv(rows)))).toEqual(rows);
  });

  it('names its columns in its first line, and says in every row what the list is', () => {
    const [names] = cellsOf(writeCsv(rows));
    expect(names).toEqual(CSV_COLUMNS);
    expect(new Set(rows.map((row) => row.as_of))).toEqual(new Set([DAY]));
    expect(new Set(rows.map((row) => row.filters))).toEqual(
      new Set(['Place: Europe; Kind of body: Parliament']),
    );
    expect(new Set(rows.map((row) => row.register_version))).toEqual(new Set([register.version]));
  });

  it('follows RFC 4180: CRLF, as many fields in every record, quotes doubled', () => {
    const text = writeCsv([{ id: 'a', summary: 'says "no", twice\nand again' }]);
    expect(text.split('\r\n').at(-1)).toBe('');
    expect(text).toContain('"says ""no"", twice\nand again"');
    expect(text.replaceAll('\r\n', '').includes('\r')).toBe(false);
    // The parser refuses records of unequal length.
    expect(cellsOf(text)).toHaveLength(2);
  });

  it.each([
    ...['=1+1', '+49 30', '-2', '@SUM(A1)', '\t=1', '\r=1', "'=1"],
    // Some programs take a full-width sign for the other, and what is blank or a new line before it for nothing.
    ...['＝1', '＋1', '－1', '＠SUM(A1)', ' =1', '\n=1', '\n', ' \n ＝1', "' =1"],
  ])('makes %j safe and takes it back', (cell) => {
    const text = writeCsv([{ id: cell }]);
    const written = cellsOf(text)[1]?.[0];
    expect(written).toMatch(/^'/);
    expect(rowsFromCells(cellsOf(text))[0]?.id).toBe(cell);
  });

  it('brings back any text in any cell, and writes no formula', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('=', "'", "''=", '"', ',', '\r\n', '-', '\n=', ' =1', '＝1', '＋', '－', '＠'),
    );
    fc.assert(
      fc.property(cell, cell, (id, summary) => {
        const text = writeCsv([{ id, summary }]);
        const [row] = rowsFromCells(cellsOf(text));
        expect([row?.id, row?.summary]).toEqual([id, summary]);
        for (const written of cellsOf(text)[1] ?? [])
          expect(written).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/);
      }),
    );
  });

  it('has a row a clause, with the id of its record and its own status', () => {
    const record = restriction({
      clauses: [
        clause({ exceptions: { kind: 'listed', text: 'press work' } }),
        clause({ measure: 'network-block', devices: ['network'], reaches: 'website' }),
      ],
      events: [event('2023-03-16', 'effective'), event('2023-05-01', 'lifted', [1])],
      instrument: { name: 'Decree', number: '12' },
      lookedAgain: { date: '2026-11-29', searched: ['stored-copies', 'live-pages'] },
    });
    const own = csvRows([{ record, status: statusOn(record, DAY) }], head, english);
    const shared = {
      id: 'xx-ministry-devices',
      clauses: '2',
      instrument: 'Decree',
      instrument_number: '12',
      looked_again: '2026-11-29',
      looked_again_in: 'stored-copies; live-pages',
      effective: '2023-03-16',
      record_status: 'in-force',
    };
    expect(own).toMatchObject([
      {
        ...shared,
        clause: '1',
        measure: 'device-ban',
        reaches: 'both',
        exceptions: 'listed',
        exceptions_text: 'press work',
        status: 'in-force',
        ended: '',
      },
      {
        ...shared,
        clause: '2',
        measure: 'network-block',
        reaches: 'website',
        exceptions: 'none-named',
        exceptions_text: '',
        status: 'lifted',
        ended: '2023-05-01',
      },
    ]);
    expect(rows.length).toBe(found.reduce((sum, each) => sum + each.record.clauses.length, 0));
  });

  it('says from when to when, and where a start is only the announcement', () => {
    const announced = restriction({
      id: 'a',
      events: [event('2023-03-16', 'announced'), event('2023-05-01', 'lifted')],
    });
    const started = restriction({ id: 'b', events: [event('2023-04-01', 'effective')] });
    const own = csvRows(
      [announced, started].map((record) => ({ record, status: statusOn(record, DAY) })),
      head,
      english,
    );
    expect(own).toMatchObject([
      { from: '2023-03-16', from_basis: 'announced', to: '2023-05-01' },
      { from: '2023-04-01', from_basis: 'effective', to: '' },
    ]);
  });

  it('gives legal force and dates of a known state', () => {
    expect(rows.find(({ id }) => id === 'us-tx-governor-devices-directive')).toMatchObject({
      place_code: 'US-TX',
      place: 'Texas, United States',
      legal_force: 'directive',
      status: 'in-force',
      status_since: '2022-12-07',
      as_of: DAY,
    });
  });
});

describe('JSON', () => {
  it('reads back equal', () => {
    const read = JSON.parse(writeJson(found, head));
    expect(read).toEqual(JSON.parse(JSON.stringify(exportOf(found, head))));
    expect(RegisterExport.parse(read).restrictions.map(({ record }) => record)).toEqual(
      register.restrictions,
    );
  });

  it('fits the schema that it carries, which refuses anything else', () => {
    const read = JSON.parse(writeJson(found, head));
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(read.schema);
    expect(validate(read), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...read, restrictions: [{ record: {} }] })).toBe(false);
    expect(read.schema).toEqual(JSON.parse(JSON.stringify(exportSchema())));
  });
});

describe('references', () => {
  const references = referencesFor(found, cited, english);

  it('give every record, and every source once', () => {
    const urls = new Set(register.restrictions.flatMap(({ sources }) => sources.map(({ url }) => url)));
    expect(references.filter(({ kind }) => kind === 'record')).toHaveLength(found.length);
    expect(references.filter(({ kind }) => kind === 'source')).toHaveLength(urls.size);
    expect(new Set(references.map(({ key }) => key)).size).toBe(references.length);
  });

  it('as CSL-JSON are valid by the published schema', () => {
    const schema = JSON.parse(readFileSync(new URL('csl-data.json', import.meta.url), 'utf8'));
    const validate = new Ajv({ strict: false }).compile(schema);
    const items = JSON.parse(writeCsl(references));
    expect(items).toHaveLength(references.length);
    expect(validate(items), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
    expect(validate([{ ...items[0], type: 'rule' }])).toBe(false);
  });

  it('as BibTeX go through a parser with nothing lost', () => {
    // The parser takes a while: a quarter of the register, from all over it.
    const some = referencesFor(
      found.filter((_, index) => index % 4 === 0),
      cited,
      english,
    );
    const { entries, errors } = parseBibtex(writeBibtex(some), { sentenceCase: false });
    expect(errors).toEqual([]);
    expect(entries.map(({ key }) => key)).toEqual(some.map(({ key }) => key));
    for (const [index, { fields }] of entries.entries()) {
      const reference = some[index];
      expect(fields.url ?? null).toBe(reference?.url ?? null);
      expect(fields.year ?? null).toBe(reference?.issued?.slice(0, 4) ?? null);
    }
  });

  it('keep what TeX would take for commands', () => {
    const [source] = restriction().sources;
    const title = '50% of {A} & B_1 #2 $3 ~ ^ \\end';
    const record = restriction(
      source ? { sources: [{ ...source, title, url: 'https://example.org/a_b%20c#d' }] } : {},
    );
    const text = writeBibtex(referencesFor([{ record, status: statusOn(record, DAY) }], cited, english));
    const { entries, errors } = parseBibtex(text, { sentenceCase: false });
    expect(errors).toEqual([]);
    const plain = String(entries[1]?.fields.title).replace(/<[^>]+>/g, '');
    expect(plain.replace(/[\u02dc\u223c]/g, '~').replace('ˆ', '^')).toBe(title);
    expect(entries[1]?.fields.url).toBe('https://example.org/a_b%20c#d');
  });
});

describe('Markdown', () => {
  it('is a table of as many rows, whatever the texts hold', () => {
    const odd = restriction({ issuer: { name: 'A | B <script> [x](y) `z`\nnext' } });
    const text = writeMarkdown(
      [...found, { record: odd, status: statusOn(odd, DAY) }],
      STATEMENT,
      DAY,
      english,
    );
    const table = text.split('\n').filter((line) => line.startsWith('| '));
    expect(table).toHaveLength(found.length + 3);
    for (const line of table) expect(line.match(/(?<!\\)\|/g)).toHaveLength(13);
    expect(text).toContain('A \\| B \\<script\\> \\[x\\](y) \\`z\\` next');
  });
});
