import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { LOCAL_KEYS, SESSION_KEYS } from '../../../lib/platform/storage-keys.ts';
import type { Snapshot } from '../../../lib/snapshot/snapshot.ts';
import { register } from '../../support/register-fixture.ts';
import { addToolbarAction } from '../../support/toolbar-action.ts';

/*
 * A browser stops the background whenever it likes, and any call to the browser may fail. Whatever was on its way then:
 * after the next start, or the next thing that happens, snapshot and toolbar are as if nothing had been.
 */

/** Locks end with the background that holds them. */
const locks = vi.hoisted(() => new Map<string, Promise<unknown>>());
vi.mock('../../../lib/platform/lock.ts', () => ({
  withLock: (name: string, work: () => Promise<unknown>) => {
    const done = (locks.get(name) ?? Promise.resolve()).then(work, work);
    locks.set(name, done);
    return done;
  },
}));
vi.mock('../../../lib/register/load.ts', () => ({
  loadPackagedRegister: async () => register,
  loadSubdivisionNames: async () => ({}),
}));

const TAB = 7;
const STAFF = {
  'setting:organisations': [{ id: 'gb-government', relation: 'staff' }],
  'setting:places': ['GB'],
  'setting:device': 'work-issued',
};
const CALLS = {
  local: ['get', 'set', 'remove'],
  session: ['get', 'set', 'remove'],
  action: ['setIcon', 'setTitle', 'getTitle', 'setBadgeText', 'setBadgeBackgroundColor'],
} as const;

type Call = (...given: unknown[]) => Promise<unknown>;
const never = new Promise<never>(() => {});
let button: ReturnType<typeof addToolbarAction>;
let plain: { readonly place: Record<string, Call>; readonly name: string; readonly call: Call }[] = [];
/** Calls of the present background to the browser. */
let calls = 0;

/** Has the call after so many `fail`, or it and all later ones never end, as in a background that was `stopped`. */
function disturb(after: number, how: 'stopped' | 'fail'): void {
  calls = 0;
  for (const { place, name, call } of plain)
    place[name] = (...given) => {
      const number = calls++;
      if (how === 'stopped' && number >= after) return never;
      return number === after ? Promise.reject(new Error('The browser says no.')) : call(...given);
    };
}

/** The browser answers as ever. */
function undisturbed(): void {
  for (const { place, name, call } of plain) place[name] = call;
}

/** What is under way comes to its end, or to where it was stopped. */
async function settle(): Promise<void> {
  for (let before = -1; before !== calls; ) {
    before = calls;
    for (let i = 0; i < 40; i++) {
      await new Promise(setImmediate);
      // Hashes are made on another thread, one after the other.
      await crypto.subtle.digest('SHA-256', new Uint8Array());
    }
  }
}

/** Ends the background there is, and starts another. */
async function start(): Promise<void> {
  for (const events of [browser.runtime.onMessage, browser.storage.onChanged])
    (events as unknown as { removeAllListeners(): void }).removeAllListeners();
  locks.clear();
  vi.resetModules();
  const [{ answerFrame }, { guardSnapshot }, { renew }, { watchSettings }] = await Promise.all([
    import('../../../lib/background/answer-frame.ts'),
    import('../../../lib/background/keep-snapshot.ts'),
    import('../../../lib/background/renew.ts'),
    import('../../../lib/settings/store.ts'),
  ]);
  answer = answerFrame;
  watchSettings(renew);
  guardSnapshot();
  renew();
}
let store: Call | undefined;
let answer: (message: unknown, sender: object) => Promise<unknown> | undefined;

/** A frame tells its links as `report.ts` does: once more where there is no answer. Resolves when that is over. */
async function tell(frameId: number, links: number, again?: () => Promise<void>): Promise<void> {
  const send = async () => {
    const sender = { id: browser.runtime.id, frameId, url: 'https://a.example/', tab: { id: TAB } };
    return answer({ type: 'summary', links, embeds: 0 }, sender)?.catch(() => undefined);
  };
  const first = send();
  await settle();
  if (again) await again();
  const done = await Promise.race([first, Promise.resolve(undefined)]);
  if (!done) await send();
}

