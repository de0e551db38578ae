import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { Package } from 'datapackage';
import { beforeAll, describe, expect, it } from 'vitest';
import { readRegister } from '../../../scripts/data/read-register.ts';
import { describeField, dictionary } from '../../../scripts/publish/dictionary.ts';
import { FIELD_WORDS, TABLE_WORDS } from '../../../scripts/publish/dictionary-words.ts';
import { publish } from '../../../scripts/publish/publish.ts';
import { tablesOf } from '../../../scripts/publish/tables.ts';

const register = readRegister();
const tables = tablesOf(register);
const out = mkdtempSync(join(tmpdir(), 'policy-context-'));
beforeAll(async () => {
  await publish(['--out', out]);
  return () => rmSync(out, { recursive: true, force: true });
});
const file = (path: string) => readFileSync(join(out, 'data', path), 'utf8');

describe('the data package', () => {
  it('is valid to a reader that we did not write, rows and relations included', async () => {
    const data = await Package.load(join(out, 'data/datapackage.json'), { basePath: join(out, 'data') });
    expect(data.errors).toEqual([]);
    const read = Object.fromEntries(
      await Promise.all(
        data.resources
          .filter(({ tabular }) => tabular)
          .map(async (resource) => [
            resource.name,
            (await resource.read({ keyed: true, relations: true })).length,
          ]),
      ),
    );
    expect(read).toEqual(Object.fromEntries(tables.map(({ name, rows }) => [name, rows.length])));
    expect(read).toMatchObject({
      restrictions: register.restrictions.length,
      responses: register.responses.length,
      context: register.context.length,
    });
  });

  it('has licence, version and knowledge dates', () => {
    expect(JSON.parse(file('datapackage.json'))).toMatchObject({
      version: register.version,
      licenses: [{ name: 'CC0-1.0' }],
      register: {
        researchedUpTo: register.date,
        knowledge: { first: expect.any(String), last: expect.any(String) },
      },
    });
  });

  it('has every event and source of every record', () => {
    const count = (list: 'events' | 'sources') =>
      [
        ...register.restrictions,
        ...register.context,
        ...(list === 'sources' ? register.responses : []),
      ].reduce(
        (sum, record) => sum + ((record as unknown as Record<string, unknown[]>)[list]?.length ?? 0),
        0,
      );
    for (const list of ['events', 'sources'] as const)
      expect(tables.find(({ name }) => name === list)?.rows).toHaveLength(count(list));
  });

  it('says the same in CSV and JSON', () => {
    for (const { name, fields } of tables) {
      const csv: Record<string, string>[] = parse(file(`${name}.csv`), { columns: true });
      const json: Record<string, unknown>[] = JSON.parse(file(`${name}.json`));
      const text = (value: unknown) =>
        value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
      expect(csv.length).toBe(json.length);
      for (const [index, row] of json.entries())
        for (const { name: field } of fields)
          expect(csv[index]?.[field]?.replace(/^'(?=[=+\-@\t\r])/, '')).toBe(text(row[field]));
    }
  });

  it('names each organisation once', () => {
    const ids = tables.find(({ name }) => name === 'organisations')?.rows.map(({ id }) => id) ?? [];
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(ids)).toEqual(
      new Set([...register.restrictions, ...register.context].map(({ issuer }) => issuer.organisation)),
    );
  });
});

describe('the data dictionary', () => {
  it('has words for every table and column', () => {
    for (const { name, fields } of tables) {
      expect(TABLE_WORDS[name], name).toBeDefined();
      for (const field of fields)
        expect(describeField(name, field.name), `${name}.${field.name}`).toBeDefined();
    }
  });

  it('has no words left over', () => {
    const used = new Set(
      tables.flatMap(({ name, fields }) =>
        fields.map((field) =>
          `${name}.${field.name}` in FIELD_WORDS ? `${name}.${field.name}` : field.name,
        ),
      ),
    );
    expect(Object.keys(FIELD_WORDS).filter((name) => !used.has(name))).toEqual([]);
    expect(Object.keys(TABLE_WORDS).filter((name) => !tables.some((table) => table.name === name))).toEqual(
      [],
    );
  });

  it('lists every column of every table', () => {
    const text = dictionary(register);
    for (const { name, fields } of tables) {
      const section = text.split(`\n## ${name}\n`)[1]?.split('\n## ')[0] ?? '';
      for (const field of fields) expect(section).toContain(`| \`${field.name}\` |`);
    }
  });
});
