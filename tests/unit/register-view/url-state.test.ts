import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEVICE_SCOPES, ISSUER_KINDS, RESTRICTION_MEASURES } from '../../../lib/register/schema.ts';
import {
  COLUMNS,
  INITIAL,
  type PageState,
  readAddress,
  recordFragment,
  SOURCE_KINDS,
  STATUS_CHOICES,
  TABS,
  writeAddress,
} from '../../../lib/register-view/url-state.ts';

const parts = (address: string) => {
  const url = new URL(address || '?', 'https://example.org/register.html');
  return readAddress(url.search, url.hash);
};

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const state: fc.Arbitrary<PageState> = fc.record({
  tab: fc.constantFrom(...TABS),
  day: fc.option(day),
  text: fc.string({ maxLength: 40, unit: 'grapheme' }).map((text) => text.trim()),
  place: fc.constantFrom(null, 'EU', 'NATO', 'XK', 'FR', 'US-TX', 'DK-84', '150', '154'),
  kinds: fc.subarray([...ISSUER_KINDS]),
  measures: fc.subarray([...RESTRICTION_MEASURES]),
  devices: fc.subarray([...DEVICE_SCOPES]),
  statuses: fc.subarray([...STATUS_CHOICES]),
  source: fc.constantFrom(null, ...SOURCE_KINDS),
  mine: fc.boolean(),
  sort: fc.option(fc.record({ column: fc.constantFrom(...COLUMNS), descending: fc.boolean() })),
  record: fc.constantFrom(null, 'eu-commission-staff-devices', 'us-tx-government-devices'),
});

describe('the address of the register page', () => {
  it('brings every state back', () => {
    fc.assert(
      fc.property(state, (before) => {
        const { state: after, problems } = parts(writeAddress(before));
        expect(after).toEqual(before);
        expect(problems).toEqual([]);
      }),
    );
  });

  it('is empty for the page as it opens', () => {
    expect(writeAddress(INITIAL)).toBe('');
    expect(parts('')).toEqual({ state: INITIAL, problems: [] });
  });

  it('can be written by hand', () => {
    expect(
      parts('?place=150&kind=parliament&day=2023-06-01&sort=-since#record=fi-parliament-devices').state,
    ).toEqual({
      ...INITIAL,
      place: '150',
      kinds: ['parliament'],
      day: '2023-06-01',
      sort: { column: 'since', descending: true },
      record: 'fi-parliament-devices',
    });
  });

  it('is one for one choice, whatever the order', () => {
    const { state } = parts('?kind=university&kind=parliament&kind=university');
    expect(state.kinds).toEqual(['parliament', 'university']);
  });

  it.each([
    ['kind=king', '?kind=king&kind=parliament'],
    ['day=2023-02-30', '?day=2023-02-30'],
    ['day=yesterday', '?day=yesterday'],
    ['place=999', '?place=999'],
    ['place=France', '?place=France'],
    ['view=globe', '?view=globe'],
    ['sort=colour', '?sort=colour'],
    ['mine=yes', '?mine=yes'],
    ['toString=1', '?toString=1'],
    ['#record=Not an id', '#record=Not an id'],
  ])('names %s as not understood and leaves it out', (problem, address) => {
    const read = parts(address);
    expect(read.problems.map(decodeURIComponent)).toEqual([problem]);
    expect(read.state).toEqual({ ...INITIAL, kinds: read.state.kinds });
  });

  it('never fails', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (search, hash) => {
        expect(Object.keys(readAddress(search, hash).state)).toEqual(Object.keys(INITIAL));
      }),
    );
  });

  it('opens a record by its fragment alone, as other pages link to it', () => {
    expect(readAddress('', recordFragment('eu-council-staff-devices')).state.record).toBe(
      'eu-council-staff-devices',
    );
  });
});
