import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEVICES, type OwnRule, type Profile } from '../../../lib/register/profile.ts';
import {
  DEVICE_SCOPES,
  LEGAL_FORCES,
  RELATIONS,
  RESTRICTION_MEASURES,
  type Restriction,
  STATUSES,
} from '../../../lib/register/schema.ts';
import { type Verdict, verdict } from '../../../lib/register/verdict.ts';
import { VERDICT_LEVELS } from '../../../lib/register/verdict-level.ts';
import {
  type Changes,
  clause,
  event,
  NOTHING_MOVED,
  restriction,
  WITH_STATUS,
} from '../../support/example-record.ts';

const DAY = '2026-11-22';
const NOBODY: Profile = { places: [], organisations: [], device: null, ownRule: null };
const STAFF: Profile = {
  places: [],
  organisations: [{ id: 'xx-ministry', relation: 'staff' }],
  device: 'work-issued',
  ownRule: null,
};
const judge = (profile: Profile, restrictions: readonly Restriction[], day = DAY): Verdict =>
  verdict(profile, { restrictions: [...restrictions], moved: NOTHING_MOVED }, day);
const decide = (profile: Partial<Profile>, records: readonly Changes[], day = DAY): Verdict =>
  judge({ ...STAFF, ...profile }, records.map(restriction), day);
const idsOf = ({ carriers }: Verdict) =>
  carriers.map((carrier) => (carrier.by === 'record' ? carrier.record.id : 'own rule'));
const reasonsOf = ({ beside }: Verdict) => beside.map(({ record, reason }) => [record.id, reason]);

describe('the profile', () => {
  it('says nothing as long as nothing is picked', () => {
    expect(decide(NOBODY, [{}]).level).toBe('no-profile');
    expect(decide({ ...NOBODY, device: 'personal' }, [{}]).level).toBe('no-profile');
    expect(decide({ ...NOBODY, places: ['GB'] }, [{}]).level).toBe('no-rule-found');
  });

  it('takes a work-issued device where none is picked, and says so', () => {
    const found = decide({ device: null }, [{}]);
    expect(found).toMatchObject({ level: 'not-allowed', device: 'work-issued', deviceAssumed: true });
    expect(decide({}, [{}]).deviceAssumed).toBe(false);
  });

  it('names picked organisations that the register no longer knows', () => {
    const organisations = [...STAFF.organisations, { id: 'gone', relation: 'staff' as const }];
    expect(decide({ organisations }, [{}]).unknownOrganisations).toEqual(['gone']);
  });
});

describe('organisations', () => {
  const ministry: Changes = { id: 'ministry', issuer: { within: ['xx-government'] }, devices: ['network'] };
  const government: Changes = { id: 'government', issuer: { organisation: 'xx-government' } };

  it('are covered by the rule of the one they lie within, not the reverse', () => {
    expect(idsOf(decide({}, [ministry, government]))).toEqual(['government']);
    const minister = [{ id: 'xx-government', relation: 'staff' as const }];
    const ban: Changes = { ...ministry, devices: ['work-issued'] };
    expect(
      idsOf(decide({ organisations: minister }, [ban, { ...government, devices: ['network'] }])),
    ).toEqual([]);
  });

  it('lie within others of others, even in a circle', () => {
    const state: Changes = {
      id: 'state',
      issuer: { organisation: 'xx-state', within: ['xx-ministry'] },
    };
    const between: Changes = {
      id: 'between',
      issuer: { organisation: 'xx-government', within: ['xx-state'] },
      devices: ['network'],
    };
    expect(idsOf(decide({}, [ministry, between, state]))).toEqual(['state']);
  });

  it('are told apart by how the person relates to each: the rule that covers them counts', () => {
    const organisations = [
      { id: 'xx-government', relation: 'contractor' as const },
      { id: 'xx-ministry', relation: 'staff' as const },
    ];
    expect(decide({ organisations }, [ministry, government])).toMatchObject({
      level: 'not-allowed',
      carriers: [{ organisation: { picked: 'xx-ministry', relation: 'staff', distance: 1 } }],
    });
  });

  it('are named nearest first', () => {
    expect(idsOf(decide({}, [government, { ...ministry, devices: ['work-issued'] }]))).toEqual([
      'ministry',
      'government',
    ]);
    expect(decide({}, [government, ministry]).carriers).toMatchObject([
      { organisation: { picked: 'xx-ministry', issuer: 'xx-government', distance: 1 } },
    ]);
  });

  it('may be several, each with its own relation', () => {
    const organisations = [
      { id: 'xx-ministry', relation: 'contractor' as const },
      { id: 'xx-university', relation: 'student' as const },
    ];
    const rules: Changes[] = [
      { id: 'staff-only' },
      { id: 'students', issuer: { organisation: 'xx-university' }, covers: ['student'] },
    ];
    const found = decide({ organisations }, rules);
    expect(idsOf(found)).toEqual(['students']);
    expect(reasonsOf(found)).toEqual([['staff-only', 'other-relation']]);
  });

  it('do not bind strangers, in whatever place', () => {
    expect(decide({ organisations: [], places: ['GB'] }, [{ covers: ['public'] }]).level).toBe(
      'no-rule-found',
    );
  });
});

