import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { tabIdOf } from '../../scripts/start/browser.ts';
import { collectGarbage } from '../support/collect-garbage.ts';
import { cardText, openCard, questionText, wordsToCome } from '../support/person.ts';
import { BADGE_TAG, inBothBrowsers, marksToCome, until } from '../support/rig.ts';

/** The part of the extension API that these tests use inside an extension page. */
declare const browser: { tabs: { connect(tabId: number, info: { name: string }): Port } };
interface Port {
  postMessage(message: unknown): void;
  disconnect(): void;
}

/** What `churn.html` defines. */
declare const window: Window & {
  made: number;
  collected: number;
  churn(rounds: number): Promise<void>;
};

const STAFF = {
  'setting:places': ['GB'],
  'setting:organisations': [{ id: 'gb-government', relation: 'staff' }],
  'setting:device': 'work-issued',
};

inBothBrowsers('while life goes on', (rig) => {
  const visit = async (path: string, count: number): Promise<Page> => {
    const page = await rig().visit(path);
    await marksToCome(page, count);
    return page;
  };

  it('a page that is left with the question open asks anew after the way back', async () => {
    await rig().store({ ...STAFF, 'setting:beforeOpen': 'ask' });
    const page = await visit('gauntlet/framing.html', 1);
    await page.click('#link');
    await until(() => questionText(page), 'the question');
    await page.goto(new URL('plain.html', rig().server.address).href);
    await page.goBack();
    await marksToCome(page, 1);
    await until(async () => !(await questionText(page)), 'no question');
    await page.click('#link');
    await until(() => questionText(page), 'the question again');
    await page.keyboard.press('Escape');
    await rig().store({ 'setting:beforeOpen': 'never' });
    await page.close();
  });

  it('the card opens in a document of XML, too', async () => {
    const page = await visit('gauntlet/card.xhtml', 1);
    expect(await openCard(page, '#link')).toContain('@demo.a');
    await page.close();
  });

  it('a flood of lines to the popup, half of them dropped, leaves the page answering', async () => {
    const page = await visit('gauntlet/framing.html', 1);
    const tabId = await tabIdOf(rig().inside, page);
    await rig().inside.evaluate((id) => {
      for (let i = 0; i < 300; i++) {
        const port = browser.tabs.connect(id, { name: 'page' });
        for (const message of [null, 1, 'show', {}, { type: 'show', id: 'x' }, { type: 'other' }, [[]]])
          port.postMessage(message);
        if (i % 2) port.disconnect();
      }
    }, tabId);
    expect(await openCard(page, '#link')).toContain('@demo.a');
    await page.keyboard.press('Escape');
    const popup = await rig().running.openPopup(page);
    await wordsToCome(popup, 'TikTok links on this page: 1');
    await popup.close();
    await page.close();
  });

  it('the card of a page that is opened and closed a hundred times leaves nothing behind', async () => {
    const page = await visit('gauntlet/framing.html', 1);
    for (let i = 0; i < 100; i++) {
      await (await page.$(BADGE_TAG))?.hover();
      await page.keyboard.press('Escape');
      await page.mouse.move(400, 400);
    }
    await until(async () => !(await cardText(page)), 'no card');
    await until(() => page.evaluate(() => window.frames.length === 0), 'no frame');
    expect(await page.evaluate((tag) => document.querySelector(tag)?.childNodes.length, BADGE_TAG)).toBe(0);
    await page.close();
  });

  it('ten thousand links that come and go are let go of, as the page itself counts them', async () => {
    const page = await rig().visit('gauntlet/churn.html');
    await page.evaluate(() => window.churn(10_000));
    expect(await page.evaluate(() => window.made)).toBe(10_000);
    await until(
      async () => {
        await collectGarbage(page);
        return page.evaluate(() => window.collected > 9000);
      },
      'links that the browser has collected',
      60_000,
    );
    await page.close();
  }, 120_000);
});
