import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { LOCAL_KEYS, updateKey } from '../../../lib/platform/storage-keys.ts';
import { changeSettings } from '../../../lib/policy/settings-in-force.ts';
import type { Snapshot } from '../../../lib/snapshot/snapshot.ts';
import { readRegister } from '../../../scripts/data/read-register.ts';

const register = readRegister();
vi.mock('../../../lib/register/load.ts', () => ({
  loadPackagedRegister: async () => register,
  loadSubdivisionNames: async () => ({}),
}));

/** The background as it is right after a start: nothing is at hand. */
async function startBackground() {
  vi.resetModules();
  return import('../../../lib/background/keep-snapshot.ts');
}
const stored = async () =>
  (await browser.storage.local.get(LOCAL_KEYS.snapshot))[LOCAL_KEYS.snapshot] as Snapshot;
const writes = () =>
  vi
    .mocked(browser.storage.local.set)
    .mock.calls.filter(([entries]) => LOCAL_KEYS.snapshot in (entries as object));

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers({ now: new Date(2026, 10, 23, 9), toFake: ['Date'] });
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('en');
  vi.spyOn(browser.i18n, 'getMessage').mockImplementation((key: string) =>
    key === 'language_tag' ? 'en' : key,
  );
  vi.spyOn(browser.runtime, 'getManifest').mockReturnValue({
    manifest_version: 3,
    name: 'test',
    version: '1',
  });
  vi.spyOn(browser.storage.managed, 'get').mockImplementation(async () => ({}));
  vi.spyOn(browser.storage.local, 'set');
  vi.spyOn(browser.runtime, 'getManifest').mockReturnValue({ version: '0.2.0' } as never);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('the snapshot', () => {
  it('is made from an update of the register where one is in use', async () => {
    const later = { ...register, version: '2099.01.01.1', date: '2098-12-31' };
    await browser.storage.local.set({
      [updateKey('updates', 'register')]: {
        source: 'any',
        version: later.version,
        sha256: '',
        text: JSON.stringify(later),
        checkedBy: '0.2.0',
        test: false,
      },
    });
    const { renewSnapshot } = await startBackground();
    const { loadRegisterInUse } = await import('../../../lib/updates/load-register-in-use.ts');
    expect((await loadRegisterInUse(null)).register.version).toBe('2099.01.01.1');
    await expect(renewSnapshot()).resolves.toBeDefined();
  });

  it('is made from the settings in force and stored for the pages', async () => {
    await changeSettings({ paused: true, device: 'personal' });
    const { renewSnapshot } = await startBackground();
    const { snapshot, settings } = await renewSnapshot();
    expect(settings).toMatchObject({ paused: true, device: 'personal' });
    expect(snapshot).toMatchObject({ day: '2026-11-23', paused: true });
    expect(await stored()).toEqual(snapshot);
  });

  it('is at hand for what cannot wait once it was made, and not right after a start', async () => {
    const { renewSnapshot, knownSnapshot } = await startBackground();
    expect(knownSnapshot()).toBeNull();
    const { snapshot } = await renewSnapshot();
    expect(knownSnapshot()).toEqual(snapshot);
  });

  it('is written only where it differs, as each writing wakes every page', async () => {
    const { renewSnapshot } = await startBackground();
    await renewSnapshot();
    await renewSnapshot();
    const { renewSnapshot: again } = await startBackground();
    await again();
    expect(writes()).toHaveLength(1);
    await changeSettings({ paused: true });
    await again();
    expect(writes()).toHaveLength(2);
  });

  it('is made once for all that want it on the same day', async () => {
    const { currentSnapshot } = await startBackground();
    const first = await currentSnapshot();
    expect(await currentSnapshot()).toBe(first);
  });

  it('is made anew past midnight', async () => {
    const { currentSnapshot } = await startBackground();
    await currentSnapshot();
    vi.setSystemTime(new Date(2026, 10, 24, 0, 1));
    expect((await currentSnapshot()).snapshot.day).toBe('2026-11-24');
    expect((await stored()).day).toBe('2026-11-24');
  });

  it('is made anew where the clock was set back', async () => {
    const { currentSnapshot } = await startBackground();
    await currentSnapshot();
    vi.setSystemTime(new Date(2026, 10, 20, 12));
    expect((await currentSnapshot()).snapshot.day).toBe('2026-11-20');
    expect((await stored()).day).toBe('2026-11-20');
  });

  it('is that of the last change where several come together', async () => {
    const { renewSnapshot } = await startBackground();
    const first = renewSnapshot();
    await changeSettings({ paused: true });
    await Promise.all([first, renewSnapshot()]);
    expect((await stored()).paused).toBe(true);
  });

  it('is short and as true where there is no room for it, and whole again once there is', async () => {
    const { renewSnapshot } = await startBackground();
    await renewSnapshot();
    await changeSettings({ device: 'personal', sitesOff: ['a.example'] });
    vi.mocked(browser.storage.local.set).mockRejectedValueOnce(new Error('quota exceeded'));
    const { snapshot } = await renewSnapshot();
    expect(snapshot.sitesOff).toEqual(['a.example']);
    expect(await stored()).toEqual({ ...snapshot, sitesOff: [], paused: true, isShort: true });
    await renewSnapshot();
    expect(await stored()).toEqual(snapshot);
  });

  it('is nowhere, and never that of before, where there is no room for anything', async () => {
    const { renewSnapshot } = await startBackground();
    await renewSnapshot();
    await changeSettings({ paused: true });
    const full = new Error('quota exceeded');
    vi.mocked(browser.storage.local.set).mockRejectedValueOnce(full).mockRejectedValueOnce(full);
    await renewSnapshot();
    expect(await stored()).toBeUndefined();
  });

  it('has a key of this session that pages cannot guess', async () => {
    const { renewSnapshot } = await startBackground();
    const { key } = (await renewSnapshot()).snapshot;
    expect(key).toMatch(/^[0-9a-f-]{36}$/);
    const { renewSnapshot: again } = await startBackground();
    expect((await again()).snapshot.key).toBe(key);
    await browser.storage.session.clear();
    const { renewSnapshot: later } = await startBackground();
    expect((await later()).snapshot.key).not.toBe(key);
  });
});

describe('the guard of the snapshot', () => {
  it('puts back what anybody else has written', async () => {
    const { renewSnapshot, guardSnapshot } = await startBackground();
    const { snapshot } = await renewSnapshot();
    guardSnapshot();
    await browser.storage.local.set({ [LOCAL_KEYS.snapshot]: { ...snapshot, paused: true } });
    await vi.waitFor(async () => expect(await stored()).toEqual(snapshot));
    await browser.storage.local.remove(LOCAL_KEYS.snapshot);
    await vi.waitFor(async () => expect(await stored()).toEqual(snapshot));
  });

  it('leaves alone what the background itself writes, and all other entries', async () => {
    const { renewSnapshot, guardSnapshot } = await startBackground();
    guardSnapshot();
    await renewSnapshot();
    await browser.storage.local.set({ other: 1 });
    await browser.storage.session.set({ [LOCAL_KEYS.snapshot]: 1 });
    // The listener has nothing left to wait for once a later promise of the same kind is done.
    await renewSnapshot();
    expect(writes()).toHaveLength(1);
  });
});
