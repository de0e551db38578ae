import { parse as parseCsv } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { comparisonParagraph, writeComparison } from '../../../lib/export/comparison.ts';
import { MOST_SOURCES, withSources } from '../../../lib/export/quote.ts';
import { statusOn } from '../../../lib/register/status.ts';
import { briefing } from '../../../lib/register-view/briefing.ts';
import { compareDays, countChanges } from '../../../lib/register-view/comparison.ts';
import { readRegister } from '../../../scripts/data/read-register.ts';
import { english } from '../../support/english.ts';
import { clause, event, restriction } from '../../support/example-record.ts';

const FIRST = '2023-06-01';
const SECOND = '2026-11-29';
const DAYS = [FIRST, SECOND] as const;
const known = (date: string) => ({ date, basis: 'last-known' }) as const;
const begun = event('2023-03-16', 'effective');

const records = [
  restriction({ id: 'kept', issuer: { name: 'Kept' }, events: [begun], knowledge: known('2024-01') }),
  restriction({ id: 'old', issuer: { name: 'Old' }, events: [begun], knowledge: known('2023-06-01') }),
  restriction({
    id: 'eased',
    issuer: { name: 'Eased' },
    events: [begun, event('2024-01-01', 'eased')],
    knowledge: known('2024-01-01'),
  }),
  restriction({
    id: 'half',
    issuer: { name: 'Half' },
    clauses: [clause(), clause({ measure: 'network-block', devices: ['network'] })],
    events: [begun, event('2024-01-01', 'lifted', [1])],
    knowledge: known('2024-01-01'),
  }),
  restriction({
    id: 'ended',
    issuer: { name: 'Ended' },
    events: [begun, event('2024-01-01', 'lifted')],
    knowledge: known('2024-01-01'),
  }),
  restriction({ id: 'new', issuer: { name: 'New' }, events: [event('2024-01-01', 'effective')] }),
  restriction({
    id: 'gone',
    events: [event('2022-01-01', 'effective'), event('2022-06-01', 'lifted')],
    knowledge: known('2022-06-01'),
  }),
];

describe('two days compared', () => {
  const compared = compareDays(records, DAYS);

  it('tell what became of every rule that was in force on either', () => {
    expect(compared.map(({ record, change }) => [record.id, change])).toEqual([
      ['kept', 'kept'],
      ['old', 'not-confirmed'],
      ['eased', 'changed'],
      ['half', 'changed'],
      ['ended', 'ended'],
      ['new', 'new'],
    ]);
  });

  it('look at the clauses that are meant alone', () => {
    const ofBlocks = compareDays(records, DAYS, ({ measure }) => measure === 'network-block');
    expect(ofBlocks.map(({ record, change }) => [record.id, change])).toEqual([['half', 'ended']]);
  });

  it('are told in a paragraph with its numbers and names', () => {
    expect(comparisonParagraph(compared, DAYS, ['Place: Europe'], english)).toBe(
      'In force on 1 June 2023: 5. Of these, still in force on 29 November 2026 as last known: ' +
        '3; 2 of them confirmed after 1 June 2023. Ended: 1. Changed: 2. New: 1. ' +
        'Still in force, and confirmed since: Kept. Not confirmed since: Old. Eased, suspended or changed: Eased and Half. Ended: Ended. New: New. ' +
        'Filters: Place: Europe.',
    );
  });

  it('say so where nothing was in force', () => {
    expect(comparisonParagraph([], DAYS, [], english)).toBe('No rule that fits was in force on either day.');
  });

  it('are saved with a row a restriction under a line of names', () => {
    const head = { registerVersion: '2026.11.29.1', registerDate: SECOND, day: SECOND, filters: [] };
    const rows = parseCsv(writeComparison(compared, DAYS, head, english), { bom: true, columns: true });
    expect(rows).toHaveLength(compared.length);
    expect(rows[1]).toMatchObject({
      id: 'old',
      change: 'not-confirmed',
      first_day: FIRST,
      status_first_day: 'in-force',
      second_day: SECOND,
      status_in_words: 'last seen in force 1 June 2023',
      knowledge_date: '2023-06-01',
    });
  });

  it('of the whole register leave no rule of the first day out', () => {
    const { restrictions } = readRegister();
    const { new: added, ...rest } = countChanges(compareDays(restrictions, DAYS));
    const before = restrictions.filter((record) => statusOn(record, FIRST).status === 'in-force');
    expect(Object.values(rest).reduce((sum, count) => sum + count)).toBe(before.length);
    expect(added).toBeGreaterThan(0);
  });
});

describe('the answer in a paragraph', () => {
  const found = records.map((record) => ({ record, status: statusOn(record, SECOND) }));
  const list = { found, day: SECOND, today: SECOND, filters: ['Place: Europe'] };

  it('says how many, how fresh, what, whose and how old', () => {
    expect(briefing(list, english)).toEqual([
      '4 in force as last known; 1 of them confirmed in the last 12 months.',
      'They are rules that bind organisations (4). These rules were made by Kept, Old, Half and New. ' +
        'The oldest evidence is from 1 June 2023, the newest from 1 October 2026. Filters: Place: Europe.',
    ]);
  });

  it('of a past day speaks of that day', () => {
    const then = records.map((record) => ({ record, status: statusOn(record, FIRST) }));
    expect(briefing({ ...list, found: then, day: FIRST }, english)[0]).toBe(
      '5 in force on 1 June 2023 as last known; 5 of them confirmed in the 12 months before it or since.',
    );
  });

  it('never takes nothing for a permission', () => {
    expect(briefing({ ...list, found: [] }, english)[1]).toContain('That is not a permission.');
  });

  it('is copied with a source and an age for each record', () => {
    const text = withSources('So it is.', found.slice(0, 2), { version: '2026.11.29.1' }, SECOND, english);
    const [first, , register, , head, ...lines] = text.split('\n');
    expect([first, head]).toEqual(['So it is.', 'Sources']);
    expect(register).toContain('version 2026.11.29.1');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^\[1\] Kept: last seen in force January 2024\. “.*https?:/);
  });

  it('says where the sources are of what is too much for a paragraph', () => {
    const many = Array.from({ length: MOST_SOURCES + 1 }, () => found[0]).filter(
      (each) => each !== undefined,
    );
    expect(withSources('So it is.', many, { version: '1' }, SECOND, english)).toContain(
      'The sources of all 101 records are in the files you can download.',
    );
  });
});
