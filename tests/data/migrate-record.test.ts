import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Context, Response, Restriction } from '../../lib/register/schema.ts';
import { migrateRecord, type RecordOfFormat1 } from '../../scripts/data/migrate-record.ts';

/** Twenty records of version 2026.11.22.1, of every shape that format 1 had. */
const records: RecordOfFormat1[] = JSON.parse(
  readFileSync(new URL('records-format-1.json', import.meta.url), 'utf8'),
);
const schemaOf = ({ topic, measure }: RecordOfFormat1) =>
  topic === undefined ? Restriction : measure === undefined ? Response : Context;

const migrated = (id: string): Restriction => {
  const record = records.find((each) => each.id === id);
  if (!record) throw new Error(`no record ${id}`);
  return Restriction.parse(migrateRecord(record));
};
const clausesOf = (id: string) =>
  migrated(id).clauses.map(({ measure, devices, legalForce, exceptions: { kind } }) => [
    measure,
    devices.join(),
    legalForce,
    kind,
  ]);

describe('a record of format 1', () => {
  it.each(records.map((record) => [record.id, record] as const))(
    '%s becomes one of format 2, and keeps what does not move',
    (_, record) => {
      const now = migrateRecord(record);
      expect(schemaOf(record).safeParse(now).error?.issues ?? []).toEqual([]);
      for (const field of ['id', 'issuer', 'events', 'sources', 'summary', 'knowledge', 'notes'])
        expect(now[field]).toEqual(record[field]);
    },
  );

  it.each<[string, string[][]]>([
    ['dk-dr-work-phones', [['advice-against', 'work-issued', 'guidance', 'listed']]],
    [
      'gb-sct-parliament-advice',
      [
        ['advice-against', 'work-issued', 'guidance', 'not-known'],
        ['advice-against', 'personal-with-work-access', 'guidance', 'not-known'],
      ],
    ],
    [
      'ca-nu-government-devices',
      [
        ['device-ban', 'work-issued', 'directive', 'not-known'],
        ['network-block', 'network', 'directive', 'not-known'],
      ],
    ],
    [
      'eu-parliament-staff-devices',
      [
        ['device-ban', 'work-issued,personal-with-work-access', 'parliamentary-rule', 'listed'],
        ['network-block', 'network', 'parliamentary-rule', 'not-known'],
        ['advice-against', 'personal', 'guidance', 'not-known'],
      ],
    ],
    [
      'tw-moe-campus-networks',
      [
        ['device-ban', 'work-issued', 'directive', 'not-known'],
        ['network-block', 'network', 'directive', 'listed'],
      ],
    ],
    ['mt-mita-government-network', [['network-block', 'network', 'policy', 'listed']]],
    [
      'be-bru-parliament-network',
      [
        ['network-block', 'network', 'parliamentary-rule', 'listed'],
        ['advice-against', 'personal-with-work-access', 'guidance', 'not-known'],
      ],
    ],
    ['in-government-nationwide-ban', [['nationwide-ban', 'all', 'executive-order', 'not-known']]],
  ])('%s says the same clause by clause', (id, clauses) => {
    expect(clausesOf(id)).toEqual(clauses);
  });

  it('claims nothing that nobody looked at', () => {
    for (const { id } of records.filter((record) => schemaOf(record) === Restriction)) {
      const { lookedAgain, clauses } = migrated(id);
      expect(lookedAgain).toBeNull();
      expect(clauses.every(({ reaches }) => reaches === 'not-stated')).toBe(true);
      expect(clauses.some(({ exceptions }) => exceptions.kind === 'none-named')).toBe(false);
    }
  });

  it('calls advice in force what everything in force is called', () => {
    expect(records.find(({ id }) => id === 'dk-dr-work-phones')?.status).toBe('advice-in-force');
    expect(migrated('dk-dr-work-phones').status).toBe('in-force');
  });

  it('keeps what was made for a time in each clause', () => {
    const { clauses } = migrated('be-vlg-government-work-devices');
    expect(clauses).toHaveLength(3);
    expect(clauses.every(({ temporary }) => temporary?.until === '2024-03-26')).toBe(true);
  });
});
