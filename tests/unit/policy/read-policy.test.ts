import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settingKey } from '../../../lib/platform/storage-keys.ts';
import {
  isSettingKey,
  MOST_IN_A_LIST,
  PAIRS,
  POLICY_KEY_NAMES,
  POLICY_KEYS,
  type PolicyKeyName,
} from '../../../lib/policy/keys.ts';
import { NO_POLICY } from '../../../lib/policy/policy.ts';
import { readPolicy } from '../../../lib/policy/read-policy.ts';
import { resolveSettings } from '../../../lib/settings/resolve-settings.ts';
import { checkSetting, SETTING_NAMES, type SettingName } from '../../../lib/settings/schema.ts';
import { readStored } from '../../../lib/settings/storage-layout.ts';

const RULE = { organisationName: 'Ministry', organisationRuleLevel: 'not-allowed' };

/** The problems as `kind where`. */
const FOLDER = 'https://updates.example/register/updates/';
const ROOT = 'ab'.repeat(32);

const named = (raw: unknown) => readPolicy(raw).problems.map(({ kind, where }) => `${kind} ${where}`);

describe('a policy', () => {
  it.each([undefined, null, {}])('of %j is none', (raw) => {
    expect(readPolicy(raw)).toBe(NO_POLICY);
  });

  it.each([[[]], ['text'], [7], [true]])('of %j is no policy, and says so', (raw) => {
    expect(readPolicy(raw)).toMatchObject({
      present: true,
      values: {},
      problems: [{ kind: 'not-a-policy' }],
    });
  });

  it('has a key for every setting', () => {
    const set = SETTING_NAMES.filter((name) => name !== 'ownRule');
    expect(set.filter((name) => !(POLICY_KEY_NAMES as string[]).includes(name))).toEqual([]);
  });

  it.each(POLICY_KEY_NAMES)('takes the example of %s, and it arrives', (key) => {
    const { example } = POLICY_KEYS[key];
    const pair = PAIRS.find((names) => (names as readonly string[]).includes(key)) ?? [];
    const others = Object.fromEntries(pair.map((name) => [name, POLICY_KEYS[name].example]));
    const { problems, accepted, values } = readPolicy({ ...RULE, ...others, [key]: example });
    expect(problems).toEqual([]);
    expect(accepted).toHaveProperty(key);
    if (isSettingKey(key)) expect(values).toHaveProperty(key, accepted[key]);
  });

  it('keeps what is right beside what is wrong', () => {
    const policy = readPolicy({
      markStyle: 'icon',
      paused: 'yes',
      places: ['GB', 'Atlantis', 7, 'DK'],
      constructor: 1,
      locked: ['markStyle', 'hats'],
    });
    expect(policy.values).toEqual({ markStyle: 'icon', places: ['GB', 'DK'] });
    expect([...policy.locked]).toEqual(['markStyle']);
    expect(policy.problems.map(({ kind, where, value }) => [kind, where, value])).toEqual([
      ['wrong', 'paused', 'yes'],
      ['wrong-entry', 'places[1]', 'Atlantis'],
      ['wrong-entry', 'places[2]', 7],
      ['unknown', 'constructor', 1],
      ['unknown-lock', 'locked[1]', 'hats'],
    ]);
  });

  it.each([
    [{ paused: 'true' }, 'wrong paused'],
    [{ paused: 2 }, 'wrong paused'],
    [{ paused: null }, 'wrong paused'],
    [{ device: 'laptop' }, 'wrong device'],
    [{ sitesOff: 'news.example' }, 'wrong sitesOff'],
    [{ sitesOff: ['https://news.example/'] }, 'wrong-entry sitesOff[0]'],
    [{ organisations: [{ id: 'gb-government' }] }, 'wrong-entry organisations[0]'],
    [{ organisations: ['gb-government:king'] }, 'wrong-entry organisations[0]'],
    [{ organisations: ['gb-government:staff:staff'] }, 'wrong-entry organisations[0]'],
    [{ organisations: ['GB Government'] }, 'wrong-entry organisations[0]'],
    [{ ...RULE, organisationRuleUrl: 'http://intranet.example/' }, 'wrong organisationRuleUrl'],
    [{ ...RULE, organisationRuleUrl: 'javascript:alert(1)' }, 'wrong organisationRuleUrl'],
    [{ ...RULE, organisationRuleUrl: `https://x.example/${'a'.repeat(2048)}` }, 'wrong organisationRuleUrl'],
    [{ ...RULE, organisationRule: 'x'.repeat(5001) }, 'wrong organisationRule'],
    [{ ...RULE, organisationName: ' ' }, 'wrong organisationName'],
    [{ ...RULE, organisationName: 'Minis\u202Etry' }, 'wrong organisationName'],
    [{ ...RULE, organisationRuleUrl: 'https://police.example@evil.example/' }, 'wrong organisationRuleUrl'],
    [{ places: Array.from({ length: 201 }, () => 'GB') }, 'too-many places'],
    [{ ...RULE, organisationRuleDevices: ['fridge'] }, 'wrong-entry organisationRuleDevices[0]'],
    [{ updatesUrl: 'ftp://updates.example/' }, 'wrong updatesUrl'],
    [{ updatesUrl: 'https://updates.example/?folder=1' }, 'wrong updatesUrl'],
    [{ updatesRoot: 'abc' }, 'wrong updatesRoot'],
    [{ updatesUrl: FOLDER }, 'needs-other updatesUrl'],
    [{ updatesRoot: ROOT }, 'needs-other updatesRoot'],
    [{ recordsUrl: FOLDER, recordsRoot: ROOT }, 'needs-other recordsUrl'],
    [{ updatesKey: 'Q5PRvYP0yejXepVZ6WlA8G91v9VqP9VPs62oPvrK0/M=' }, 'retired updatesKey'],
    [{ updatesIntervalHours: 0 }, 'wrong updatesIntervalHours'],
    [{ updatesIntervalHours: 1.5 }, 'wrong updatesIntervalHours'],
    [{ locked: 'markStyle' }, 'wrong locked'],
    [{ organisationRule: 'No TikTok.' }, 'needs-name organisationRule'],
    [
      { organisationName: 'Ministry', organisationRuleExceptions: 'Press' },
      'needs-rule organisationRuleExceptions',
    ],
    [{ Paused: true }, 'unknown Paused'],
  ])('%j is named as: %s', (raw, problem) => {
    expect(named(raw)).toContain(problem);
  });

  it('switches updates on by naming a folder with its root, unless it says otherwise', () => {
    const folder = { updatesUrl: FOLDER, updatesRoot: ROOT };
    expect(readPolicy(folder).values).toEqual({ ...folder, updates: true });
    expect(readPolicy({ ...folder, updates: false }).values).toEqual({ ...folder, updates: false });
    expect(readPolicy({ updatesUrl: FOLDER }).values).toEqual({});
  });

  it('locks folder and root together', () => {
    const { locked } = readPolicy({ updatesUrl: FOLDER, updatesRoot: ROOT, locked: ['updatesUrl'] });
    expect([...locked].sort()).toEqual(['updatesRoot', 'updatesUrl']);
  });

  it('says which key took the place of one that is no more', () => {
    expect(readPolicy({ updatesKey: 'x' }).problems).toMatchObject([
      { kind: 'retired', meant: 'updatesRoot' },
    ]);
  });

  it('names the key that was meant', () => {
    expect(readPolicy({ 'sites-off': [] }).problems).toMatchObject([{ kind: 'unknown', meant: 'sitesOff' }]);
  });

  it('takes 0 and 1 for false and true, as the Windows registry has them', () => {
    expect(readPolicy({ paused: 1, toolbarCount: 0 }).values).toEqual({ paused: true, toolbarCount: false });
  });

  it('cuts a list that is too long, and says by how much', () => {
    const sitesOff = Array.from({ length: MOST_IN_A_LIST + 3 }, (_, i) => `s${i}.example`);
    const policy = readPolicy({ sitesOff });
    expect(policy.values.sitesOff).toHaveLength(MOST_IN_A_LIST);
    expect(policy.problems).toEqual([{ kind: 'too-many', where: 'sitesOff', key: 'sitesOff', value: 3 }]);
  });

  it('reads an organisation alone as staff, and its relation after a colon', () => {
    expect(readPolicy({ organisations: ['gb-government', 'gb-parliament:contractor'] }).values).toEqual({
      organisations: [
        { id: 'gb-government', relation: 'staff' },
        { id: 'gb-parliament', relation: 'contractor' },
      ],
    });
  });

  it('never throws, and sets only what passes the check of each setting', () => {
    const key = fc.oneof(fc.constantFrom<string>(...POLICY_KEY_NAMES), fc.string());
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.dictionary(key, fc.anything())), (raw) => {
        const { values } = readPolicy(raw);
        for (const [name, value] of Object.entries(values))
          expect(checkSetting(name as SettingName, value).problems).toEqual([]);
      }),
    );
  });

  it('is not disturbed in its right keys by any wrong one', () => {
    const right = { markStyle: 'icon', sitesOff: ['a.example'], locked: ['sync'] };
    const wrong = fc.dictionary(
      fc.string().filter((key) => !(POLICY_KEY_NAMES as string[]).includes(key)),
      fc.anything(),
    );
    fc.assert(
      fc.property(wrong, (more) => {
        const { values, locked } = readPolicy({ ...more, ...right });
        expect(values).toEqual({ markStyle: 'icon', sitesOff: ['a.example'] });
        expect([...locked]).toEqual(['sync']);
      }),
    );
  });
});

