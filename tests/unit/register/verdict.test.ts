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
import { type Changes, event, restriction, WITH_STATUS } from '../../support/example-record.ts';

const DAY = '2026-11-22';
const NOBODY: Profile = { places: [], organisations: [], device: null, ownRule: null };
const STAFF: Profile = {
  places: [],
  organisations: [{ id: 'xx-ministry', relation: 'staff' }],
  device: 'work-issued',
  ownRule: null,
};
const decide = (profile: Partial<Profile>, records: readonly Changes[], day = DAY): Verdict =>
  verdict({ ...STAFF, ...profile }, { restrictions: records.map((changes) => restriction(changes)) }, day);
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
    const ban: Changes = { advisedDevices: ['personal'] };
    expect(decide({ device: 'personal' }, [ban])).toMatchObject({
      level: 'advised-against',
      carriers: [{ measure: null, scope: 'personal' }],
    });
    expect(decide({}, [ban]).level).toBe('not-allowed');
  });
});

describe('a rule of several measures', () => {
  it('carries the strongest of them, in whatever order they are written', () => {
    const ban: Changes = { measure: 'advice-against', alsoMeasures: ['device-ban'] };
    expect(decide({}, [ban])).toMatchObject({ level: 'not-allowed', carriers: [{ measure: 'device-ban' }] });
    const all: Changes = { measure: 'nationwide-ban', alsoMeasures: ['device-ban'], devices: ['all'] };
    expect(decide({ places: ['GB'] }, [all]).level).toBe('not-allowed');
    expect(decide({ places: ['GB'], organisations: [] }, [all]).level).toBe('blocked-here');
  });
});

describe('networks', () => {
  it('carry nothing and are named beside', () => {
    const found = decide({ device: 'personal' }, [
      { measure: 'network-block', devices: ['network', 'work-issued'] },
    ]);
    expect(found.level).toBe('no-rule-found');
    expect(reasonsOf(found)).toEqual([['xx-ministry-devices', 'network']]);
  });

  it('are named with a ban that they come on top of', () => {
    const found = decide({}, [{ devices: ['work-issued', 'network'] }]);
    expect(found.level).toBe('not-allowed');
    expect(found.notCovered.networks).toHaveLength(1);
    expect(found.notCovered.devices).toEqual(['personal-with-work-access', 'personal']);
  });

  it('carry a verdict where the same rule bans devices too', () => {
    const rule: Changes = {
      measure: 'network-block',
      alsoMeasures: ['device-ban'],
      devices: ['network', 'work-issued'],
    };
    expect(decide({}, [rule]).level).toBe('not-allowed');
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

const record = fc
  .record({
    id: fc.integer({ min: 0, max: 9999 }),
    organisation: fc.constantFrom('a', 'b', 'c'),
    within: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined }),
    jurisdiction: fc.constantFrom('GB', 'GB-SCT', 'US', 'US-MT', 'EU'),
    measure: fc.constantFrom(...RESTRICTION_MEASURES),
    also: fc.option(fc.constantFrom(...RESTRICTION_MEASURES), { nil: undefined }),
    covers: fc.constantFrom(...RELATIONS),
    devices: fc.uniqueArray(fc.constantFrom(...DEVICE_SCOPES), { minLength: 1 }),
    advised: fc.option(fc.constantFrom(...DEVICE_SCOPES), { nil: undefined }),
    legalForce: fc.constantFrom(...LEGAL_FORCES),
    status: fc.constantFrom(...STATUSES),
    known: fc.constantFrom('2019', '2023-03', '2026-10-01', null),
  })
  .map(
    ({
      id,
      organisation,
      within,
      jurisdiction,
      also,
      covers,
      advised,
      status,
      known,
      ...rest
    }): Restriction =>
      restriction({
        ...rest,
        ...WITH_STATUS[status],
        id: `r-${id}`,
        issuer: { organisation, jurisdiction, ...(within ? { within: [within] } : {}) },
        covers: [covers],
        ...(also ? { alsoMeasures: [also] } : {}),
        ...(advised ? { advisedDevices: [advised] } : {}),
        knowledge: { date: known, basis: 'last-known' },
      }),
  );
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
        const before = verdict(person, { restrictions }, DAY);
        const after = verdict(
          person,
          { restrictions: [...restrictions, { ...further, id: 'further' }] },
          DAY,
        );
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
          expect(verdict(person, { restrictions: shuffled }, DAY)).toEqual(
            verdict(person, { restrictions }, DAY),
          );
        },
      ),
    );
  });

  it('what carries is in force, and of the level it carries', () => {
    fc.assert(
      fc.property(profile, records, (person, restrictions) => {
        const { level, carriers, beside } = verdict(person, { restrictions }, DAY);
        for (const carrier of carriers) {
          expect(carrier.level).toBe(level);
          expect(carrier.by === 'record' && carrier.status.status).toMatch(/^(advice-)?in-force$/);
        }
        expect(carriers.length > 0).toBe(!['no-rule-found', 'no-profile'].includes(level));
        const carrying = new Set(carriers.map((carrier) => carrier.by === 'record' && carrier.record.id));
        expect(beside.filter(({ record: { id } }) => carrying.has(id))).toEqual([]);
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
        expect(verdict(person, { restrictions: [lifted] }, day).carriers).toEqual([]);
      }),
    );
  });

  it('a verdict on old knowledge says how old', () => {
    fc.assert(
      fc.property(profile, records, (person, restrictions) => {
        const { carriers, oldestKnowledge } = verdict(person, { restrictions }, DAY);
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
    expect(verdict(person, { restrictions }, DAY).carriers).toHaveLength(2000);
  });
});