describe('territory', () => {
  const montana: Changes = {
    id: 'montana',
    measure: 'nationwide-ban',
    devices: ['all'],
    covers: ['public'],
    issuer: { organisation: 'us-mt', jurisdiction: 'US-MT' },
  };
  const states: Changes = { ...montana, id: 'states', issuer: { organisation: 'us', jurisdiction: 'US' } };
  const at = (place: string) => ({ organisations: [], places: [place] });

  it('reaches whoever is in it', () => {
    expect(idsOf(decide(at('US-MT'), [montana, states]))).toEqual(['montana', 'states']);
    expect(idsOf(decide(at('US-TX'), [montana, states]))).toEqual(['states']);
    expect(idsOf(decide(at('US'), [montana, states]))).toEqual(['states']);
    expect(decide(at('CA'), [montana, states]).level).toBe('no-rule-found');
  });

  it('holds for every device', () => {
    for (const device of DEVICES)
      expect(decide({ ...at('US'), device }, [states]).level).toBe('blocked-here');
  });

  it('is named beside where an organisation of theirs rules it and its place was not picked', () => {
    const organisations = [{ id: 'us', relation: 'staff' as const }];
    expect(reasonsOf(decide({ organisations }, [states]))).toEqual([['states', 'other-place']]);
  });

  it('yields to a rule on the device', () => {
    const found = decide({ places: ['US'] }, [states, {}]);
    expect(found.level).toBe('not-allowed');
    expect(found.weaker).toMatchObject([{ level: 'blocked-here' }]);
  });
});

describe('advice', () => {
  it('to the public reaches everybody in the place', () => {
    const advice: Changes = { measure: 'warning', covers: ['public'], devices: ['personal'] };
    const here = { organisations: [], places: ['GB-SCT'], device: 'personal' as const };
    expect(decide(here, [advice]).level).toBe('advised-against');
    expect(decide({ ...here, places: ['DK'] }, [advice]).level).toBe('no-rule-found');
    expect(decide(here, [{ ...advice, covers: ['staff'] }]).level).toBe('no-rule-found');
  });

  it('on further devices of a ban carries advice alone', () => {
    const ban: Changes = {
      clauses: [
        clause(),
        clause({ measure: 'advice-against', devices: ['personal'], legalForce: 'guidance' }),
      ],
    };
    expect(decide({ device: 'personal' }, [ban])).toMatchObject({
      level: 'advised-against',
      carriers: [{ clause: { measure: 'advice-against' }, scope: 'personal' }],
    });
    expect(decide({}, [ban]).level).toBe('not-allowed');
  });
});

