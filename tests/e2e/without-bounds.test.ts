import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import type { Snapshot } from '../../lib/snapshot/snapshot.ts';
import { cardText, clickOn, openCard, questionText, wordsToCome } from '../support/person.ts';
import { inBothBrowsers, marksToCome, until } from '../support/rig.ts';

/* Addresses and lists without bounds, as a page or a damaged storage may hold them. */

const STAFF = {
  'setting:organisations': [{ id: 'gb-government', relation: 'staff' }],
  'setting:places': ['GB'],
  'setting:device': 'work-issued',
};
/** More than any message, popup or card may hold of one address. */
const MOST = 3000;

/** What the page defines: links that it saw clicked. */
declare const window: Window & { seen: string[] };

inBothBrowsers('without bounds', (rig) => {
  const choose = async (beforeOpen: 'never' | 'ask') => {
    await rig().store({ ...STAFF, 'setting:beforeOpen': beforeOpen });
    const known = async () => ((await rig().stored()).snapshot as Snapshot).beforeOpen;
    await until(async () => (await known()) === beforeOpen, 'the choice');
  };
  const visit = async (): Promise<Page> => {
    const page = await rig().visit('gauntlet/long-links.html');
    await marksToCome(page, 2);
    return page;
  };
  const LIST = '[aria-labelledby=page-links]';

  it('links of 120,000 characters stand in the popup by their host and as too long, and cannot be copied', async () => {
    const page = await visit();
    const popup = await rig().running.openPopup(page);
    await wordsToCome(popup, 'TikTok links on this page: 2');
    await popup.evaluate((list) => {
      for (const details of document.querySelectorAll<HTMLDetailsElement>(`${list} details`))
        details.open = true;
    }, LIST);
    const entries = await popup.$$eval(`${LIST} li`, (all) =>
      all.map((each) => ({
        text: (each as HTMLElement).innerText,
        buttons: each.querySelectorAll('button').length,
      })),
    );
    expect(entries).toHaveLength(2);
    for (const { text, buttons } of entries) {
      expect(text.length).toBeLessThan(MOST);
      expect(text).toMatch(/^www\.tiktok\.com$/m);
      expect(text).toContain('too long');
      expect(text).not.toMatch(/data=|aaa/);
      // It can be shown on the page, and not copied.
      expect(buttons).toBe(1);
    }
    await popup.close();
    await page.close();
  });

  it('links of 120,000 characters stand so in the card, and the question does not open them', async () => {
    await choose('ask');
    const page = await visit();
    const card = await openCard(page, '#query');
    expect(card).toContain('www.tiktok.com');
    expect(card).toContain('too long');
    expect(card.length).toBeLessThan(MOST);
    await page.keyboard.press('Escape');
    await until(async () => !(await cardText(page)), 'no card');
    await page.click('#query');
    const question = await until(() => questionText(page), 'the question');
    expect(question).toContain('too long');
    expect(question.length).toBeLessThan(MOST);
    // Whatever button comes next to the one that keeps it closed, it opens nothing.
    for (const key of ['Tab', 'Enter', 'Escape'] as const) await page.keyboard.press(key);
    await until(async () => !(await questionText(page)), 'no question');
    expect(await page.evaluate(() => window.seen)).toEqual([]);
    await choose('never');
    await page.close();
  });

  it('200,000 stored sites leave options that can be used, and reset', async () => {
    const sites = Array.from({ length: 200_000 }, (_, i) => `s${i}.example`);
    await rig().store({ 'setting:sitesOff': sites });
    const fresh = await rig().running.open('options.html');
    await wordsToCome(fresh, 's0.example');
    await fresh.bringToFront();
    await clickOn(fresh, '#data button', 'Remove everything');
    await clickOn(fresh, '#data button.primary', 'remove everything');
    await until(async () => {
      const left = Object.keys(await rig().stored()).filter((key) => /^setting/.test(key));
      return left.length === 0;
    }, 'an empty storage');
    await until(() => fresh.evaluate(() => !document.body.innerText.includes('s0.example')), 'an empty list');
    await until(
      async () => ((await rig().stored()).snapshot as Snapshot).sitesOff.length === 0,
      'the snapshot',
    );
    await fresh.close();
  }, 120_000);
});
