import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { hostIn, siteOf, tabInQuestion } from '../../../entrypoints/popup/tab.ts';
import { readPolicy } from '../../../lib/policy/read-policy.ts';
import { resolveSettings } from '../../../lib/settings/resolve-settings.ts';
import type { Settings } from '../../../lib/settings/schema.ts';

const front = { id: 3, url: 'https://front.example/' };
const named = { id: 7, url: 'https://named.example/' };

beforeEach(() => {
  vi.stubGlobal('location', { search: '' });
  vi.spyOn(browser.tabs, 'query').mockImplementation((async (query: object) =>
    JSON.stringify(query) === '{"active":true,"currentWindow":true}' ? [front] : []) as never);
  vi.spyOn(browser.tabs, 'get').mockImplementation((async (id: number) => {
    if (id !== 7) throw new Error(`No tab with id: ${id}.`);
    return named;
  }) as never);
});
afterEach(() => void vi.unstubAllGlobals());

describe('the tab that the popup is about', () => {
  it.each([
    ['', front],
    ['?tab=7', named],
    ['?tab=8', undefined],
    ['?tab=seven', front],
    ['?tab=7.5', front],
  ])('with "%s" in its own URL is %j', async (search, tab) => {
    vi.stubGlobal('location', { search });
    expect(await tabInQuestion()).toEqual(tab);
  });

  it.each([
    [front, null, 'front.example'],
    [front, 'page.example', 'front.example'],
    [{ id: 3 }, 'page.example', 'page.example'],
    [{ id: 3 }, null, null],
    [{ id: 3, url: 'chrome://settings/' }, null, null],
    [undefined, null, null],
  ])('%j, whose page names its host as %s, is on %s', (tab, host, expected) => {
    expect(hostIn(tab, host)).toBe(expected);
  });
});

/** The settings of a person under a policy. */
const settings = (changed: Partial<Settings>, policy: object = {}) =>
  resolveSettings({ changed, problems: [], newer: false }, readPolicy(policy));

describe('a site in the popup', () => {
  const host = 'news.example';

  it.each<[string, Partial<Settings>, object, object]>([
    ['has marks by default', {}, {}, { marks: true, fixed: null }],
    ['has none where it is listed', { sitesOff: [host] }, {}, { marks: false, fixed: null }],
    ['has none beside the only sites', { sitesOnly: ['b.example'] }, {}, { marks: false, fixed: null }],
    [
      'has none while all is paused',
      { paused: true, sitesOff: [host] },
      {},
      { marks: false, fixed: 'paused' },
    ],
    [
      'cannot be switched where the list is locked',
      {},
      { sitesOff: [host], locked: ['sitesOff'] },
      { marks: false, fixed: 'locked' },
    ],
    [
      'nor where it would have to join a locked list',
      {},
      { sitesOnly: ['b.example'], locked: ['sitesOnly'] },
      { marks: false, fixed: 'locked' },
    ],
    [
      'but where it is in that list',
      {},
      { sitesOnly: [host], locked: ['sitesOnly'] },
      { marks: true, fixed: null },
    ],
    ['and where that list is locked and empty', {}, { locked: ['sitesOnly'] }, { marks: true, fixed: null }],
  ])('%s', (_what, changed, policy, expected) => {
    expect(siteOf(host, settings(changed, policy))).toEqual({ host, ...expected });
  });

  it('of TikTok itself has marks only where that is chosen', () => {
    const tiktok = 'www.tiktok.com';
    expect(siteOf(tiktok, settings({}))).toEqual({ host: tiktok, marks: false, fixed: 'tiktok' });
    expect(siteOf(tiktok, settings({ marksOnTikTok: true }))).toEqual({
      host: tiktok,
      marks: true,
      fixed: null,
    });
  });

  it('is none without a host', () => {
    expect(siteOf(null, settings({}))).toBeNull();
  });
});