describe('a rule of several clauses', () => {
  const advice = clause({ measure: 'advice-against', legalForce: 'guidance', devices: ['personal'] });

  it('carries the strongest of them, in whatever order they are written', () => {
    const ban: Changes = { clauses: [clause({ measure: 'advice-against' }), clause()] };
    expect(decide({}, [ban])).toMatchObject({
      level: 'not-allowed',
      carriers: [{ clause: { measure: 'device-ban' } }],
    });
    const all: Changes = {
      clauses: [
        clause({ measure: 'nationwide-ban', devices: ['all'], covers: ['public'] }),
        clause({ devices: ['all'] }),
      ],
    };
    expect(decide({ places: ['GB'] }, [all]).level).toBe('not-allowed');
    expect(decide({ places: ['GB'], organisations: [] }, [all]).level).toBe('blocked-here');
  });

  it('covers with each of them its own people and devices', () => {
    const parliament: Changes = { clauses: [clause(), { ...advice, covers: ['member'] }] };
    const member = [{ id: 'xx-ministry', relation: 'member' as const }];
    expect(decide({}, [parliament]).level).toBe('not-allowed');
    expect(decide({ device: 'personal' }, [parliament]).level).toBe('no-rule-found');
    expect(decide({ organisations: member }, [parliament]).level).toBe('no-rule-found');
    expect(decide({ organisations: member, device: 'personal' }, [parliament]).level).toBe('advised-against');
  });

  it('carries what is left of it where one clause ended', () => {
    const rule: Changes = {
      clauses: [clause(), { ...advice, devices: ['all'] }],
      events: [event('2023-03-16', 'effective'), event('2024-01-01', 'lifted', [0])],
    };
    expect(decide({}, [rule], '2023-12-31').level).toBe('not-allowed');
    expect(decide({}, [rule])).toMatchObject({
      level: 'advised-against',
      carriers: [{ status: { status: 'in-force' }, clause: { measure: 'advice-against' } }],
    });
  });

  it('leaves out no device that another of them covers as strongly', () => {
    const rule: Changes = { clauses: [clause(), clause({ devices: ['personal-with-work-access'] })] };
    expect(decide({}, [rule]).notCovered.devices).toEqual(['personal']);
    expect(decide({}, [{ clauses: [clause(), advice] }]).notCovered.devices).toEqual([
      'personal-with-work-access',
      'personal',
    ]);
  });

  it('gives the exceptions of the clause that carries', () => {
    const listed = { kind: 'listed', text: 'press work' } as const;
    const rule: Changes = { clauses: [clause({ exceptions: listed }), advice] };
    expect(decide({}, [rule]).notCovered.exceptions.map(({ exceptions }) => exceptions)).toEqual([listed]);
    expect(decide({ device: 'personal' }, [rule]).notCovered.exceptions).toMatchObject([
      { exceptions: { kind: 'none-named' } },
    ]);
  });
});

describe('networks', () => {
  const block = clause({ measure: 'network-block', devices: ['network'] });

  it('carry nothing and are named beside, for whoever is on them', () => {
    for (const relation of RELATIONS)
      for (const covers of RELATIONS)
        for (const device of DEVICES) {
          const organisations = [{ id: 'xx-ministry', relation }];
          const found = decide({ organisations, device }, [{ clauses: [{ ...block, covers: [covers] }] }]);
          expect(found.level).toBe('no-rule-found');
          expect(reasonsOf(found)).toEqual([['xx-ministry-devices', 'network']]);
        }
  });

  it('that guests meet are no rule of the place around them', () => {
    const guests: Changes = { clauses: [{ ...block, covers: ['public'] }] };
    const found = decide({ organisations: [], places: ['GB'] }, [guests]);
    expect(found.level).toBe('no-rule-found');
    expect(found.beside).toEqual([]);
  });

  it('are named beside a ban of the same rule that they come on top of', () => {
    const found = decide({}, [{ clauses: [clause(), block] }]);
    expect(found.level).toBe('not-allowed');
    expect(reasonsOf(found)).toEqual([['xx-ministry-devices', 'network']]);
    expect(found.notCovered.devices).toEqual(['personal-with-work-access', 'personal']);
  });

  it('that nobody knows of any more are named as unclear beside what the rule still says', () => {
    const temporary = { until: '2024-01-01', why: 'a trial' };
    const found = decide({}, [{ clauses: [clause(), { ...block, temporary }] }]);
    expect(found.level).toBe('not-allowed');
    expect(reasonsOf(found)).toEqual([['xx-ministry-devices', 'unclear']]);
  });
});

