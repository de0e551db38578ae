import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { BADGE_TAG } from '../../lib/content/badge-tag.ts';
import type { Snapshot } from '../../lib/snapshot/snapshot.ts';
import { english } from '../support/english.ts';
import { cardText, clickOn, pick, wordsToCome } from '../support/person.ts';
import {
  framesToPass,
  inBothBrowsers,
  MARKS_ON_INDEX,
  marksToCome,
  markTexts,
  until,
  verdictsShown,
} from '../support/rig.ts';

/** The extension's own storage, in its pages. */
declare const browser: {
  storage: Record<'local' | 'sync', { clear(): Promise<void>; get(keys: null): Promise<object> }>;
};
declare const window: Window & { written?: Promise<string> };

const folder = mkdtempSync(join(tmpdir(), 'settings-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Hands the options page a file. */
async function take(options: Page, text: string): Promise<void> {
  const path = join(folder, 'settings.json');
  writeFileSync(path, text);
  const input = (await options.$('#data input[type=file]')) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(path);
}

const file = (settings: object) =>
  JSON.stringify({ format: 'policy-context-settings', version: 1, settings });

inBothBrowsers('the settings', (rig) => {
  beforeEach(async () => {
    const { inside } = rig();
    await inside.bringToFront();
    await inside.evaluate(() => Promise.all([browser.storage.local.clear(), browser.storage.sync.clear()]));
    await wordsToCome(inside, 'Where do you work, study or live?');
  });

  const settings = async () =>
    Object.fromEntries(Object.entries(await rig().stored()).filter(([key]) => key.startsWith('setting:')));

  it('changed in two windows at once lose nothing', async () => {
    const other = await rig().running.open('options.html');
    await wordsToCome(other, 'Where do you work, study or live?');
    // Every second kind of link in each window, as fast as it goes.
    const uncheck = (page: Page, odd: number) =>
      page.evaluate((rest) => {
        const boxes = document.querySelectorAll<HTMLInputElement>('#marks .columns input:checked');
        const mine = [...boxes].filter((_box, index) => index % 2 === rest);
        for (const box of mine) box.click();
        return mine.length;
      }, odd);
    const counts = await Promise.all([uncheck(rig().inside, 0), uncheck(other, 1)]);
    expect(Math.min(...counts)).toBeGreaterThan(5);
    const off = async () => (await settings())['setting:linkKindsOff'] as string[] | undefined;
    await until(async () => (await off())?.length === 1 + counts[0] + counts[1], 'all of them');
    for (const page of [rig().inside, other])
      await until(
        () => page.evaluate(() => document.querySelectorAll('#marks .columns input:checked').length === 0),
        'both windows to show it',
      );
    await other.close();
  });

  it('reach open pages without a reload', async () => {
    const page = await rig().visit('index.html');
    await marksToCome(page, MARKS_ON_INDEX);
    const { inside } = rig();
    await inside.bringToFront();
    expect(new Set(await markTexts(page))).toEqual(new Set(['']));
    await clickOn(inside, 'label', 'A shape and a short word');
    await pick(inside, 'uk ministry', 'Government of the United Kingdom');
    const notAllowed = english.t('verdict_word_not_allowed');
    await page.bringToFront();
    // Where there is no room for a word, the shape alone tells it.
    await until(
      async () =>
        (await verdictsShown(page)).every((verdict) => verdict === notAllowed) &&
        new Set(await markTexts(page)).has(notAllowed),
      'the verdict on the page',
    );
    expect(new Set(await markTexts(page))).toEqual(new Set(['', notAllowed]));
    await inside.bringToFront();
    await clickOn(inside, 'label', 'A shape only');
    await page.bringToFront();
    await until(async () => (await markTexts(page)).every((text) => text === ''), 'marks without a word');
    await inside.bringToFront();
    await clickOn(inside, '.switch', 'Pause all marks');
    await page.bringToFront();
    await marksToCome(page, 0);
    await inside.bringToFront();
    await clickOn(inside, '.switch', 'Pause all marks');
    await page.bringToFront();
    await marksToCome(page, MARKS_ON_INDEX);
    await page.close();
  });

  it('let a card open on a click only, for whoever wants none under a resting pointer', async () => {
    const page = await rig().visit('gauntlet/framing.html');
    const mark = await until(() => page.$(BADGE_TAG), 'the mark');
    /** Brings the pointer to rest on the mark, from elsewhere. */
    const rest = async () => {
      await page.bringToFront();
      await page.mouse.move(600, 600);
      await mark.hover();
      const box = await mark.boundingBox();
      if (box) await page.mouse.move(box.x + box.width / 2 - 1, box.y + box.height / 2);
    };
    await rest();
    await until(() => cardText(page), 'the card, by default');
    await page.mouse.move(600, 600);
    await until(async () => !(await cardText(page)), 'no card');

    const { inside } = rig();
    await inside.bringToFront();
    await clickOn(inside, '#marks label', 'Only a click');
    await until(
      async () => ((await rig().stored()).snapshot as Snapshot | undefined)?.cardOpens === 'on-click',
      'the choice',
    );
    await rest();
    await framesToPass(page, 90);
    expect(await cardText(page)).toBe('');
    await mark.click();
    await until(() => cardText(page), 'the card, on a click');
    await page.close();
  });

  it('come from a file whole or not at all, and what is wrong is named', async () => {
    const { inside } = rig();
    await rig().store({ 'setting:places': ['DK'] });
    await take(inside, file({ places: ['GB', 'Atlantis'], markStyle: 'icon' }));
    await wordsToCome(inside, /Nothing was changed[\s\S]*places\[1\]: A place is an ISO 3166 code/);
    await take(inside, '{"a": 1');
    await wordsToCome(inside, /Nothing was changed[\s\S]*or it is damaged/);
    expect(await settings()).toEqual({ 'setting:places': ['DK'] });
    await take(inside, file({ places: ['GB'], markStyle: 'icon' }));
    await wordsToCome(inside, 'The settings from the file are in use.');
    expect(await settings()).toEqual({ 'setting:places': ['GB'], 'setting:markStyle': 'icon' });
  });

  it('go to a file and come back from it', async () => {
    const { inside } = rig();
    const profile = {
      'setting:places': ['GB-SCT'],
      'setting:organisations': [{ id: 'gb-sct-parliament', relation: 'member' }],
      'setting:device': 'personal',
    };
    await rig().store(profile);
    await wordsToCome(inside, 'Scotland');
    await inside.evaluate(() => {
      const { createObjectURL } = URL;
      URL.createObjectURL = (blob) => {
        window.written = (blob as Blob).text();
        return createObjectURL(blob);
      };
    });
    await clickOn(inside, '#data button', 'Save to a file');
    const text = await until(() => inside.evaluate(() => window.written), 'the file');
    await inside.evaluate(() => browser.storage.local.clear());
    await until(async () => Object.keys(await settings()).length === 0, 'an empty storage');
    await take(inside, text);
    await until(async () => (await settings())['setting:places'], 'the settings of the file');
    expect(await settings()).toEqual(profile);
    await wordsToCome(inside, 'Scotland');
  });

  it('stay here, and say so, where the browser account has no room for them', async () => {
    const { inside } = rig();
    const sitesOff = Array.from({ length: 60 }, (_, index) => `${'a.long.name.'.repeat(15)}${index}.example`);
    await rig().store({ 'setting:sitesOff': sitesOff });
    await wordsToCome(inside, 'name.59.example');
    await clickOn(inside, '.switch', 'Keep my settings in my browser account');
    await wordsToCome(inside, /Not saved\. The browser says: .*quota/i);
    const sync = () => inside.$eval('#data [role=switch]', (each) => (each as HTMLInputElement).checked);
    await until(async () => !(await sync()), 'the switch to go back');
    await clickOn(inside, 'label', 'A work device');
    await until(async () => (await settings())['setting:device'] === 'work-issued', 'another change');
    expect((await settings())['setting:sitesOff']).toEqual(sitesOff);
  });

  it('go to the browser account and back where the person wants it', async () => {
    const { inside } = rig();
    await clickOn(inside, 'label', 'A work device');
    await clickOn(inside, '.switch', 'Keep my settings in my browser account');
    const synced = () => inside.evaluate(() => browser.storage.sync.get(null));
    await until(async () => JSON.stringify(await synced()).includes('work-issued'), 'them there');
    await pick(inside, 'denm', 'Denmark');
    expect(await synced()).toMatchObject({ 'setting:places': ['DK'] });
    expect((await settings())['setting:places']).toBeUndefined();
    await clickOn(inside, '.switch', 'Keep my settings in my browser account');
    await until(async () => (await settings())['setting:places'], 'them here');
  });

  it('of a newer version are used as far as understood, and never overwritten', async () => {
    const { inside } = rig();
    const newer = { settingsVersion: 99, 'setting:markStyle': 'hologram', 'setting:places': ['DK'] };
    await rig().store(newer);
    await wordsToCome(inside, 'saved by a newer version');
    await clickOn(inside, 'label', 'A shape and a short word');
    await wordsToCome(inside, 'Update the extension first');
    await clickOn(inside, 'label', 'A work device');
    await until(async () => (await settings())['setting:device'], 'a change of something else');
    expect(await rig().stored()).toMatchObject(newer);
  });
});
