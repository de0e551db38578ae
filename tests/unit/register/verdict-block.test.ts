import { describe, expect, it } from 'vitest';
import type { OwnRule, Profile } from '../../../lib/register/profile.ts';
import { verdict } from '../../../lib/register/verdict.ts';
import { type MoreText, type VerdictBlock, verdictBlock } from '../../../lib/register/verdict-block.ts';
import { english } from '../../support/english.ts';
import {
  type Changes,
  clause,
  NOTHING_MOVED,
  restriction,
  WITH_STATUS,
} from '../../support/example-record.ts';

const STAFF: Profile = {
  places: [],
  organisations: [{ id: 'xx-ministry', relation: 'staff' }],
  device: 'work-issued',
  ownRule: null,
};
const block = (profile: Partial<Profile>, ...records: Changes[]): VerdictBlock => {
  const person = { ...STAFF, ...profile };
  const register = { restrictions: records.map(restriction), context: [], moved: NOTHING_MOVED };
  return verdictBlock(verdict(person, register, '2026-11-22'), person, register, english);
};
const more = (about: MoreText['about'], profile: Partial<Profile>, ...records: Changes[]): string[] =>
  block(profile, ...records)
    .more.filter((one) => one.about === about)
    .map(({ text }) => text);
const OWN: OwnRule = {
  by: 'employer',
  name: 'Example Works',
  text: 'Not on our phones.',
  level: 'not-allowed',
  devices: ['work-issued'],
};
const BAN: Changes = {
  id: 'us-tx-ban',
  measure: 'nationwide-ban',
  devices: ['all'],
  covers: ['public'],
  issuer: { organisation: 'us-tx', name: 'Texas', jurisdiction: 'US-TX' },
};
const GERMANY: Changes = {
  id: 'de-office',
  issuer: { organisation: 'de-office', name: 'Office', jurisdiction: 'DE' },
};

describe('word and sentence', () => {
  it.each<[string, string, Partial<Profile>, Changes[]]>([
    ['Not allowed', 'Example Ministry: TikTok is not allowed on work devices.', {}, [{}]],
    [
      'Not allowed',
      'Example Ministry: TikTok is not allowed on work devices. The sources do not say whether this includes the website.',
      {},
      [{ reaches: 'not-stated' }],
    ],
    [
      'Not allowed',
      'Example Ministry: TikTok is not allowed on work devices.',
      {},
      [
        {
          clauses: [
            clause({ reaches: 'not-stated' }),
            clause({ measure: 'network-block', devices: ['network'] }),
          ],
        },
      ],
    ],
    [
      'Not allowed',
      'Example Works (rule set by your organisation): TikTok is not allowed on work devices.',
      { ownRule: OWN },
      [{}],
    ],
    [
      'Not allowed',
      'Example Works (rule you entered): TikTok is not allowed on work devices.',
      { ownRule: { ...OWN, by: 'person' } },
      [],
    ],
    [
      'Blocked here',
      'Texas, United States: TikTok is banned for everybody there.',
      { places: ['US-TX'] },
      [BAN],
    ],
    [
      'Blocked here',
      'Texas, United States: access to TikTok is suspended for everybody there.',
      { places: ['US-TX'] },
      [{ ...BAN, measure: 'nationwide-suspension' }],
    ],
    [
      'Advised against',
      'Example Ministry: you are advised not to use TikTok on personal devices also used for work.',
      { device: 'personal-with-work-access' },
      [{ measure: 'advice-against', devices: ['personal'] }],
    ],
    [
      'Advised against',
      'Example Ministry: you are warned against using TikTok on work devices.',
      {},
      [{ measure: 'warning' }],
    ],
  ])('%s: %s', (word, sentence, profile, records) => {
    expect(block(profile, ...records)).toMatchObject({ word, sentence });
  });

  it.each<[string, Partial<Profile>, Changes[]]>([
    [
      'We know of no rule of Example Ministry against TikTok on personal devices. That is not a permission: ask your employer or school.',
      { device: 'personal' },
      [{}],
    ],
    [
      'We know of no ban of TikTok for everybody in Germany. As last known, some offices there do not allow TikTok on their work devices. That is not a permission: ask your employer or school.',
      { places: ['DE'], organisations: [], device: 'personal' },
      [GERMANY],
    ],
    [
      'We know of no ban of TikTok for everybody in Germany. We have not researched Peru. That is not a permission: ask your employer or school.',
      { places: ['DE', 'PE'], organisations: [], device: 'personal' },
      [{ ...GERMANY, ...WITH_STATUS.lifted }],
    ],
    [
      'We know of no rule that concerns you. That is not a permission: ask your employer or school.',
      { organisations: [], ownRule: { ...OWN, level: 'information' } },
      [{}],
    ],
  ])('no rule found: %s', (sentence, profile, records) => {
    expect(block(profile, ...records)).toMatchObject({
      word: 'No rule found',
      sentence,
      age: null,
      record: null,
    });
  });

  it('without a profile counts countries, as last known', () => {
    const country = (jurisdiction: string, changes: Changes): Changes => ({
      ...changes,
      id: `in-${jurisdiction.toLowerCase()}`,
      issuer: { jurisdiction },
    });
    const territory: Changes = { measure: 'nationwide-ban', devices: ['all'], covers: ['public'] };
    expect(
      block(
        { organisations: [] },
        country('IN', territory),
        // An office in a banned country is no further country; part of a country does not ban for all of it.
        country('IN', {}),
        country('US-MT', territory),
        country('GB', {}),
        country('US-TX', {}),
        country('EU', {}),
        country('FR', { measure: 'advice-against' }),
        country('BE', WITH_STATUS.lifted),
        { id: 'a-university', issuer: { jurisdiction: 'IE', kind: 'university' } },
      ).sentence,
    ).toBe(
      'As last known, TikTok is banned for everybody in 1 countries. In 2 others, it is not allowed on some government devices.',
    );
  });
});