describe("an organisation's own rule", () => {
  it('is put together from the flat keys, and is always locked', () => {
    const policy = readPolicy({
      organisationName: 'Ministry',
      organisationRule: 'No TikTok on our phones.',
      organisationRuleLevel: 'not-allowed',
      organisationRuleDevices: ['work-issued'],
      organisationRuleExceptions: 'Press office',
      organisationRuleUrl: 'https://intranet.example/rule',
      organisationContact: 'IT security',
    });
    expect(policy.values.ownRule).toEqual({
      by: 'employer',
      name: 'Ministry',
      text: 'No TikTok on our phones.',
      level: 'not-allowed',
      devices: ['work-issued'],
      exceptions: 'Press office',
      url: 'https://intranet.example/rule',
      contact: 'IT security',
    });
    expect(policy.locked.has('ownRule')).toBe(true);
    expect(policy.organisation).toBe('Ministry');
  });

  it('says no more than it was told: without a level it informs, without devices it holds for all', () => {
    expect(readPolicy({ organisationName: 'M', organisationRule: 'Ask us.' }).values.ownRule).toEqual({
      by: 'employer',
      name: 'M',
      text: 'Ask us.',
      level: 'information',
      devices: [],
    });
  });

  it('is none with a name alone; the name still says who manages', () => {
    const policy = readPolicy({ organisationName: 'Ministry' });
    expect(policy.values).not.toHaveProperty('ownRule');
    expect(policy).toMatchObject({ organisation: 'Ministry', problems: [] });
  });

  it("stands over the person's own, which is kept and comes back", () => {
    const own = { by: 'person', name: 'Club', text: '', level: 'information', devices: [] };
    const stored = readStored({ [settingKey('ownRule')]: own });
    expect(resolveSettings(stored, readPolicy(RULE)).values.ownRule).toMatchObject({
      by: 'employer',
      name: 'Ministry',
    });
    expect(resolveSettings(stored, NO_POLICY).values.ownRule).toEqual(own);
  });

  it('cannot be forged: what a person stores is labelled as the person’s', () => {
    const forged = {
      by: 'employer',
      name: 'Ministry',
      text: 'All is allowed.',
      level: 'information',
      devices: [],
    };
    const { values } = resolveSettings(readStored({ [settingKey('ownRule')]: forged }), NO_POLICY);
    expect(values.ownRule?.by).toBe('person');
  });
});

