import { describe, expect, it } from 'vitest';
import { KNOWLEDGE_AGE_GROUPS, knowledgeAges } from '../../../lib/register/knowledge-age.ts';
import { relatedTo, statementsOn } from '../../../lib/register/related.ts';
import { prepareSearch } from '../../../lib/register/search.ts';
import { statusOn } from '../../../lib/register/status.ts';
import { concerning, facetCounts, type Selection, select } from '../../../lib/register-view/selection.ts';
import { listStatement, setFilters } from '../../../lib/register-view/selection-words.ts';
import { cellText, orderBy } from '../../../lib/register-view/table-columns.ts';
import { INITIAL } from '../../../lib/register-view/url-state.ts';
import { readRegister } from '../../../scripts/data/read-register.ts';
import { english } from '../../support/english.ts';
import { clause, event, restriction } from '../../support/example-record.ts';

const register = readRegister();
const prepared = prepareSearch(register.restrictions, english);
const DAY = '2023-06-01';
const NOBODY = new Set<string>();
const ids = (selection: Partial<Selection>, day = DAY, mine: ReadonlySet<string> = NOBODY) =>
  select(prepared, { ...INITIAL, statuses: [], ...selection }, day, mine, []).map(({ record }) => record.id);

describe('a selection', () => {
  it('answers which European parliaments had a rule on 1 June 2023', () => {
    const found = ids({ place: '150', kinds: ['parliament'], statuses: ['in-force'] });
    expect(found).toEqual(
      expect.arrayContaining([
        'cz-chamber-of-deputies-devices',
        'sk-parliament-devices',
        'gb-parliament-devices',
      ]),
    );
    expect(found).not.toContain('nz-parliament-devices');
    for (const id of found) {
      const record = register.restrictions.find((each) => each.id === id);
      expect(record?.issuer.kind).toBe('parliament');
      expect(record && statusOn(record, DAY).status).toBe('in-force');
    }
  });

  it('leaves out what nobody knew of on that day, unless it is asked for', () => {
    const later = register.restrictions
      .filter((record) => statusOn(record, DAY).status === 'not-yet')
      .map(({ id }) => id);
    expect(later.length).toBeGreaterThan(0);
    expect(ids({}).filter((id) => later.includes(id))).toEqual([]);
    expect(ids({ statuses: ['not-yet'] }).sort()).toEqual(later);
  });

  it('parts records with a primary source from those with reports only', () => {
    const primary = ids({ source: 'primary' });
    const secondary = ids({ source: 'secondary' });
    expect([...primary, ...secondary].sort()).toEqual(ids({}).sort());
    for (const record of register.restrictions.filter(({ id }) => secondary.includes(id)))
      expect(record.sources.every(({ kind }) => kind === 'secondary')).toBe(true);
  });

  it('keeps what concerns a person: their organisation, not every rule of their country', () => {
    const profile = {
      places: ['GB'],
      organisations: [{ id: 'gb-parliament', relation: 'staff' as const }],
      device: null,
      ownRule: null,
    };
    const mine = concerning(register, profile, DAY);
    expect(ids({ mine: true }, DAY, mine)).toContain('gb-parliament-devices');
    expect(ids({ mine: true }, DAY, mine)).not.toContain('gb-bbc-work-phones');
  });

  it('counts for each choice what choosing it gives', () => {
    const selection = { ...INITIAL, statuses: [], place: '150', kinds: ['parliament' as const] };
    const counts = facetCounts(prepared, selection, DAY, NOBODY);
    for (const kind of ['parliament', 'university', 'company'] as const)
      expect(counts.kinds.get(kind)).toBe(ids({ place: '150', kinds: [kind] }).length);
    for (const status of ['in-force', 'not-yet'] as const)
      expect(counts.statuses.get(status) ?? 0).toBe(ids({ ...selection, statuses: [status] }).length);
    for (const device of ['work-issued', 'network'] as const)
      expect(counts.devices.get(device) ?? 0).toBe(ids({ ...selection, devices: [device] }).length);
  });

  it('is told in words, each with the way back', () => {
    const state = {
      ...INITIAL,
      statuses: [],
      text: ' phone ',
      place: '150',
      kinds: ['parliament' as const],
      mine: true,
    };
    const filters = setFilters(state, english);
    expect(filters.map(({ words }) => words)).toEqual([
      'Search: “phone”',
      'Place: Europe',
      'Kind of body: Parliament',
      'Only what concerns me',
    ]);
    const rest = Object.assign({}, state, ...filters.map(({ without }) => without));
    expect(rest).toEqual({ ...INITIAL, statuses: [] });
    expect(listStatement(12, register, DAY, ['Place: Europe'], english)).toBe(
      `Policy Context register of restrictions on TikTok, version ${register.version}, as it was on 1 June 2023. ` +
        'Filters: Place: Europe. Records: 12.',
    );
  });
});

