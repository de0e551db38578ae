import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { launch, type RunningBrowser } from '../../scripts/start/browser.ts';
import { type FileServer, serve } from '../../scripts/start/serve.ts';
import { countActions, focusOn, tabTo } from '../support/actions.ts';
import { cardText, markOf, openCard, welcomePage, wordsToCome } from '../support/person.ts';
import { until } from '../support/rig.ts';

/* What people come for, with the most that they may have to do for it. */

const PAGES = fileURLToPath(new URL('../pages', import.meta.url));

/** A fresh install with its welcome page open, and a site with links to TikTok. */
async function fresh<T>(
  name: 'chromium' | 'firefox',
  work: (running: RunningBrowser, welcome: Page, site: FileServer) => Promise<T>,
): Promise<T> {
  const [running, site] = await Promise.all([launch(name, { keepWelcome: true }), serve(PAGES)]);
  try {
    const welcome = await welcomePage(running);
    return await work(running, welcome, site);
  } finally {
    await running.close();
    await site.close();
  }
}

const visit = async (running: RunningBrowser, site: FileServer): Promise<Page> => {
  const page = await running.browser.newPage();
  await page.goto(new URL('index.html', site.address).href, { waitUntil: 'load' });
  return page;
};

const COMMISSION = /European Commission: TikTok is not allowed on work devices\./;

describe.each(['chromium', 'firefox'] as const)('in %s', (name) => {
  it('staff of the EU Commission get from the install to the answer beside a link in 8 actions', () =>
    fresh(name, async (running, welcome, site) => {
      const person = countActions();
      await person.click(welcome, '[role=combobox]');
      await person.type(welcome, 'kommission');
      await person.press(welcome, 'Enter');
      await wordsToCome(welcome, COMMISSION);
      await person.click(welcome, 'button', 'Next');
      await person.click(welcome, 'label', 'A work device');
      await wordsToCome(welcome, 'You use a work device.');
      const page = await person.act(() => visit(running, site));
      const card = await person.act(() => openCard(page, '#video'));
      expect(card).toMatch(COMMISSION);
      expect(card).toMatch(/Last seen in force .* 20\d\d/);
      expect(person.count()).toBeLessThanOrEqual(8);
    }));

  it('a parent in Germany gets a true answer from the popup in 4 actions', () =>
    fresh(name, async (running, welcome, site) => {
      await welcome.close();
      const page = await visit(running, site);
      const person = countActions();
      const popup = await running.openPopup(page);
      await wordsToCome(
        popup,
        /As last known, TikTok is banned for everybody in \d+ countries\. In \d+ others/,
      );
      await person.click(popup, 'button', 'Set up');
      const options = await until(async () => {
        for (const each of await running.browser.pages())
          if (await each.evaluate(() => location.href.endsWith('options.html#set-up')).catch(() => false))
            return each;
        return null;
      }, 'the field of setting up');
      await options.bringToFront();
      await until(
        () => options.evaluate(() => document.activeElement?.id === 'set-up'),
        'the focus in the field',
      );
      await person.type(options, 'germany');
      await person.press(options, 'Enter');
      await wordsToCome(options, 'We know of no ban of TikTok for everybody in Germany.');
      const again = await person.act(() => running.openPopup(page));
      const text = await wordsToCome(again, 'We know of no ban of TikTok for everybody in Germany.');
      expect(text).toContain('As last known, some offices there do not allow TikTok on their work devices.');
      expect(text).toContain('That is not a permission: ask your employer or school.');
      expect(person.count()).toBeLessThanOrEqual(4);
    }));

  it('the keyboard alone leads staff to the answer at 400 %, and the focus is always in sight', () =>
    fresh(name, async (running, welcome, site) => {
      // A window of 1,280 by 1,024 at 400 %.
      await welcome.setViewport({ width: 320, height: 256 });
      await welcome.bringToFront();
      const stops = await tabTo(welcome, 'Where do you work, study or live?');
      await welcome.keyboard.type('kommission');
      await until(() => welcome.$('[role=option]'), 'an option');
      await welcome.keyboard.press('Enter');
      await wordsToCome(welcome, COMMISSION);
      stops.push(...(await tabTo(welcome, /^Next$/)));
      await welcome.keyboard.press('Enter');
      await until(async () => (await focusOn(welcome)).text === 'Your device', 'the focus on the next step');
      stops.push(...(await tabTo(welcome, 'A work device')));
      await welcome.keyboard.press(' ');
      await wordsToCome(welcome, 'You use a work device.');
      expect(stops.filter(({ seen }) => !seen)).toEqual([]);
      expect(await welcome.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      const page = await visit(running, site);
      await page.setViewport({ width: 320, height: 256 });
      const mark = await until(() => page.$(markOf('#video')), 'the mark');
      await mark.evaluate((element) => element.scrollIntoView({ block: 'center' }));
      await page.focus('#video');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await until(() => cardText(page), 'the card')).toMatch(COMMISSION);
    }));
});
