import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCAL_KEYS, settingKey } from '../../../lib/platform/storage-keys.ts';
import { NO_POLICY, type Policy } from '../../../lib/policy/policy.ts';
import { MIGRATIONS, type Migration, migrate, SETTINGS_VERSION } from '../../../lib/settings/migrations.ts';
import { resolveSettings } from '../../../lib/settings/resolve-settings.ts';
import { checkSetting, initialSettings, SETTING_NAMES } from '../../../lib/settings/schema.ts';
import { readStored, repairOf, upgradeOf } from '../../../lib/settings/storage-layout.ts';

const policyOf = (parts: Partial<Policy>): Policy => ({ ...NO_POLICY, present: true, ...parts });

describe('a value of a setting', () => {
  it.each([
    ['paused', true],
    ['places', ['GB-SCT', 'EU', 'US-TX']],
    ['organisations', [{ id: 'gb-government', relation: 'staff' }]],
    ['device', null],
    ['device', 'personal-with-work-access'],
    ['sitesOff', ['news.example', 'localhost', '[::1]']],
    ['markStyle', 'icon'],
  ] as const)('%s takes %j', (name, value) => {
    expect(checkSetting(name, value)).toEqual({ value, problems: [] });
  });

  const own = { by: 'person', name: 'A', text: '', level: 'not-allowed', devices: [] };
  it.each([
    ['paused', 'yes', 'paused', 'wrong-type'],
    ['device', 'phone', 'device', 'no-choice'],
    ['markStyle', 3, 'markStyle', 'no-choice'],
    ['ownRule', { ...own, name: '' }, 'ownRule.name', 'empty'],
    ['ownRule', { ...own, name: 'x'.repeat(501) }, 'ownRule.name', 'too-long'],
    ['ownRule', { ...own, url: 'http://a.example' }, 'ownRule.url', 'https-url'],
    ['ownRule', { ...own, colour: 'red' }, 'ownRule', 'unknown-name'],
  ] as const)('%s refuses %j and names the place and a code', (name, value, where, reason) => {
    const { value: kept, problems } = checkSetting(name, value);
    expect(kept).toBeUndefined();
    expect(problems).toMatchObject([{ where, reason, value }]);
  });

  it('keeps the good items of a list and names each bad one by its place', () => {
    const checked = checkSetting('sitesOff', ['a.example', 'https://b.example/', 7]);
    expect(checked.value).toEqual(['a.example']);
    expect(checked.problems.map(({ where }) => where)).toEqual(['sitesOff[1]', 'sitesOff[2]']);
    expect(checked.problems[0]?.reason).toBe('host');
  });

  it('never throws, and what it keeps passes again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SETTING_NAMES), fc.anything(), (name, value) => {
        const { value: kept } = checkSetting(name, value);
        if (kept !== undefined) expect(checkSetting(name, kept)).toEqual({ value: kept, problems: [] });
      }),
    );
  });
});

describe('stored settings', () => {
  it('are the defaults on a fresh install', () => {
    const { values, origin } = resolveSettings(readStored({}), NO_POLICY);
    expect(values).toEqual(initialSettings());
    expect(new Set(Object.values(origin))).toEqual(new Set(['default']));
  });

  it('keep what is right when one entry is damaged, and put the damage aside', () => {
    const raw = {
      [settingKey('paused')]: true,
      [settingKey('places')]: ['GB', 'Atlantis'],
      [settingKey('device')]: {},
    };
    const { changed, problems } = readStored(raw);
    expect(changed).toEqual({ paused: true, places: ['GB'] });
    expect(problems.map(({ where }) => where)).toEqual(['places[1]', 'device']);

    const repair = repairOf(raw);
    expect(repair?.set).toEqual({ [settingKey('places')]: ['GB'], [LOCAL_KEYS.settingsDamaged]: problems });
    expect(repair?.remove).toEqual([settingKey('device')]);

    const healed = { ...raw, ...repair?.set, [settingKey('device')]: undefined };
    expect(repairOf(healed)).toBeNull();
    expect(readStored(healed).problems).toEqual(problems);
  });

  it('of a newer version are read as far as understood and left as they are', () => {
    const raw = {
      [LOCAL_KEYS.settingsVersion]: 99,
      [settingKey('paused')]: true,
      [settingKey('markStyle')]: 'hologram',
      'setting:new': 1,
    };
    const stored = readStored(raw);
    expect(stored).toMatchObject({ changed: { paused: true }, newer: true });
    expect(repairOf(raw)).toBeNull();
  });

  it('pass through every step above their version, in order', () => {
    const step = (to: number) => ({
      to,
      why: 'test',
      apply: (raw: object) => ({ ...raw, [`step${to}`]: Object.keys(raw).length }),
    });
    expect(migrate({ a: 1 }, 1, [step(1), step(2), step(3)])).toEqual({ a: 1, step2: 1, step3: 2 });
  });

  it('have one step for each layout, and each step does what its example says', () => {
    const steps = Array.from({ length: SETTINGS_VERSION - 1 }, (_, index) => index + 2);
    expect(MIGRATIONS.map(({ to }) => to)).toEqual(steps);
    for (const { apply, example } of MIGRATIONS) expect(apply(example.before)).toEqual(example.after);
  });

  it('of an older layout are written anew in this one, what is retired is removed', () => {
    const renamed: Migration = {
      to: 2,
      why: 'test',
      retired: ['setting:quiet'],
      apply: ({ 'setting:quiet': quiet, ...rest }) => ({ ...rest, [settingKey('paused')]: quiet }),
      example: { before: {}, after: {} },
    };
    const raw = { [LOCAL_KEYS.settingsVersion]: 1, 'setting:quiet': true, [settingKey('places')]: ['GB'] };
    expect(upgradeOf(raw, [renamed], 2)).toEqual({
      set: { [LOCAL_KEYS.settingsVersion]: 2, [settingKey('paused')]: true, [settingKey('places')]: ['GB'] },
      remove: ['setting:quiet'],
    });
    expect(upgradeOf({ ...raw, [LOCAL_KEYS.settingsVersion]: 2 }, [renamed], 2)).toBeNull();
    expect(upgradeOf({ ...raw, [LOCAL_KEYS.settingsVersion]: 3 }, [renamed], 2)).toBeNull();
    expect(upgradeOf({}, [renamed], 1)).toBeNull();
  });

  it('give a value from the strongest origin', () => {
    const stored = readStored({ [settingKey('markStyle')]: 'icon', [settingKey('beforeOpen')]: 'ask' });
    const { values, origin } = resolveSettings(
      stored,
      policyOf({
        values: { markStyle: 'word', beforeOpen: 'once', toolbarCount: false },
        locked: new Set(['beforeOpen', 'paused']),
      }),
    );
    expect([values.markStyle, origin.markStyle]).toEqual(['icon', 'person']);
    expect([values.beforeOpen, origin.beforeOpen]).toEqual(['once', 'locked']);
    expect([values.toolbarCount, origin.toolbarCount]).toEqual([false, 'preset']);
    expect([values.paused, origin.paused]).toEqual([false, 'locked']);
  });
});