describe('the age', () => {
  it.each<[string, Changes]>([
    ['Last seen in force 1 October 2026.', { lookedAgain: null }],
    [
      'Last seen in force March 2023, looked again November 2026.',
      {
        knowledge: { date: '2023-03', basis: 'last-known' },
        lookedAgain: { date: '2026-11-29', searched: ['live-pages'] },
      },
    ],
    [
      'Last seen in force 20 November 2026.',
      {
        knowledge: { date: '2026-11-20', basis: 'confirmed-recently' },
        lookedAgain: { date: '2026-11-29', searched: ['live-pages'] },
      },
    ],
    [
      'Date of the last confirmation not known.',
      { knowledge: { date: null, basis: 'not-known' }, lookedAgain: null },
    ],
    [
      'Date of the last confirmation not known, looked again November 2026.',
      {
        knowledge: { date: null, basis: 'not-known' },
        lookedAgain: { date: '2026-11-29', searched: ['live-pages'] },
      },
    ],
  ])('%s', (age, record) => {
    expect(block({}, record).age).toBe(age);
  });

  it('is the person’s to know where the rule is their own', () => {
    expect(block({ ownRule: OWN }, {}).age).toBeNull();
  });
});

describe('why it concerns the person', () => {
  it.each<[string, Partial<Profile>, Changes[]]>([
    ['You work there. You use a work device.', {}, [{}]],
    [
      'You work there. You picked no device, so this is the answer for a work device.',
      { device: null },
      [{}],
    ],
    [
      'It also covers Example Office. You work there. You use a work device.',
      { organisations: [{ id: 'xx-office', relation: 'staff' }] },
      [
        {},
        {
          id: 'office',
          ...WITH_STATUS.lifted,
          issuer: { organisation: 'xx-office', name: 'Example Office', within: ['xx-ministry'] },
        },
      ],
    ],
    ['You are in Texas, United States.', { places: ['US-TX'], device: null }, [BAN]],
  ])('%s', (why, profile, records) => {
    expect(block(profile, ...records).why).toBe(why);
  });
});

