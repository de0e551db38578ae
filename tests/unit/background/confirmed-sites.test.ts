import { beforeEach, describe, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { isConfirmed, rememberConfirmed } from '../../../lib/background/confirmed-sites.ts';

const SITES = ['a.example', 'b.example', 'c.example', 'd.example'];

beforeEach(() => fakeBrowser.reset());

describe('a site on which the person confirmed a link', () => {
  it('is remembered, and no other', async () => {
    await rememberConfirmed('a.example');
    expect(await isConfirmed('a.example')).toBe(true);
    expect(await isConfirmed('b.example')).toBe(false);
    expect(await isConfirmed('www.a.example')).toBe(false);
  });

  it('stays remembered beside all that come later', async () => {
    for (const site of SITES) await rememberConfirmed(site);
    expect(await Promise.all(SITES.map(isConfirmed))).toEqual([true, true, true, true]);
  });

  it('is not lost where several are confirmed at once', async () => {
    await Promise.all(SITES.map(rememberConfirmed));
    expect(await Promise.all(SITES.map(isConfirmed))).toEqual([true, true, true, true]);
  });

  it('is kept once, in memory, and nowhere else', async () => {
    await rememberConfirmed('a.example');
    await rememberConfirmed('a.example');
    expect(await browser.storage.session.get(null)).toEqual({ confirmedSites: ['a.example'] });
    expect(await browser.storage.local.get(null)).toEqual({});
  });
});
