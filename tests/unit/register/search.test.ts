import { describe, expect, it } from 'vitest';
import type { Restriction } from '../../../lib/register/schema.ts';
import { filterRestrictions, prepareSearch, type RestrictionFilter } from '../../../lib/register/search.ts';
import { readPhrase } from '../../../lib/register/search-phrase.ts';
import { find, prepare, wordsOf } from '../../../lib/register/text-search.ts';
import { readRegister } from '../../../scripts/data/read-register.ts';
import { english } from '../../support/english.ts';
import { clause, event, restriction } from '../../support/example-record.ts';

const DAY = '2026-11-22';
const records: Restriction[] = [
  restriction({
    id: 'ca-qc-hydro',
    issuer: { organisation: 'hydro', name: 'Hydro-Québec', kind: 'company', jurisdiction: 'CA-QC' },
    clauses: [clause(), clause({ measure: 'network-block', devices: ['network'] })],
  }),
  restriction({
    id: 'dk-odense',
    issuer: {
      organisation: 'odense',
      name: 'Odense Municipality',
      nativeName: 'Ærøskøbing og Odense',
      kind: 'city-or-local',
      jurisdiction: 'DK',
    },
    measure: 'advice-against',
    summary: 'Odense looked at what Quebec did.',
  }),
  restriction({
    id: 'in-ban',
    issuer: { organisation: 'india', name: 'Government', kind: 'national-government', jurisdiction: 'IN' },
    measure: 'nationwide-ban',
    devices: ['all'],
    covers: ['public'],
  }),
  restriction({
    id: 'gb-sct-later',
    issuer: { organisation: 'scotland', name: '議会事務局', jurisdiction: 'GB-SCT' },
    clauses: [clause(), clause({ measure: 'network-block', devices: ['network'] })],
    events: [event('2024-01-01', 'effective'), event('2025-01-01', 'lifted', [1])],
  }),
];
const prepared = prepareSearch(records, english);
const found = (text: string, list = prepared) =>
  filterRestrictions(list, { text }, DAY).map(({ record }) => record.id);

describe('search as you type', () => {
  it.each([
    ['', ['ca-qc-hydro', 'dk-odense', 'in-ban', 'gb-sct-later'], 'everything for nothing typed'],
    ['que', ['ca-qc-hydro', 'dk-odense'], 'the beginning of a word; names before summaries'],
    ['QUÉBEC', ['ca-qc-hydro', 'dk-odense'], 'letters with and without marks alike'],
    ['aeros', ['dk-odense'], 'names in the own language, with letters taken apart'],
    ['ebec', [], 'never the middle of a word'],
    ['hydro comp', ['ca-qc-hydro'], 'all words together, in any field'],
    ['hydro india', [], 'nothing where one word is missing'],
    ['canada', ['ca-qc-hydro'], 'the country around a part of it'],
    ['scotland', ['gb-sct-later'], 'names of subdivisions'],
    ['denm', ['dk-odense'], 'names of countries'],
    ['ban territory', ['in-ban'], 'measures in words'],
    ['in-ban', ['in-ban'], 'ids'],
    ['事務', ['gb-sct-later'], 'scripts without spaces anywhere in a run'],
    ['!?', ['ca-qc-hydro', 'dk-odense', 'in-ban', 'gb-sct-later'], 'signs count as nothing typed'],
  ])('"%s" finds %j: %s', (text, ids) => {
    expect(found(text)).toEqual(ids);
  });

  it('prefers the better field, then the whole word, then the order given', () => {
    const list = prepare(['texts', 'text', 'name'], (item) => [
      [8, [item === 'name' ? 'text' : '']],
      [1, [item]],
    ]);
    expect(find(list, 'text').map(({ item }) => item)).toEqual(['name', 'text', 'texts']);
  });

  it('finds places in the language of the person and in English', () => {
    const danish = prepareSearch(records, { ...english, locale: 'da' });
    for (const text of ['indien', 'india']) expect(found(text, danish)).toEqual(['in-ban']);
  });

  it('folds words as people type them', () => {
    expect(wordsOf('  Straße, L’Aquila & ŁÓDŹ/Þórshöfn ')).toEqual([
      'strasse',
      'l',
      'aquila',
      'lodz',
      'thorshofn',
    ]);
  });

  it('looks through 2,000 restrictions', () => {
    const many = records.flatMap((one) => Array.from({ length: 500 }, () => one));
    expect(found('odense muni den', prepareSearch(many, english))).toHaveLength(500);
  });
});