describe('the next strongest rule', () => {
  it('stands on a line of its own with its age, and is never hidden by an employer’s', () => {
    const india = { places: ['US-TX'], organisations: [], ownRule: OWN };
    expect(block(india, { ...BAN, lookedAgain: null }).also).toBe(
      'Also: banned for everybody in Texas, United States, last seen in force 1 October 2026.',
    );
    expect(block({ places: ['US-TX'] }, {}, { ...BAN, lookedAgain: null }).also).toContain('Texas');
    expect(block({ ownRule: OWN }, { lookedAgain: null }).also).toBe(
      'Also: Example Ministry, not allowed on work devices, last seen in force 1 October 2026.',
    );
  });

  it('is none where there is one rule only', () => {
    expect(block({}, {}).also).toBeNull();
  });

  it('leaves further ones to "More"', () => {
    const advice = (unit: string): Changes => ({
      id: `advice-${unit.toLowerCase()}`,
      measure: 'advice-against',
      issuer: { unit },
      lookedAgain: null,
    });
    const further = ['A', 'B', 'C', 'D'].map(advice);
    expect(more('other-rules', { places: ['US-TX'] }, {}, BAN, ...further)).toEqual([
      ...['A', 'B', 'C'].map(
        (unit) =>
          `Also: Example Ministry – ${unit}, advised against on work devices, last seen in force 1 October 2026.`,
      ),
      'These rules cover you too: Example Ministry – D.',
    ]);
  });
});

describe('under "More"', () => {
  const BOTH = 'The rule covers the app and the website.';
  const DEVICES = 'It does not cover personal devices also used for work and personal devices.';

  it.each<[string, Partial<Profile>, Changes]>([
    ['Its legal force is not known. We treat it as binding.', {}, { legalForce: 'unknown' }],
    ['The rule is set to end: 1 December 2026.', {}, { temporary: { until: '2026-12-01', why: 'review' } }],
    ['The rule is for a limited time.', {}, { temporary: { until: null, why: 'review' } }],
    ['Two reports differ.', {}, { conflicts: 'Two reports differ.' }],
    [
      'No longer in the register: gone.',
      { organisations: [...STAFF.organisations, { id: 'gone', relation: 'staff' }] },
      {},
    ],
  ])('what is unsure: %s', (text, profile, record) => {
    const texts = more('unsure', profile, record);
    expect(texts.filter((one) => one !== BOTH && one !== DEVICES)).toEqual([text]);
  });

  it.each<[string, Changes['reaches']]>([
    ['The rule speaks of the app. It is not known whether the website counts too.', 'app'],
    ['The rule speaks of the website. It is not known whether the app counts too.', 'website'],
    [BOTH, 'both'],
  ])('what it speaks of: %s', (text, reaches) => {
    expect(more('unsure', {}, reaches ? { reaches } : {})).toEqual([text, DEVICES]);
  });

  it.each<[string, Changes['exceptions']]>([
    ['Exceptions: press work', { kind: 'listed', text: 'press work' }],
    ['Exceptions: the text names none', { kind: 'none-named' }],
    ['Exceptions: not known', { kind: 'not-known' }],
  ])('%s', (text, exceptions) => {
    expect(more('exceptions', {}, exceptions ? { exceptions } : {})).toEqual([text]);
  });

  it.each<[string, Partial<Profile>, Changes]>([
    ['Not known whether in force: Example Ministry.', {}, WITH_STATUS.unknown],
    ['Announced, not yet in force: Example Ministry.', {}, WITH_STATUS.announced],
    ['Eased: Example Ministry.', {}, WITH_STATUS.eased],
    ['Suspended for now: Example Ministry.', {}, WITH_STATUS.suspended],
    ['Blocked on the network of: Example Ministry.', {}, { measure: 'network-block' }],
    ['Covers devices other than yours: Example Ministry.', { device: 'personal' }, {}],
    ['Covers people other than you: Example Ministry.', {}, { covers: ['member'] }],
    [
      'In force in a place you did not pick: Example Ministry.',
      {},
      { ...BAN, issuer: { jurisdiction: 'US-TX' } },
    ],
  ])('what stands beside it: %s', (text, profile, record) => {
    expect(more('other-rules', profile, record)).toEqual([text]);
  });

  it('whom to ask', () => {
    expect(more('ask', {}, {})).toEqual(['Not sure? Ask the IT or security staff (Example Ministry).']);
    expect(more('ask', { places: ['US-TX'], organisations: [] }, BAN)).toEqual([]);
  });
});