describe('a lock', () => {
  const stored = readStored(
    Object.fromEntries([
      [settingKey('paused'), true],
      [settingKey('markStyle'), 'icon'],
      [settingKey('sitesOff'), ['a.example']],
    ]),
  );

  it.each<[object, SettingName, unknown, string]>([
    [{ markStyle: 'word' }, 'markStyle', 'icon', 'person'],
    [{ markStyle: 'word', locked: ['markStyle'] }, 'markStyle', 'word', 'locked'],
    [{ locked: ['paused'] }, 'paused', false, 'locked'],
    [{ locked: ['all'] }, 'sitesOff', [], 'locked'],
    [{ locked: 'all' }, 'sitesOff', [], 'locked'],
    [{ toolbarCount: false }, 'toolbarCount', false, 'preset'],
    [{ paused: 'no', locked: ['paused'] }, 'paused', false, 'locked'],
    [{ locked: ['toolbarCount'] }, 'paused', true, 'person'],
  ])('in %j leaves %s at %j, set by: %s', (raw, name, value, origin) => {
    const { values, origin: origins } = resolveSettings(stored, readPolicy(raw));
    expect([values[name], origins[name]]).toEqual([value, origin]);
  });

  it('of everything locks every setting', () => {
    expect([...readPolicy({ locked: ['all'] }).locked].sort()).toEqual([...SETTING_NAMES].sort());
  });

  it('of organisationRule without a rule keeps a person from adding one', () => {
    expect([...readPolicy({ locked: ['organisationRule'] }).locked]).toEqual(['ownRule']);
    expect(readPolicy({ locked: ['organisationName'] }).locked.size).toBe(0);
  });

  it('of a key that is no setting is no mistake', () => {
    const keys: PolicyKeyName[] = ['organisationName', 'firstRun'];
    expect(readPolicy({ locked: keys }).problems).toEqual([]);
  });
});