describe('ids that gave way to others', () => {
  const register = (restrictions: Changes[]) => ({
    restrictions: restrictions.map(restriction),
    moved: {
      records: [],
      organisations: [
        { old: 'xx-office', new: ['xx-both'], reason: 'Two bodies under one name.' },
        { old: 'xx-both', new: ['xx-ministry', 'xx-agency'], reason: 'Two bodies under one name.' },
      ],
    },
  });

  it('are followed, so that a profile never loses its rule', () => {
    const person: Profile = { ...STAFF, organisations: [{ id: 'xx-office', relation: 'staff' }] };
    const found = verdict(
      person,
      register([{}, { id: 'agency', issuer: { organisation: 'xx-agency' } }]),
      DAY,
    );
    expect(found.level).toBe('not-allowed');
    expect(idsOf(found)).toEqual(['agency', 'xx-ministry-devices']);
    expect(found.unknownOrganisations).toEqual([]);
  });
});

describe('the own rule', () => {
  const rule: OwnRule = {
    by: 'employer',
    name: 'Example Works',
    text: 'Not on our phones.',
    level: 'not-allowed',
    devices: ['work-issued'],
  };

  it('carries a verdict by itself, first and apart from the register', () => {
    expect(decide({ ...NOBODY, ownRule: rule }, [])).toMatchObject({
      level: 'not-allowed',
      carriers: [{ by: 'own-rule', rule }],
      oldestKnowledge: null,
    });
    expect(idsOf(decide({ ownRule: rule }, [{}]))).toEqual(['own rule', 'xx-ministry-devices']);
  });

  it('counts for the devices it names, for all where it names none', () => {
    const own = (devices: OwnRule['devices'], device: Profile['device']) =>
      decide({ ...NOBODY, device, ownRule: { ...rule, devices } }, []).level;
    expect(own(['work-issued'], 'personal')).toBe('no-rule-found');
    expect(own(['personal'], 'personal-with-work-access')).toBe('not-allowed');
    expect(own([], 'personal')).toBe('not-allowed');
    expect(own(['network'], 'work-issued')).toBe('no-rule-found');
  });

  it('that only informs carries nothing and is still shown', () => {
    const ownRule: OwnRule = { ...rule, level: 'information' };
    expect(decide({ ...NOBODY, ownRule }, [])).toMatchObject({ level: 'no-rule-found', ownRule });
  });

  it('that only advises does not weaken the register', () => {
    const ownRule: OwnRule = { ...rule, level: 'advised-against' };
    expect(decide({ ownRule }, [{}])).toMatchObject({
      level: 'not-allowed',
      weaker: [{ by: 'own-rule' }],
    });
  });
});

describe('knowledge', () => {
  it('has its age told, oldest and newest', () => {
    const found = decide({}, [
      { id: 'a', knowledge: { date: '2023-03', basis: 'last-known' } },
      { id: 'b', knowledge: { date: '2025-12-08', basis: 'confirmed-recently' } },
    ]);
    expect(found.oldestKnowledge).toEqual({ date: '2023-03', months: 43 });
    expect(found.newestKnowledge).toEqual({ date: '2025-12-08', months: 11 });
    expect(idsOf(found)).toEqual(['b', 'a']);
  });

  it('that is missing counts as the oldest', () => {
    const found = decide({}, [{ id: 'a', knowledge: { date: null, basis: 'not-known' } }, { id: 'b' }]);
    expect(found.oldestKnowledge).toEqual({ date: null, months: null });
  });
});

const anyClause = fc
  .record({
    measure: fc.constantFrom(...RESTRICTION_MEASURES),
    covers: fc.uniqueArray(fc.constantFrom(...RELATIONS), { minLength: 1 }),
    devices: fc.uniqueArray(fc.constantFrom(...DEVICE_SCOPES), { minLength: 1 }),
    legalForce: fc.constantFrom(...LEGAL_FORCES),
  })
  .map(clause);
const record = fc
  .record({
    id: fc.integer({ min: 0, max: 9999 }),
    organisation: fc.constantFrom('a', 'b', 'c'),
    within: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined }),
    jurisdiction: fc.constantFrom('GB', 'GB-SCT', 'US', 'US-MT', 'EU'),
    clauses: fc.array(anyClause, { minLength: 1, maxLength: 3 }),
    status: fc.constantFrom(...STATUSES),
    ended: fc.option(fc.constant(0), { nil: undefined }),
    known: fc.constantFrom('2019', '2023-03', '2026-10-01', null),
  })
  .map(({ id, organisation, within, jurisdiction, clauses, status, ended, known }): Restriction => {
    const base = WITH_STATUS[status];
    const end = ended === undefined ? [] : [event('2024-01-01', 'lifted', [ended])];
    return restriction({
      ...base,
      clauses,
      events: [...base.events.slice(0, 1), ...end, ...base.events.slice(1)],
      id: `r-${id}`,
      issuer: { organisation, jurisdiction, ...(within ? { within: [within] } : {}) },
      knowledge: { date: known, basis: 'last-known' },
    });
  });
