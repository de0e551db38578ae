import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { noteStyleChange, takeStyleNotice } from '../../../lib/background/style-notice.ts';
import { shortSnapshot } from '../../../lib/snapshot/make-snapshot.ts';
import { snapshotOf } from '../../support/browser-parts.ts';

beforeEach(async () => {
  vi.restoreAllMocks();
  await browser.storage.local.clear();
});

describe('a short snapshot', () => {
  it('has the same verdict, and draws no marks, as their sites are not in it', () => {
    const whole = snapshotOf({ sitesOff: ['a.example'] });
    expect(shortSnapshot(whole)).toEqual({ ...whole, sitesOff: [], paused: true, isShort: true });
  });
});

describe('the word that marks are a shape alone now', () => {
  it('is told once after an update', async () => {
    await noteStyleChange({ reason: 'update' });
    expect(await takeStyleNotice()).toBe(true);
    expect(await takeStyleNotice()).toBe(false);
    await noteStyleChange({ reason: 'update' });
    expect(await takeStyleNotice()).toBe(false);
  });

  it('is not told after an install, nor after later updates of it', async () => {
    expect(await takeStyleNotice()).toBe(false);
    await noteStyleChange({ reason: 'install' });
    await noteStyleChange({ reason: 'update' });
    expect(await takeStyleNotice()).toBe(false);
  });
});
