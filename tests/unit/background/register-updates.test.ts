import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { LOCAL_KEYS, updateKey } from '../../../lib/platform/storage-keys.ts';
import { changeSettings } from '../../../lib/policy/settings-in-force.ts';
import type * as Download from '../../../lib/updates/download.ts';
import { registerText } from '../../../lib/updates/register-file.ts';
import { registerOf, type Scene, SHIPPED, scene } from '../../support/update-client.ts';

let at: Scene;
vi.mock('../../../lib/register/load.ts', () => ({ packagedRegisterText: async () => registerText(SHIPPED) }));
// The folder's URL must be one of https; the files come from the host of the test.
vi.mock('../../../lib/updates/download.ts', async (original) => {
  const { getFrom } = await original<typeof Download>();
  return { getFrom: () => getFrom(at.host.url) };
});

const FOLDER = 'https://updates.example/register/updates/';
const start = async () => {
  vi.resetModules();
  return import('../../../lib/background/register-updates.ts');
};
const stored = async () =>
  browser.storage.local.get(null) as Promise<Record<string, { version?: string; at?: number }>>;
const kept = async () => (await stored())[updateKey('updates', 'register')]?.version ?? null;
const alarms = async () => (await browser.alarms.getAll()).map(({ name }) => name);
const switchOn = () =>
  changeSettings({ updates: true, updatesUrl: FOLDER, updatesRoot: at.repository.rootHash });

/** Settles as after a start or a change of settings, and waits until that is done. */
async function settled(): Promise<void> {
  const { startUpdates } = await start();
  startUpdates(() => {})();
  await navigator.locks.request('updates', () => {});
}

beforeEach(async () => {
  fakeBrowser.reset();
  vi.spyOn(browser.storage.managed, 'get').mockImplementation(async () => ({}));
  vi.spyOn(browser.runtime, 'getManifest').mockReturnValue({ version: '0.2.0' } as never);
  at = await scene();
  // The background looks by the clock of the day.
  for (const role of ['root', 'timestamp', 'snapshot', 'targets'] as const)
    at.repository.expires[role] = '2999-01-01T00:00:00Z';
  at.repository.publishRoot();
  at.offer(registerOf('2026.11.23.1', 'newer'));
  at.repository.publish();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await at.host.close();
});

describe('updates in the background', () => {
  it('are off at first: no alarm, no request', async () => {
    await settled();
    expect(await alarms()).toEqual([]);
    expect(at.host.asked).toEqual([]);
  });

  it('are planned once they are switched on, and asked for by nobody before their time', async () => {
    await switchOn();
    await settled();
    expect(await alarms()).toEqual(['updates']);
    expect(at.host.asked).toEqual([]);
  });

  it('bring a newer register when a person asks', async () => {
    await switchOn();
    const { lookForUpdates } = await start();
    await lookForUpdates();
    expect(await kept()).toBe('2026.11.23.1');
    expect((await stored())[LOCAL_KEYS.updatesDue]?.at).toBeGreaterThan(Date.now());
  });

  it('asked for twice at once are looked for one after the other', async () => {
    await switchOn();
    const { lookForUpdates } = await start();
    await Promise.all([lookForUpdates(), lookForUpdates()]);
    expect(at.host.paths().filter((path) => path === 'timestamp.json')).toHaveLength(2);
    expect(at.host.asked.filter(({ path }) => path.startsWith('targets/'))).toHaveLength(1);
  });

  it('stay in use while they are switched off, without an alarm', async () => {
    await switchOn();
    await (await start()).lookForUpdates();
    await changeSettings({ updates: false });
    await settled();
    expect(await kept()).toBe('2026.11.23.1');
    expect(await alarms()).toEqual([]);
  });

  it('of another folder go when the folder is changed', async () => {
    await switchOn();
    await (await start()).lookForUpdates();
    await changeSettings({ updatesUrl: 'https://other.example/updates/' });
    await settled();
    expect(Object.keys(await stored()).filter((key) => key.startsWith('updates:'))).toEqual([]);
  });

  it('go when the folder is removed', async () => {
    await switchOn();
    await (await start()).lookForUpdates();
    await changeSettings({ updates: undefined, updatesUrl: undefined, updatesRoot: undefined });
    await settled();
    expect(await kept()).toBeNull();
  });

  it('go when the person wants the shipped register back', async () => {
    await switchOn();
    const { lookForUpdates, backToShipped } = await start();
    await lookForUpdates();
    await backToShipped();
    expect(await kept()).toBeNull();
  });

  it.each([
    ['passes', registerText(registerOf('2026.11.23.1', 'newer')), '0.2.0'],
    ['does not pass', '{"format":1}', undefined],
  ])('that an earlier version checked are checked again: what %s', async (_what, text, checkedBy) => {
    await switchOn();
    await (await start()).lookForUpdates();
    const key = updateKey('updates', 'register');
    await browser.storage.local.set({ [key]: { ...(await stored())[key], checkedBy: '0.1.0', text } });
    await settled();
    expect((await stored())[key]).toEqual(checkedBy ? expect.objectContaining({ checkedBy }) : undefined);
  });

  it('of an organisation’s own records come from the folder that its policy names', async () => {
    vi.spyOn(browser.storage.managed, 'get').mockImplementation(async () => ({
      organisationName: 'Ministry of Examples',
      recordsUrl: FOLDER,
      recordsRoot: at.repository.rootHash,
    }));
    await (await start()).lookForUpdates();
    expect((await stored())[updateKey('records', 'register')]?.version).toBe('2026.11.23.1');
    expect(await kept()).toBeNull();
  });
});
