import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEVICE_SCOPES, ISSUER_KINDS, RESTRICTION_MEASURES } from '../../../lib/register/schema.ts';
import {
  COLUMNS,
  columnsOf,
  INITIAL,
  type PageState,
  readAddress,
  recordFragment,
  SOURCE_KINDS,
  STATUS_CHOICES,
  TABS,
  writeAddress,
} from '../../../lib/register-view/url-state.ts';

const TODAY = '2026-11-29';
const parts = (address: string) => {
  const url = new URL(address || '?', 'https://example.org/register.html');
  return readAddress(url.search, url.hash, TODAY);
};

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date(TODAY), noInvalidDate: true })
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
  confirmed: fc.option(day),
  compare: fc.option(day),
  mine: fc.boolean(),
  columns: fc.subarray([...COLUMNS]).map(columnsOf),
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
      statuses: [],
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
    ['day=20231-06-01', '?day=20231-06-01'],
    ['compare=never', '?compare=never'],
    ['columns=issuer,colour', '?columns=issuer,colour'],
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
    expect(read.state).toEqual({ ...INITIAL, kinds: read.state.kinds, statuses: read.state.statuses });
  });

  it('means every status where it was written before the page opened with what is in force', () => {
    for (const address of ['?place=FR', '?day=2023-06-01', '?view=map', '?sort=-since', '?status=any'])
      expect(parts(address).state.statuses, address).toEqual([]);
    for (const address of ['', '?view=response', '#record=eu-council-staff-devices'])
      expect(parts(address).state.statuses, address).toEqual(['in-force']);
  });

  it.each(['day', 'compare', 'confirmed'])('knows no %s after today', (name) => {
    expect(parts(`?${name}=${TODAY}`).problems).toEqual([]);
    const read = parts(`?${name}=2026-11-30`);
    expect(read.problems).toEqual([`${name}=2026-11-30`]);
    expect(read.state[name as 'day']).toBeNull();
  });

  it('never fails', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (search, hash) => {
        expect(Object.keys(readAddress(search, hash, TODAY).state)).toEqual(Object.keys(INITIAL));
      }),
    );
  });

  it('opens a record by its fragment alone, as other pages link to it', () => {
    expect(readAddress('', recordFragment('eu-council-staff-devices'), TODAY).state.record).toBe(
      'eu-council-staff-devices',
    );
  });
});