describe('columns', () => {
  it('sort a country before its parts, and records without a value last both ways', () => {
    const order = orderBy(register, { column: 'place', descending: false }, DAY, english);
    const places = order.map(
      (id) => register.restrictions.find((each) => each.id === id)?.issuer.jurisdiction,
    );
    expect(places.indexOf('GB')).toBeLessThan(places.indexOf('GB-SCT'));
    for (const descending of [true, false]) {
      const since = orderBy(register, { column: 'since', descending }, DAY, english).map((id) => {
        const record = register.restrictions.find((each) => each.id === id);
        return (record && statusOn(record, DAY).since) ?? '';
      });
      const known = since.filter((date) => date !== '');
      expect(since.slice(0, known.length)).toEqual(known);
    }
  });

  it('show what each measure is about, and which of them is over', () => {
    const record = restriction({
      clauses: [
        clause(),
        clause({ measure: 'network-block', devices: ['network'] }),
        clause({ measure: 'advice-against', devices: ['work-issued', 'personal'] }),
      ],
      events: [event('2023-03-16', 'effective'), event('2024-01-01', 'lifted', [1])],
    });
    const found = { record, status: statusOn(record, '2024-06-01') };
    expect(cellText.measure(found, '2024-06-01', english)).toBe(
      'Ban on devices: work devices; Network block (lifted); Advice against use: work devices and personal devices',
    );
    expect(cellText.devices(found, '2024-06-01', english)).toBe(
      'work devices · networks · personal devices (Advice against use)',
    );
  });

  it('show a status without its dates, which have columns of their own', () => {
    const record = restriction({ temporary: { until: '2025-01-01', why: 'trial' } });
    const found = { record, status: statusOn(record, '2024-01-01') };
    expect(cellText.status(found, '2024-01-01', english)).toBe('in force, for a limited time');
    expect(cellText.since(found, '2024-01-01', english)).toBe('16 Mar 2023');
    expect(cellText.from(found, '2024-01-01', english)).toBe('16 Mar 2023');
    expect(cellText.to(found, '2024-01-01', english)).toBe('1 Jan 2025');
    expect(cellText.sources(found, '2024-01-01', english)).toMatch(/^\d+ \(primary: \d+\)$/);
  });
});

describe('what belongs to a record', () => {
  it('is of the same body first, then of the place', () => {
    const commission = register.restrictions.find(({ id }) => id === 'eu-commission-staff-devices');
    const related = commission ? relatedTo(commission, register) : [];
    expect(related.length).toBeGreaterThan(2);
    expect(related.every(({ issuer }) => issuer.jurisdiction === 'EU')).toBe(true);
    expect(related).not.toContain(commission);
  });

  it('is what TikTok said there at the time, and nothing from elsewhere', () => {
    const canada = register.restrictions.find(({ id }) => id === 'ca-government-mobile-devices');
    expect(canada && statementsOn(canada, register).map(({ id }) => id)).toContain(
      'ca-tiktok-statement-federal-ban',
    );
    const late = restriction({ issuer: { jurisdiction: 'CA' }, events: [event('2019-01-01', 'effective')] });
    expect(statementsOn(late, register)).toEqual([]);
    expect(statementsOn(restriction({ issuer: { jurisdiction: 'IN' } }), register)).toEqual([]);
  });
});

it('a choice by confirmation counts a bare month or year from its first day', () => {
  const known = (id: string, date: string | null) =>
    restriction({ id, knowledge: { date, basis: 'last-known' } });
  const records = [known('a', '2025-11-29'), known('b', '2025-11'), known('c', '2026'), known('d', null)];
  const found = select(
    prepareSearch(records, english),
    { ...INITIAL, statuses: [], confirmed: '2025-11-29' },
    '2026-11-29',
    NOBODY,
    [],
  );
  expect(found.map(({ record }) => record.id)).toEqual(['a', 'c']);
});

it('ages of knowledge add up to all records', () => {
  const ages = knowledgeAges(register.restrictions, '2026-11-23');
  expect(KNOWLEDGE_AGE_GROUPS.reduce((sum, group) => sum + ages[group], 0)).toBe(
    register.restrictions.length,
  );
  const one = (date: string | null) =>
    knowledgeAges([restriction({ knowledge: { date, basis: 'last-known' } })], '2026-11-23');
  expect(one('2026-05-24')['half-year']).toBe(1);
  expect(one('2026-05-23').year).toBe(1);
  expect(one('2023-11-23').older).toBe(1);
  expect(one(null)['not-known']).toBe(1);
});
