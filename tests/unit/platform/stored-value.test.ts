import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { storedValue } from '../../../lib/platform/stored-value.ts';
import { z } from '../../../lib/platform/zod.ts';

const names = storedValue('session', 'names', z.array(z.string()), []);

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
});

describe('a stored value', () => {
  it('is the fallback until it is set, and again after it was removed', async () => {
    expect(await names.get()).toEqual([]);
    await names.set(['a']);
    expect(await names.get()).toEqual(['a']);
    expect(await browser.storage.session.get(null)).toEqual({ names: ['a'] });
    await names.remove();
    expect(await names.get()).toEqual([]);
  });

  it.each([[null], ['a'], [[7]], [{ 0: 'a' }]])('is the fallback where %j is stored', async (stored) => {
    await browser.storage.session.set({ names: stored });
    expect(await names.get()).toEqual([]);
  });

  it('keeps every change when several are made at once', async () => {
    await Promise.all(['a', 'b', 'c'].map((name) => names.update((list) => [...list, name])));
    expect(await names.get()).toEqual(['a', 'b', 'c']);
  });

  it('is not written where a change leaves it as it is', async () => {
    await names.set(['a']);
    const set = vi.spyOn(browser.storage.session, 'set');
    await names.update((list) => list);
    expect(set).not.toHaveBeenCalled();
  });

  it('rejects with the browser’s error where it cannot be kept', async () => {
    vi.spyOn(browser.storage.session, 'set').mockRejectedValue(new Error('quota exceeded'));
    await expect(names.update(() => ['a'])).rejects.toThrow('quota exceeded');
  });
});
