import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { currentPolicy } from '../../../lib/policy/managed-storage.ts';
import { changeSettings, readSettings, repairSettings } from '../../../lib/policy/settings-in-force.ts';
import { watchSettings } from '../../../lib/settings/store.ts';

/** What the browser answers when asked for the policy. */
let answer: () => Promise<Record<string, unknown>>;
const administratorSets = (raw: Record<string, unknown>) => {
  answer = () => Promise.resolve(raw);
};
const browserFails = (message: string) => {
  answer = () => Promise.reject(new Error(message));
};

beforeEach(() => {
  fakeBrowser.reset();
  vi.useRealTimers();
  vi.spyOn(browser.storage.managed, 'get').mockImplementation(() => answer());
});

describe('the policy of the browser', () => {
  it('is none where Chromium gives an empty object', async () => {
    administratorSets({});
    expect(await currentPolicy()).toMatchObject({ present: false, source: { raw: null, unreadable: null } });
  });

  it('is none where Firefox rejects because there is none', async () => {
    browserFails('Managed storage manifest not found');
    expect(await currentPolicy()).toMatchObject({ present: false, source: { raw: null, unreadable: null } });
  });

  it('survives a moment in which it cannot be read, and says why', async () => {
    administratorSets({ paused: true, locked: ['paused'] });
    await currentPolicy();
    browserFails('An unexpected error occurred');
    const policy = await currentPolicy();
    expect(policy).toMatchObject({
      values: { paused: true },
      source: { unreadable: 'An unexpected error occurred' },
    });
    expect(policy.locked.has('paused')).toBe(true);
  });

  it.each([
    ['an empty object', () => administratorSets({})],
    ['a rejection', () => browserFails('Managed storage manifest not found')],
  ])('ends when it is taken away: %s', async (_name, takeAway) => {
    administratorSets({ paused: true });
    await currentPolicy();
    takeAway();
    expect(await currentPolicy()).toMatchObject({ present: false, values: {} });
    browserFails('An unexpected error occurred');
    expect(await currentPolicy()).toMatchObject({ present: false, values: {} });
  });

  it('tells when it was read and since when it is as it is', async () => {
    vi.useFakeTimers({ now: Date.UTC(2026, 10, 23, 9) });
    administratorSets({ paused: true, places: ['GB'] });
    await currentPolicy();
    vi.setSystemTime(Date.UTC(2026, 10, 23, 10));
    // The same policy with its keys in another order.
    administratorSets({ places: ['GB'], paused: true });
    expect((await currentPolicy()).source).toMatchObject({
      readAt: '2026-11-23T10:00:00.000Z',
      since: '2026-11-23T09:00:00.000Z',
    });
    administratorSets({ paused: false });
    expect((await currentPolicy()).source?.since).toBe('2026-11-23T10:00:00.000Z');
  });

  it('was read at the start in Firefox, whenever one asks', async () => {
    vi.stubEnv('BROWSER', 'firefox');
    vi.useFakeTimers({ now: Date.UTC(2026, 10, 23, 9) });
    administratorSets({ paused: true });
    await currentPolicy();
    vi.setSystemTime(Date.UTC(2026, 10, 23, 10));
    expect((await currentPolicy()).source).toMatchObject({
      readAt: '2026-11-23T09:00:00.000Z',
      atStartOnly: true,
    });
    vi.unstubAllEnvs();
  });

  it('tells every page when it changed, and none when it did not', async () => {
    const listener = vi.fn();
    watchSettings(listener);
    administratorSets({ paused: true });
    await currentPolicy();
    expect(listener).toHaveBeenCalledTimes(1);
    await currentPolicy();
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('takes effect even where it is too large to be remembered', async () => {
    vi.spyOn(browser.storage.local, 'set').mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'));
    administratorSets({ paused: true });
    expect(await currentPolicy()).toMatchObject({ values: { paused: true } });
    vi.mocked(browser.storage.local.set).mockRestore();
  });
});

describe('settings under a policy', () => {
  it('hold a lock against what is written into the storage directly', async () => {
    administratorSets({ beforeOpen: 'ask', locked: ['beforeOpen'] });
    await browser.storage.local.set({ 'setting:beforeOpen': 'never' });
    expect((await readSettings()).values.beforeOpen).toBe('ask');
    await changeSettings(() => ({ beforeOpen: 'never', markStyle: 'icon' }));
    expect((await readSettings()).values).toMatchObject({ beforeOpen: 'ask', markStyle: 'icon' });
  });

  it('let a person change a preset and go back to it', async () => {
    administratorSets({ markStyle: 'icon' });
    await changeSettings(() => ({ markStyle: 'word' }));
    expect((await readSettings()).origin.markStyle).toBe('person');
    await changeSettings(() => ({ markStyle: undefined }));
    expect(await readSettings()).toMatchObject({
      values: { markStyle: 'icon' },
      origin: { markStyle: 'preset' },
    });
  });

  it('return to the person’s own when the policy ends', async () => {
    administratorSets({});
    await changeSettings(() => ({ sitesOff: ['mine.example'] }));
    administratorSets({ sitesOff: ['theirs.example'], locked: ['all'] });
    expect((await readSettings()).values.sitesOff).toEqual(['theirs.example']);
    administratorSets({});
    expect((await readSettings()).values.sitesOff).toEqual(['mine.example']);
  });

  it('leave the browser account when that is locked off, and go on from here with nothing lost', async () => {
    administratorSets({});
    await changeSettings(() => ({ sync: true, places: ['DK'] }));
    expect(await browser.storage.sync.get('setting:places')).toEqual({ 'setting:places': ['DK'] });
    administratorSets({ sync: false, locked: ['sync'] });
    await repairSettings();
    expect((await readSettings()).values).toMatchObject({ sync: false, places: ['DK'] });
    await changeSettings(() => ({ places: ['NZ'] }));
    expect(await browser.storage.sync.get('setting:places')).toEqual({ 'setting:places': ['DK'] });
    expect((await readSettings()).values.places).toEqual(['NZ']);
  });

  it('move to the browser account when that is preset, with what was here', async () => {
    administratorSets({});
    await changeSettings(() => ({ places: ['DK'] }));
    administratorSets({ sync: true });
    await repairSettings();
    expect(await browser.storage.sync.get('setting:places')).toEqual({ 'setting:places': ['DK'] });
    expect(await readSettings()).toMatchObject({ values: { places: ['DK'] }, origin: { sync: 'preset' } });
  });
});
