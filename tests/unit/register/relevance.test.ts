import { describe, expect, it } from 'vitest';
import type { Profile } from '../../../lib/register/profile.ts';
import { orderForProfile } from '../../../lib/register/relevance.ts';
import { type Changes, event, NOTHING_MOVED, restriction } from '../../support/example-record.ts';

const DAY = '2026-11-22';
const PERSON: Profile = {
  places: ['GB-SCT'],
  organisations: [{ id: 'own', relation: 'staff' }],
  device: 'work-issued',
  ownRule: null,
};
const at = (id: string, jurisdiction: string, changes: Changes = {}) =>
  restriction({ ...changes, id, issuer: { organisation: id, jurisdiction } });
const own = (id: string, changes: Changes = {}) =>
  restriction({ ...changes, id, issuer: { organisation: 'own', jurisdiction: 'GB-SCT' } });
const ended = { events: [event('2023-03-16', 'effective'), event('2024-01-01', 'lifted')] };

const records = [
  at('far', 'IN'),
  at('continent', 'FR'),
  at('region', 'DK'),
  at('country', 'GB-WLS'),
  at('around', 'GB'),
  at('place', 'GB-SCT'),
  own('over', ended),
  own('beside', { devices: ['personal'] }),
  own('advice', { measure: 'advice-against' }),
  own('ban'),
];
const ordered = (profile: Profile, restrictions = records) =>
  orderForProfile({ restrictions, moved: NOTHING_MOVED }, profile, DAY).map(({ record, relevance }) => [
    record.id,
    relevance,
  ]);

describe('the order of restrictions for a profile', () => {
  it('goes from what carries the verdict to what is far away', () => {
    expect(ordered(PERSON)).toEqual([
      ['ban', 'carries'],
      ['advice', 'weaker'],
      ['beside', 'beside'],
      ['over', 'organisation'],
      ['place', 'place'],
      ['around', 'around'],
      ['country', 'country'],
      ['region', 'region'],
      ['continent', 'continent'],
      ['far', 'elsewhere'],
    ]);
  });

  it('is the same in whatever order the records come', () => {
    expect(ordered(PERSON, [...records].reverse())).toEqual(ordered(PERSON));
  });

  it('takes the places of the organisations where no place is picked', () => {
    expect(ordered({ ...PERSON, places: [] })).toEqual(ordered(PERSON));
  });

  it('puts, among equals, those in force first, then whose rule is wider, then newer knowledge', () => {
    const known = (date: string) => ({ knowledge: { date, basis: 'last-known' as const } });
    const list = [
      at('a-over', 'IN', ended),
      at('b-old', 'IN', known('2020')),
      at('c-new', 'IN', known('2025-12')),
      restriction({
        id: 'd-state',
        issuer: { kind: 'national-government', jurisdiction: 'IN' },
        ...known('2019'),
      }),
    ];
    const nobody: Profile = { places: [], organisations: [], device: null, ownRule: null };
    expect(ordered(nobody, list).map(([id]) => id)).toEqual(['d-state', 'c-new', 'b-old', 'a-over']);
  });
});
