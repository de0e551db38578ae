import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { exportSettings, importSettings } from '../../../entrypoints/options/settings-file.ts';
import { saveFile } from '../../../entrypoints/shared/save-file.ts';
import { changeSettings, readSettings } from '../../../lib/policy/settings-in-force.ts';

vi.mock('../../../entrypoints/shared/save-file.ts');

const fileOf = (settings: object, more: object = {}) =>
  new File([JSON.stringify({ format: 'policy-context-settings', version: 1, settings, ...more })], 'x.json');
/** What was offered for saving, read again. */
const saved = () => {
  const [name, type, contents] = vi.mocked(saveFile).mock.lastCall ?? [];
  return { name, type, settings: JSON.parse(String(contents)).settings };
};

beforeEach(() => {
  fakeBrowser.reset();
  vi.clearAllMocks();
  vi.spyOn(browser.storage.managed, 'get').mockImplementation(async () => ({}));
  vi.spyOn(browser.i18n, 'getMessage').mockImplementation((key: string, parts?: unknown) =>
    [key, ...((parts as string[]) ?? [])].join(' '),
  );
});

describe('the file of settings', () => {
  it('holds what the person changed, and nothing of the defaults or of a policy', async () => {
    vi.mocked(browser.storage.managed.get).mockImplementation((async () => ({
      markStyle: 'icon',
      beforeOpen: 'ask',
      locked: ['beforeOpen'],
    })) as never);
    await changeSettings({ places: ['GB'], paused: true });
    exportSettings(await readSettings());
    expect(saved()).toEqual({
      name: 'policy-context-settings.json',
      type: 'application/json',
      settings: { paused: true, places: ['GB'] },
    });
  });

  it('brings the settings back, beside those that it does not name', async () => {
    await changeSettings({ places: ['GB'], markStyle: 'icon' });
    exportSettings(await readSettings());
    const [, , contents] = vi.mocked(saveFile).mock.lastCall ?? [];
    await changeSettings({ places: ['DK'], markStyle: 'word', paused: true });
    expect(await importSettings(new File([String(contents)], 'x.json'))).toEqual([]);
    expect((await readSettings()).values).toMatchObject({ places: ['GB'], markStyle: 'icon', paused: true });
  });

  it('is refused whole for one wrong value, which is named', async () => {
    const problems = await importSettings(fileOf({ paused: true, places: ['GB', 'Atlantis'] }));
    expect(problems).toEqual([expect.stringMatching(/^name_and_value places\[1\] /)]);
    expect((await readSettings()).values).toMatchObject({ paused: false, places: [] });
  });

  it('is refused where it is no such file, without a place', async () => {
    expect(await importSettings(new File(['{'], 'x.json'))).toEqual(['problem_no_settings_file']);
  });

  it.each([
    ['of 200,000 sites', fileOf({ sitesOff: Array.from({ length: 200_000 }, (_, i) => `s${i}.example`) })],
    ['in letters of several bytes each', fileOf({ ownRule: { name: 'ü'.repeat(600_000) } })],
  ])('%s is refused whole, with its true size', async (_what, file) => {
    const text = vi.spyOn(file, 'text');
    expect(file.size).toBeGreaterThan(1_000_004);
    expect(await importSettings(file)).toEqual([`problem_too_large_file ${file.size} 1000000`]);
    expect(text).not.toHaveBeenCalled();
    expect(await browser.storage.local.get(null)).toEqual({});
  });

  it('that cannot be kept says why', async () => {
    vi.spyOn(browser.storage.local, 'set').mockRejectedValueOnce(new Error('quota exceeded'));
    expect(await importSettings(fileOf({ paused: true }))).toEqual(['options_not_saved quota exceeded']);
  });

  it('does not write over what a newer version stored', async () => {
    await browser.storage.local.set({ settingsVersion: 99, 'setting:markStyle': 'hologram' });
    expect(await importSettings(fileOf({ markStyle: 'icon' }))).toEqual(['options_not_saved_newer']);
    expect(await browser.storage.local.get('setting:markStyle')).toEqual({ 'setting:markStyle': 'hologram' });
  });
});
