import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RECORDS, RegisterError, readRegister } from '../../scripts/data/read-register.ts';
import { jsonSchemas } from '../../scripts/data/write-json-schema.ts';

const SAMPLE = 'NZ/nz-parliament-devices.json';
const MOVED = 'moved.json';
const RESPONSE = 'responses/eu-tiktok-ncc-monitoring.json';

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'records-'));
  for (const file of ['register.json', SAMPLE, RESPONSE]) {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    cpSync(join(RECORDS, file), join(dir, file));
  }
  writeFileSync(join(dir, MOVED), '{"records":[],"organisations":[]}');
});
afterEach(() => rmSync(dir, { recursive: true }));

/** Rewrites one file of the sample register. */
function change(file: string, edit: (record: Record<string, unknown>) => void): void {
  const record = JSON.parse(readFileSync(join(dir, file), 'utf8'));
  edit(record);
  writeFileSync(join(dir, file), JSON.stringify(record));
}

function mistakes(): readonly string[] {
  try {
    readRegister(dir);
    return [];
  } catch (error) {
    if (error instanceof RegisterError) return error.mistakes;
    throw error;
  }
}

describe('reading the records', () => {
  it('puts each record into its list', () => {
    const register = readRegister(dir);
    expect(register.restrictions.map(({ id }) => id)).toEqual(['nz-parliament-devices']);
    expect(register.responses.map(({ id }) => id)).toEqual(['eu-tiktok-ncc-monitoring']);
    expect(register.context).toEqual([]);
  });

  it('names file, field and reason of every mistake at once', () => {
    change(SAMPLE, (record) => {
      (record.clauses as { measure: string }[])[0] = { ...(record.clauses as object[])[0], measure: 'ban' };
      record.summary = 'x'.repeat(281);
    });
    change(RESPONSE, (record) => {
      delete record.claim;
    });
    expect(mistakes()).toEqual([
      `${SAMPLE}: summary: Too big: expected string to have <=280 characters`,
      expect.stringMatching(`^${SAMPLE}: clauses.0.measure: Invalid option: expected one of "device-ban"`),
      `${RESPONSE}: claim: Invalid input: expected string, received undefined`,
    ]);
    expect(() => readRegister(dir)).toThrow(/3 mistake\(s\)[\s\S]*nz-parliament-devices\.json: clauses/);
  });

  it.each([
    [
      'a field that nobody knows',
      (r: Record<string, unknown>) => Object.assign(r, { colour: 'red' }),
      'colour',
    ],
    [
      'an event of an unknown type',
      (r) => Object.assign(r, { events: [{ type: 'began' }] }),
      'events.0.type',
    ],
    [
      'a date that is none',
      (r) => Object.assign(r, { knowledge: { date: '2023-13', basis: 'last-known' } }),
      'date',
    ],
    [
      'an address without https or http',
      (r) => Object.assign(r, { sources: [{ url: 'javascript:x' }] }),
      'url',
    ],
  ] as [string, (record: Record<string, unknown>) => void, string][])('refuses %s', (_, edit, field) => {
    change(SAMPLE, edit);
    expect(mistakes().join('\n')).toContain(field);
  });

  it('refuses a file that is not JSON', () => {
    writeFileSync(join(dir, SAMPLE), '{');
    expect(mistakes()).toEqual([expect.stringContaining(`${SAMPLE}: not readable as JSON`)]);
  });

  it('wants the id to be the name of the file', () => {
    change(SAMPLE, (record) => {
      record.id = 'nz-parliament';
    });
    expect(mistakes()).toEqual([`${SAMPLE}: id: nz-parliament is not the file's name`]);
  });

  it('wants the folder to be the jurisdiction', () => {
    mkdirSync(join(dir, 'AU'));
    cpSync(join(dir, SAMPLE), join(dir, 'AU/nz-parliament-devices.json'));
    expect(mistakes()).toEqual([
      'AU/nz-parliament-devices.json: issuer.jurisdiction: NZ lies in folder AU',
      `${SAMPLE}: id: nz-parliament-devices is taken by AU/nz-parliament-devices.json`,
    ]);
  });

  it('refuses a record outside a folder', () => {
    cpSync(join(dir, SAMPLE), join(dir, 'nz-parliament-devices.json'));
    expect(mistakes()).toContainEqual(expect.stringContaining('NZ lies in folder .'));
  });

  it('wants ids that gave way to lead to ids that are there, and none to be in use still', () => {
    const move = (old: string, next: string) => ({ old, new: [next], reason: 'One became the other.' });
    writeFileSync(
      join(dir, MOVED),
      JSON.stringify({
        records: [
          move('nz-parliament-phones', 'nz-parliament-devices'),
          move('nz-parliament-devices', 'nz-gone'),
        ],
        organisations: [move('nz-house', 'nz-parliament'), move('nz-lost', 'nz-nowhere')],
      }),
    );
    expect(mistakes()).toEqual([
      'moved.json: records: nz-parliament-devices is still in use',
      'moved.json: records: nz-parliament-devices leads to nz-gone, which the register does not hold',
      'moved.json: organisations: nz-lost leads to nz-nowhere, which the register does not hold',
    ]);
  });

  it('wants the version of the register', () => {
    writeFileSync(join(dir, 'register.json'), '{"format":2,"version":"1","date":"2026-11-22"}');
    expect(mistakes()).toEqual(['register.json: version: a version as 2026.11.22.1']);
  });
});

describe('the JSON Schemas for editors', () => {
  it.each(Object.entries(jsonSchemas()))('%s is in step with lib/register/schema.ts', (file, text) => {
    expect(readFileSync(join(RECORDS, file), 'utf8')).toBe(text);
  });
});