const WAYS = {
  /** Somebody says who they are. */
  settings: async (restart?: () => Promise<void>) => {
    await store?.(STAFF);
    await settle();
    await restart?.();
  },
  /** Another page is in the tab, of which two frames tell their links. */
  page: async (restart?: () => Promise<void>) => {
    button.navigate(TAB);
    await tell(0, 3, restart);
    await tell(5, 1);
  },
  /** The next day has begun, and a frame tells another number. */
  day: async (restart?: () => Promise<void>) => {
    vi.setSystemTime(new Date(2026, 10, 24, 0, 1));
    await tell(0, 4, restart);
  },
} as const;

async function seen() {
  undisturbed();
  const { snapshot } = (await fakeBrowser.storage.local.get(LOCAL_KEYS.snapshot)) as { snapshot: Snapshot };
  const { key: _key, ballast: _ballast, ...rest } = snapshot;
  return {
    snapshot: rest,
    counts: (await fakeBrowser.storage.session.get(SESSION_KEYS.linkCounts))[SESSION_KEYS.linkCounts],
    title: button.titleOf(TAB),
    everywhere: button.titleOf(99),
    count: button.countOf(TAB),
    icon: button.setIcon.mock.lastCall,
  };
}

async function begin(): Promise<void> {
  undisturbed();
  fakeBrowser.reset();
  button = addToolbarAction();
  plain = Object.entries(CALLS).flatMap(([area, names]) => {
    const place = (area === 'action' ? browser.action : browser.storage[area as 'local']) as never;
    return names.map((name) => ({ place, name, call: (place[name] as Call).bind(place) }));
  });
  store = browser.storage.local.set.bind(browser.storage.local) as Call;
  vi.setSystemTime(new Date(2026, 10, 23, 12));
  await start();
  await settle();
  await tell(0, 2);
  await settle();
}

beforeEach(() => {
  plain = [];
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('en');
  vi.spyOn(browser.i18n, 'getMessage').mockImplementation((key: string, parts?: unknown) =>
    key === 'language_tag' ? 'en' : [key, ...((parts as string[]) ?? [])].join(' '),
  );
  vi.spyOn(browser.runtime, 'getManifest').mockReturnValue({ version: '0.2.0' } as never);
  vi.spyOn(browser.storage.managed, 'get').mockImplementation(async () => ({}));
  return () => {
    undisturbed();
    vi.useRealTimers();
  };
});

describe.each(Object.entries(WAYS))('after "%s"', (_name, happen) => {
  it('all is right, wherever the background was stopped', async () => {
    await begin();
    disturb(Number.POSITIVE_INFINITY, 'stopped');
    await happen();
    await settle();
    const expected = await seen();
    const most = calls;
    expect(most).toBeGreaterThan(5);
    for (let after = 0; after < most; after++) {
      await begin();
      disturb(after, 'stopped');
      await happen(async () => {
        disturb(Number.POSITIVE_INFINITY, 'stopped');
        await start();
        await settle();
      });
      await settle();
      expect(await seen(), `stopped after ${after} calls`).toEqual(expected);
    }
  });

  it('all is right with the next that happens, whichever call failed', async () => {
    await begin();
    disturb(Number.POSITIVE_INFINITY, 'fail');
    await happen();
    await tell(0, 6);
    await settle();
    const expected = await seen();
    const most = calls;
    for (let after = 0; after < most; after++) {
      await begin();
      disturb(after, 'fail');
      await happen();
      await settle();
      disturb(Number.POSITIVE_INFINITY, 'fail');
      await tell(0, 6);
      await settle();
      expect(await seen(), `call ${after} failed`).toEqual(expected);
    }
  });
});