const records = fc.uniqueArray(record, { maxLength: 12, selector: ({ id }) => id });
const profile: fc.Arbitrary<Profile> = fc.record({
  places: fc.uniqueArray(fc.constantFrom('GB', 'GB-SCT', 'US', 'US-MT', 'DK'), { maxLength: 2 }),
  organisations: fc.uniqueArray(
    fc.record({ id: fc.constantFrom('a', 'b', 'c'), relation: fc.constantFrom(...RELATIONS) }),
    { maxLength: 2, selector: ({ id }) => id },
  ),
  device: fc.option(fc.constantFrom(...DEVICES)),
  ownRule: fc.constant(null),
});
const strength = ({ level }: Verdict) => -VERDICT_LEVELS.indexOf(level);

describe('for any profile and register', () => {
  it('a further restriction never makes the verdict weaker', () => {
    fc.assert(
      fc.property(profile, records, record, (person, restrictions, further) => {
        const before = judge(person, restrictions);
        const after = judge(person, [...restrictions, { ...further, id: 'further' }]);
        expect(strength(after)).toBeGreaterThanOrEqual(strength(before));
      }),
    );
  });

  it('the order of records does not matter', () => {
    fc.assert(
      fc.property(
        profile,
        records.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        (person, [restrictions, shuffled]) => {
          expect(judge(person, shuffled)).toEqual(judge(person, restrictions));
        },
      ),
    );
  });

  it('what carries is in force, and of the level it carries', () => {
    fc.assert(
      fc.property(profile, records, (person, restrictions) => {
        const { level, carriers, beside } = judge(person, restrictions);
        for (const carrier of carriers) {
          expect(carrier.level).toBe(level);
          expect(carrier.by === 'record' && carrier.status.status).toBe('in-force');
        }
        expect(carriers.length > 0).toBe(!['no-rule-found', 'no-profile'].includes(level));
        // A record that carries is not said to be about somebody else.
        const carrying = new Set(carriers.map((carrier) => carrier.by === 'record' && carrier.record.id));
        const elsewhere = beside.filter(({ reason }) => reason.startsWith('other-'));
        expect(elsewhere.filter(({ record: { id } }) => carrying.has(id))).toEqual([]);
      }),
    );
  });

  it('a lifted rule counts on no day from its end on', () => {
    const later = fc.integer({ min: 0, max: 1500 }).map((days) => {
      const date = new Date('2024-02-01');
      date.setUTCDate(date.getUTCDate() + days);
      return date.toISOString().slice(0, 10);
    });
    fc.assert(
      fc.property(profile, record, later, (person, rule, day) => {
        const events = [event('2023-03-16', 'effective'), event('2024-02', 'lifted')];
        const lifted: Restriction = { ...rule, status: 'lifted', events };
        expect(judge(person, [lifted], day).carriers).toEqual([]);
      }),
    );
  });

  it('a verdict on old knowledge says how old', () => {
    fc.assert(
      fc.property(profile, records, (person, restrictions) => {
        const { carriers, oldestKnowledge } = judge(person, restrictions);
        const old = carriers.some(
          (carrier) => carrier.by === 'record' && carrier.record.knowledge.date === '2019',
        );
        if (old) expect(oldestKnowledge?.months === null || Number(oldestKnowledge?.months) >= 82).toBe(true);
      }),
    );
  });
});

describe('a register of 2,000 restrictions', () => {
  it('is judged whole', () => {
    const restrictions = Array.from({ length: 2000 }, (_, index) =>
      restriction({
        id: `r-${index}`,
        issuer: { organisation: `o-${index % 50}`, within: [`o-${(index + 1) % 50}`] },
      }),
    );
    const person: Profile = { ...STAFF, organisations: [{ id: 'o-7', relation: 'staff' }] };
    expect(judge(person, restrictions).carriers).toHaveLength(2000);
  });
});
