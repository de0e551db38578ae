import { describe, expect, it } from 'vitest';
import type { OwnRule, Profile } from '../../../lib/register/profile.ts';
import { verdict } from '../../../lib/register/verdict.ts';
import {
  notCoveredNotes,
  verdictNotes,
  verdictSentence,
  verdictWord,
} from '../../../lib/register/verdict-words.ts';
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
const words = (profile: Partial<Profile>, ...records: Changes[]) => {
  const found = verdict(
    { ...STAFF, ...profile },
    { restrictions: records.map((changes) => restriction(changes)), moved: NOTHING_MOVED },
    '2026-11-22',
  );
  return {
    word: verdictWord(found, english),
    sentence: verdictSentence(found, english),
    notes: verdictNotes(found, english),
    left: notCoveredNotes(found, english),
  };
};
const OWN: OwnRule = {
  by: 'employer',
  name: 'Example Works',
  text: 'Not on our phones.',
  level: 'not-allowed',
  devices: ['work-issued'],
};
const BAN: Changes = {
  measure: 'nationwide-ban',
  devices: ['all'],
  covers: ['public'],
  issuer: { jurisdiction: 'US-TX' },
};

describe('the verdict in words', () => {
  it.each<[string, string, Partial<Profile>, Changes[]]>([
    [
      'Not allowed',
      'Example Ministry: TikTok is not allowed on work devices. Status: in force, last confirmed 1 October 2026.',
      {},
      [{}],
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
      'Texas, United States: TikTok is banned for everybody there. Status: in force, last confirmed 1 October 2026.',
      { places: ['US-TX'] },
      [BAN],
    ],
    [
      'Blocked here',
      'Texas, United States: access to TikTok is suspended for everybody there. Status: in force, last confirmed 1 October 2026.',
      { places: ['US-TX'] },
      [{ ...BAN, measure: 'nationwide-suspension' }],
    ],
    [
      'Advised against',
      'Example Ministry: you are advised not to use TikTok on personal devices also used for work. Status: in force, last confirmed 1 October 2026.',
      { device: 'personal-with-work-access' },
      [{ measure: 'advice-against', devices: ['personal'] }],
    ],
    [
      'Advised against',
      'Example Ministry: you are warned against using TikTok on work devices. Status: in force, last confirmed 1 October 2026.',
      {},
      [{ measure: 'warning' }],
    ],
    [
      'No rule found',
      'The register holds no rule in force that covers what you picked. That does not mean that TikTok is allowed.',
      { device: 'personal' },
      [{}],
    ],
    [
      'Not set up',
      'Pick your places, organisations and device to see whether a rule concerns you.',
      { organisations: [] },
      [{}],
    ],
  ])('%s: %s', (word, sentence, profile, records) => {
    expect(words(profile, ...records)).toMatchObject({ word, sentence });
  });
});

describe('the notes beside it', () => {
  it('are none where nothing limits the verdict', () => {
    expect(words({}, {}).notes).toEqual([]);
  });

  it.each<[string, Partial<Profile>, Changes]>([
    ['No device is picked; this is the answer for a work device.', { device: null }, {}],
    ['Legal force not known: the rule is taken as binding.', {}, { legalForce: 'unknown' }],
    [
      'The newest source for this is from March 2023, 3 years ago. It may have changed since.',
      {},
      { knowledge: { date: '2023-03', basis: 'last-known' } },
    ],
    [
      'No source gives a day on which this was last confirmed.',
      {},
      { knowledge: { date: null, basis: 'not-known' } },
    ],
    ['Unclear whether in force: Example Ministry.', {}, WITH_STATUS.unknown],
    ['Announced, not yet in effect: Example Ministry.', {}, WITH_STATUS.announced],
    ['Eased: Example Ministry.', {}, WITH_STATUS.eased],
    ['Suspended for now: Example Ministry.', {}, WITH_STATUS.suspended],
    ['Blocked on that network, for every device on it: Example Ministry.', {}, { measure: 'network-block' }],
    ['In force for other devices than yours: Example Ministry.', { device: 'personal' }, {}],
    ['In force there for other groups of people: Example Ministry.', {}, { covers: ['member'] }],
    ['In force in a place you did not pick: Example Ministry.', {}, BAN],
    [
      'Example Works (rule set by your organisation): Not on our phones.',
      { ownRule: { ...OWN, level: 'information' } },
      {},
    ],
    [
      'No longer in the register: gone.',
      { organisations: [...STAFF.organisations, { id: 'gone', relation: 'staff' }] },
      {},
    ],
  ])('"%s"', (note, profile, record) => {
    expect(words(profile, record).notes).toEqual([note]);
  });

  it('say nothing of the device where it decides nothing', () => {
    expect(words({ device: null, places: ['US-TX'], organisations: [] }, BAN).notes).toEqual([]);
  });
});

describe('what the verdict does not cover', () => {
  const DEVICES = 'Not covered: personal devices also used for work and personal devices.';
  const BOTH = 'The rule covers the app and the website.';
  const EXCEPTIONS = 'Exceptions: the text names none';

  it('is told with other devices and what the rule speaks of', () => {
    expect(words({}, {}).left).toEqual([EXCEPTIONS, DEVICES, BOTH]);
  });

  it.each<[string, Changes['exceptions']]>([
    ['Exceptions: press work', { kind: 'listed', text: 'press work' }],
    [EXCEPTIONS, { kind: 'none-named' }],
    ['Exceptions: not known', { kind: 'not-known' }],
  ])('"%s"', (note, exceptions) => {
    expect(words({}, exceptions ? { exceptions } : {}).left[0]).toBe(note);
  });

  it.each<[string, Changes['reaches']]>([
    ['The rule speaks of the app; whether it means the website too, look at the rule itself.', 'app'],
    ['The rule speaks of the website; whether it means the app too, look at the rule itself.', 'website'],
    [
      'Whether the website is covered like the app, the register does not say; look at the rule itself.',
      'not-stated',
    ],
  ])('"%s"', (note, reaches) => {
    expect(words({}, reaches ? { reaches } : {}).left.at(-1)).toBe(note);
  });

  it('does not ask about the website where the network is blocked as well', () => {
    const block = clause({ measure: 'network-block', devices: ['network'] });
    const both = words({}, { clauses: [clause({ reaches: 'not-stated' }), block] });
    expect(both.left).toEqual([EXCEPTIONS, DEVICES]);
    expect(both.notes).toEqual(['Blocked on that network, for every device on it: Example Ministry.']);
  });

  it('is the exceptions alone for a territory, and nothing where no rule was found', () => {
    expect(words({ places: ['US-TX'] }, BAN).left).toEqual([EXCEPTIONS]);
    expect(words({ device: 'personal' }, {}).left).toEqual([]);
  });
});
