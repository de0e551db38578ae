import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { focusOn } from '../support/actions.ts';
import { wordsToCome } from '../support/person.ts';
import { inBothBrowsers, until } from '../support/rig.ts';

const STAFF = {
  'setting:organisations': [{ id: 'eu-commission', relation: 'staff' }],
  'setting:device': 'work-issued',
};
/** The extension's pages of this issue, and how wide a window each is tried in. */
const PAGES = ['popup.html', 'options.html', 'welcome.html'] as const;

const headings = (page: Page): Promise<number[]> =>
  page.$$eval('h1, h2, h3, h4', (all) =>
    all.filter((each) => each.checkVisibility()).map(({ localName }) => Number(localName.slice(1))),
  );

inBothBrowsers('for whoever uses keyboard, screen reader or large text:', (rig) => {
  beforeEach(() => rig().store(STAFF));

  describe.each(PAGES)('%s', (path) => {
    const openPage = async (): Promise<Page> => {
      const page = await rig().running.open(path);
      await wordsToCome(page, 'European Commission');
      return page;
    };

    it('has its headings in order', async () => {
      const page = await openPage();
      const levels = await headings(page);
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
      await page.close();
    });

    it.each([
      { width: 320, height: 640 },
      { width: 320, height: 256 },
    ])('fits a window of $width by $height, with the focus always in sight', async (window) => {
      const page = await openPage();
      await page.setViewport(window);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      const hidden: string[] = [];
      for (let stop = 0; stop < 25; stop += 1) {
        await page.keyboard.press('Tab');
        const focus = await focusOn(page);
        if (!focus.seen) hidden.push(focus.text);
      }
      expect(hidden).toEqual([]);
      await page.close();
    });
  });

  it('the popup at its own size hides no focus under tabs and foot, and keeps its width', async () => {
    const page = await rig().running.open('popup.html');
    await wordsToCome(page, 'European Commission');
    await page.evaluate(() => document.documentElement.classList.add('popup'));
    await page.setViewport({ width: 360, height: 500 });
    const width = () => page.evaluate(() => document.body.getBoundingClientRect().width);
    const before = await width();
    await page.evaluate(() => document.querySelectorAll<HTMLElement>('[role=tab]')[1]?.click());
    await until(() => page.$('.record'), 'the restrictions');
    expect(await width()).toBe(before);
    const hidden: string[] = [];
    // Quicker than the rows above are drawn: none of them may push the focus away when its turn comes.
    for (let stop = 0; stop < 45; stop += 1) {
      await page.keyboard.press('Tab');
      const focus = await focusOn(page);
      if (!focus.seen) hidden.push(focus.text.slice(0, 60));
    }
    expect(hidden).toEqual([]);
    // The number of hits is told by one status line alone.
    expect(
      await page.$$eval(
        '[role=status]',
        (all) => all.filter(({ textContent }) => /\d/.test(textContent ?? '')).length,
      ),
    ).toBe(1);
    await page.close();
  });

  it('the settings begin with a way past the menu', async () => {
    const page = await rig().running.open('options.html');
    await wordsToCome(page, 'European Commission');
    await page.keyboard.press('Tab');
    expect(await focusOn(page)).toMatchObject({ tag: 'a', text: 'Skip to the content', seen: true });
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('#you') !== null)).toBe(true);
    await page.close();
  });
});
