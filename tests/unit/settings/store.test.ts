import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { settingKey } from '../../../lib/platform/storage-keys.ts';
import { readPolicy } from '../../../lib/policy/read-policy.ts';
import { createSettingsStore, StoredByNewer, watchSettings } from '../../../lib/settings/store.ts';

/** The store under a policy. */
const under = (policy: object) => createSettingsStore(() => Promise.resolve(readPolicy(policy)));
const { readSettings, changeSettings, resetSettings, repairSettings } = under({});
const stored = (area: 'local' | 'sync') => browser.storage[area].get(null);

describe('the settings store', () => {
  beforeEach(() => {
    vi.restoreAllMocks();
    fakeBrowser.reset();
  });

  it('stores only what the person changed', async () => {
    await changeSettings(() => ({ markStyle: 'icon' }));
    expect(await stored('local')).toEqual({ settingsVersion: 1, 'setting:markStyle': 'icon' });
  });

  it('returns a setting to its default by taking it out', async () => {
    await changeSettings(() => ({ markStyle: 'icon' }));
    await changeSettings(() => ({ markStyle: undefined }));
    expect(await stored('local')).toEqual({ settingsVersion: 1 });
  });

  it('loses nothing when two changes of one list are made at once', async () => {
    await Promise.all(
      ['a.example', 'b.example', 'c.example'].map((host) =>
        changeSettings(({ sitesOff }) => ({ sitesOff: [...sitesOff, host] })),
      ),
    );
    expect((await readSettings()).values.sitesOff).toEqual(['a.example', 'b.example', 'c.example']);
  });

  it('does not write what is locked', async () => {
    const locked = under({ locked: ['paused'] });
    await locked.changeSettings(() => ({ paused: true }));
    expect(await stored('local')).toEqual({ settingsVersion: 1 });
  });

  it('moves between this browser and the synced area with the setting, and keeps what lies there', async () => {
    await changeSettings(() => ({ markStyle: 'icon', places: ['GB'] }));
    await browser.storage.sync.set({ 'setting:places': ['DK'] });
    await changeSettings(() => ({ sync: true }));
    expect((await readSettings()).values).toMatchObject({ sync: true, markStyle: 'icon', places: ['DK'] });
    await changeSettings(() => ({ places: ['NZ'] }));
    expect(await stored('sync')).toMatchObject({ 'setting:places': ['NZ'] });
    await changeSettings(() => ({ sync: false }));
    expect((await readSettings()).values).toMatchObject({ sync: false, markStyle: 'icon', places: ['NZ'] });
  });

  it('repairs damage once and tells of it until it is dismissed', async () => {
    await browser.storage.local.set({ 'setting:paused': 'perhaps', 'setting:places': ['GB', 5] });
    await repairSettings();
    expect(await stored('local')).toMatchObject({ 'setting:places': ['GB'] });
    expect((await readSettings()).damaged.map(({ where }) => where)).toEqual(['paused', 'places[1]']);
  });

  it('puts damage aside before it changes a list, so that nothing is lost', async () => {
    await browser.storage.local.set({ 'setting:places': ['GB', 'Atlantis'] });
    await changeSettings(({ places }) => ({ places: [...places, 'DK'] }));
    expect((await readSettings()).values.places).toEqual(['GB', 'DK']);
    expect((await readSettings()).damaged.map(({ value }) => value)).toEqual(['Atlantis']);
  });

  it('never writes over what a newer version stored and this one cannot read', async () => {
    const newer = {
      settingsVersion: 99,
      'setting:markStyle': 'hologram',
      'setting:places': ['GB', { x: 1 }],
    };
    await browser.storage.local.set(newer);
    await repairSettings();
    await expect(changeSettings(() => ({ markStyle: 'icon' }))).rejects.toBeInstanceOf(StoredByNewer);
    await expect(changeSettings(({ places }) => ({ places: [...places, 'DK'] }))).rejects.toThrow('places');
    await changeSettings(() => ({ paused: true, sync: true }));
    expect(await stored('local')).toMatchObject({ ...newer, 'setting:paused': true });
    expect(await stored('sync')).toEqual({});
    expect((await readSettings()).values).toMatchObject({ places: ['GB'], paused: true });
  });

  it('stays here, says why and goes on working where the synced area is too small', async () => {
    vi.spyOn(browser.storage.sync, 'set').mockRejectedValue(new Error('quota exceeded'));
    await changeSettings(() => ({ places: ['GB'] }));
    await expect(changeSettings(() => ({ sync: true }))).rejects.toThrow('quota exceeded');
    expect((await readSettings()).values).toMatchObject({ sync: false, places: ['GB'] });
    const syncing = under({ sync: true, locked: ['sync'] });
    await syncing.changeSettings(() => ({ places: ['DK'] }));
    expect((await syncing.readSettings()).values).toMatchObject({ sync: true, places: ['DK'] });
    expect(await stored('sync')).toEqual({});
  });

  it('keeps a list that is too long as it is, and lets it become no longer', async () => {
    const sites = (count: number) => Array.from({ length: count }, (_, i) => `s${i}.example`);
    await browser.storage.local.set({ [settingKey('sitesOff')]: sites(2100) });
    expect((await readSettings()).values.sitesOff).toHaveLength(2100);
    await expect(changeSettings({ sitesOff: sites(2101) })).rejects.toThrow('sitesOff');
    await changeSettings({ sitesOff: sites(2099) });
    expect((await readSettings()).values.sitesOff).toHaveLength(2099);
    await expect(changeSettings({ sitesOnly: sites(2001) })).rejects.toThrow('sitesOnly');
  });

  it('reads a stored list of very many bad entries', async () => {
    await browser.storage.local.set({
      [settingKey('linkKindsOff')]: Array.from({ length: 130_001 }, () => 'king'),
    });
    expect((await readSettings()).damaged).toHaveLength(130_001);
  });

  it('forgets everything on reset', async () => {
    await changeSettings(() => ({ markStyle: 'icon', sync: true }));
    await changeSettings(() => ({ paused: true }));
    await resetSettings();
    expect([await stored('local'), await stored('sync')]).toEqual([{}, {}]);
  });

  it('calls the watcher until it is stopped', async () => {
    const listener = vi.fn();
    const stop = new AbortController();
    watchSettings(listener, stop.signal);
    await changeSettings(() => ({ paused: true }));
    expect(listener).toHaveBeenCalled();
    listener.mockClear();
    stop.abort();
    await changeSettings(() => ({ paused: false }));
    expect(listener).not.toHaveBeenCalled();
  });
});
