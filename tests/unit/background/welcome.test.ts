import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { isWelcome, welcome } from '../../../lib/background/welcome.ts';

describe('the welcome page', () => {
  it.each([
    ['install', 'normal', null, true],
    ['install', 'development', null, true],
    ['install', 'sideload', true, true],
    ['install', null, null, true],
    ['install', 'normal', false, false],
    ['install', 'admin', null, false],
    ['install', 'admin', true, true],
    ['install', 'sideload', null, false],
    ['update', 'normal', null, false],
    ['update', 'normal', true, false],
    ['browser_update', 'normal', null, false],
    ['chrome_update', 'normal', null, false],
    ['shared_module_update', 'normal', null, false],
  ])('after %s of a %s one, where the policy says %s: %s', (reason, installType, firstRun, expected) => {
    expect(isWelcome({ reason, installType, firstRun })).toBe(expected);
  });
});

describe('after an install', () => {
  const tabs = async () => (await browser.tabs.query({})).map(({ url }) => url);
  const getSelf = vi.fn();
  let policy: Record<string, unknown>;

  beforeEach(() => {
    vi.useFakeTimers();
    fakeBrowser.reset();
    policy = {};
    getSelf.mockReset().mockResolvedValue({ installType: 'normal' });
    Object.assign(browser, { management: { getSelf } });
    vi.spyOn(browser.storage.managed, 'get').mockImplementation(async () => policy);
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  /** All of it, with the time that is given to a late policy. */
  const done = async (details: { reason: string }) => {
    const working = welcome(details);
    await vi.runAllTimersAsync();
    await working;
  };

  it('waits for a policy that comes late', async () => {
    const working = welcome({ reason: 'install' });
    await vi.advanceTimersByTimeAsync(3000);
    expect(await tabs()).not.toContainEqual(expect.stringContaining('/welcome.html'));
    policy = { firstRun: false };
    await vi.runAllTimersAsync();
    await working;
    expect(await tabs()).not.toContainEqual(expect.stringContaining('/welcome.html'));
  });

  it('opens in a tab of its own', async () => {
    await done({ reason: 'install' });
    expect(await tabs()).toContainEqual(expect.stringContaining('/welcome.html'));
  });

  it('opens also where the browser does not tell how it was installed', async () => {
    getSelf.mockRejectedValue(new Error('not known'));
    await done({ reason: 'install' });
    expect(await tabs()).toContainEqual(expect.stringContaining('/welcome.html'));
  });

  it.each([
    ['an update', { reason: 'update' }, 'normal', {}],
    ['an install by policy', { reason: 'install' }, 'admin', {}],
    ['an install that a policy offers', { reason: 'install' }, 'sideload', {}],
    ['an install where the policy says no', { reason: 'install' }, 'normal', { firstRun: false }],
  ])('stays away after %s', async (_what, details, installType, set) => {
    getSelf.mockResolvedValue({ installType });
    policy = set;
    await done(details);
    expect(await tabs()).not.toContainEqual(expect.stringContaining('/welcome.html'));
  });
});
