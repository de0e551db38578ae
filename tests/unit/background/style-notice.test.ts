import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { noteStyleChange, takeStyleNotice } from '../../../lib/background/style-notice.ts';

beforeEach(() => fakeBrowser.reset());

it('after an update it is told once that marks are a shape alone now', async () => {
  await noteStyleChange({ reason: 'update' });
  expect(await takeStyleNotice()).toBe(true);
  expect(await takeStyleNotice()).toBe(false);
  await noteStyleChange({ reason: 'update' });
  expect(await takeStyleNotice()).toBe(false);
});

it('after an install it is not told, nor after later updates of it', async () => {
  expect(await takeStyleNotice()).toBe(false);
  await noteStyleChange({ reason: 'install' });
  await noteStyleChange({ reason: 'update' });
  expect(await takeStyleNotice()).toBe(false);
});