describe('filters', () => {
  const kept = (filter: RestrictionFilter, day = DAY, order?: string[]) =>
    filterRestrictions(prepared, filter, day, order).map(({ record }) => record.id);

  it.each<[string, RestrictionFilter, string[]]>([
    ['none', {}, ['ca-qc-hydro', 'dk-odense', 'in-ban', 'gb-sct-later']],
    [
      'empty lists',
      { places: [], kinds: [], statuses: [] },
      ['ca-qc-hydro', 'dk-odense', 'in-ban', 'gb-sct-later'],
    ],
    ['country with its parts', { places: ['CA'] }, ['ca-qc-hydro']],
    ['part of a country', { places: ['GB-SCT', 'DK'] }, ['dk-odense', 'gb-sct-later']],
    ['continent', { places: ['150'] }, ['dk-odense', 'gb-sct-later']],
    ['region', { places: ['034'] }, ['in-ban']],
    ['kind', { kinds: ['company', 'city-or-local'] }, ['ca-qc-hydro', 'dk-odense']],
    [
      'measure, also the second one of a rule',
      { measures: ['network-block'] },
      ['ca-qc-hydro', 'gb-sct-later'],
    ],
    ['measure and device of one clause', { measures: ['device-ban'], devices: ['network'] }, []],
    [
      'measure and status of one clause',
      { measures: ['network-block'], statuses: ['in-force'] },
      ['ca-qc-hydro'],
    ],
    [
      'status of a clause that ended though the rule goes on',
      { measures: ['network-block'], statuses: ['lifted'] },
      ['gb-sct-later'],
    ],
    ['device: a rule on all fits', { devices: ['personal'] }, ['in-ban']],
    ['network: a rule on all does not fit', { devices: ['network'] }, ['ca-qc-hydro', 'gb-sct-later']],
    ['status', { statuses: ['lifted'] }, []],
    ['text and another', { text: 'quebec', kinds: ['city-or-local'] }, ['dk-odense']],
    ['two that do not meet', { places: ['IN'], kinds: ['company'] }, []],
  ])('%s', (_what, filter, ids) => {
    expect(kept(filter)).toEqual(ids);
  });

  it('see the status on the day asked for', () => {
    expect(kept({ statuses: ['not-yet'] }, '2023-12-31')).toEqual(['gb-sct-later']);
    expect(kept({ statuses: ['not-yet'] }, '2024-01-01')).toEqual([]);
  });

  it('keep a wanted order, which a text overrules', () => {
    const order = ['in-ban', 'gb-sct-later', 'dk-odense', 'ca-qc-hydro'];
    expect(kept({}, DAY, order)).toEqual(order);
    expect(kept({ text: 'quebec' }, DAY, order)).toEqual(['ca-qc-hydro', 'dk-odense']);
  });
});

describe('a search that speaks of kinds of bodies', () => {
  it.each([
    ['European parliaments', { text: '', places: ['150'], kinds: ['parliament'] }],
    ['american universities', { text: '', places: ['US'], kinds: ['university'] }],
    ['universities', { text: '', places: [], kinds: ['university'] }],
    ['Danish local authorities', { text: '', places: ['DK'], kinds: ['city-or-local'] }],
    ['southeast asian ministries', { text: '', places: ['035'], kinds: ['ministry-or-agency'] }],
    ['defence ministries', { text: 'defence', places: [], kinds: ['ministry-or-agency'] }],
    // The singular is a name, and so is a demonym alone.
    ['European Parliament', { text: 'European Parliament', places: [], kinds: [] }],
    ['american', { text: 'american', places: [], kinds: [] }],
    ['', { text: '', places: [], kinds: [] }],
  ])('reads %j', (text, phrase) => {
    expect(readPhrase(text)).toEqual(phrase);
  });

  it('finds those bodies and no others', () => {
    const { restrictions } = readRegister();
    const found = filterRestrictions(
      prepareSearch(restrictions, english),
      { text: 'European parliaments' },
      DAY,
    );
    const wanted = filterRestrictions(
      prepareSearch(restrictions, english),
      { places: ['150'], kinds: ['parliament'] },
      DAY,
    );
    expect(found.map(({ record }) => record.id)).toEqual(wanted.map(({ record }) => record.id));
    expect(found.length).toBeGreaterThan(10);
  });
});
