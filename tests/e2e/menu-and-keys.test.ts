import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { cardText, picture, wordsToCome } from '../support/person.ts';
import { BADGE_TAG, countMarks, framesToPass, inBothBrowsers, type Rig, until } from '../support/rig.ts';

/*
 * No test can open a browser's own menu or press its keys, so the browser's event is sent in the background itself.
 * Only Chromium lets a test in there; for Firefox the answers are held by unit tests.
 */

interface Events {
  dispatch(...of: unknown[]): void;
}
declare const chrome: {
  tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> };
  contextMenus: { onClicked: Events; update(id: string, changes: object): Promise<void> };
  commands: { onCommand: Events };
};

const backgroundOf = async ({ running }: Rig) => {
  const target = await running.browser.waitForTarget(
    (each) => each.type() === 'service_worker' && each.url().startsWith(running.url('')),
  );
  const worker = await target.worker();
  if (!worker) throw new Error('no background');
  return worker;
};

/** A click of an entry in the context menu, over the tab in front. */
async function chooseInMenu(rig: Rig, page: Page, click: object): Promise<void> {
  await page.bringToFront();
  await (await backgroundOf(rig)).evaluate(async (details) => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    chrome.contextMenus.onClicked.dispatch({ frameId: 0, ...details }, tab);
  }, click);
}

/** The popup that opens while something is done. */
async function popupOpenedBy({ running }: Rig, work: () => Promise<void>): Promise<Page> {
  const opened = running.browser.waitForTarget((target) =>
    target.url().startsWith(running.url('popup.html')),
  );
  await work();
  return (await opened).asPage();
}

async function press(rig: Rig, page: Page, command: string): Promise<void> {
  await page.bringToFront();
  await (await backgroundOf(rig)).evaluate(
    async (name, url) => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      // A real key press grants the extension the tab's address.
      chrome.commands.onCommand.dispatch(name, { ...tab, url });
    },
    command,
    page.url(),
  );
}

inBothBrowsers(
  'menu and keys',
  (rig) => {
    const visit = async () => {
      const page = await rig().visit('index.html');
      await until(() => countMarks(page), 'marks');
      return page;
    };

    it('has both entries in the context menu', async () => {
      const worker = await backgroundOf(rig());
      await worker.evaluate(() =>
        Promise.all(['about-link', 'about-selection'].map((id) => chrome.contextMenus.update(id, {}))),
      );
    });

    it('shows the card at the link that was right-clicked', async () => {
      const page = await visit();
      await page.$eval('#profile', (link) =>
        link.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, composed: true })),
      );
      const linkUrl = await page.$eval('#profile', (link) => (link as HTMLAnchorElement).href);
      await chooseInMenu(rig(), page, { menuItemId: 'about-link', linkUrl, pageUrl: page.url() });
      expect(await until(() => cardText(page), 'the card')).toContain('@demo.creator');
      await page.close();
    });

    it.each([
      [
        'a link elsewhere that was wrapped',
        {
          menuItemId: 'about-link',
          linkUrl: 'https://www.google.com/url?q=https://news.example/story&sa=D',
        },
        [/This is not a link to TikTok\.[\s\S]*news\.example\/story/],
      ],
      [
        'selected text with an address',
        {
          menuItemId: 'about-selection',
          selectionText: 'see www.tiktok.com/@demo.creator/video/7301444405347536130.',
        },
        [/Video by @demo\.creator[\s\S]*Uploaded on November 14, 2023/],
      ],
      [
        'selected text without one',
        { menuItemId: 'about-selection', selectionText: 'the harbour festival' },
        [/The selected text holds no address\./],
      ],
      [
        'a link without a mark',
        { menuItemId: 'about-link', linkUrl: 'https://newsroom.tiktok.com/en-us/demo' },
        [/Help, news or business page/],
      ],
    ])('opens the popup about %s, the verdict below', async (what, click, expected) => {
      const page = await visit();
      const popup = await popupOpenedBy(rig(), () =>
        chooseInMenu(rig(), page, { ...click, pageUrl: page.url() }),
      );
      for (const words of expected) await wordsToCome(popup, words);
      expect(await wordsToCome(popup, 'Not set up')).toMatch(
        /^What is known about this link\?[\s\S]*Not set up/,
      );
      await picture(rig().running, popup, `about-${what.replaceAll(' ', '-')}`);
      await popup.close();
      await page.close();
    });

    it('opens the next popup as usual', async () => {
      const page = await visit();
      const popup = await rig().running.openPopup(page);
      await wordsToCome(popup, 'Not set up');
      expect(await popup.$('.link-enquiry')).toBeNull();
      await popup.close();
      await page.close();
    });

    it('moves between marks with the keys', async () => {
      const page = await visit();
      const before = () =>
        page.evaluate(
          (tag) =>
            document.activeElement?.localName === tag
              ? (document.activeElement.previousElementSibling?.id ?? '')
              : null,
          BADGE_TAG,
        );
      await press(rig(), page, 'next-mark');
      await until(async () => (await before()) === 'video', 'the first mark');
      await press(rig(), page, 'next-mark');
      await until(async () => (await before()) === 'profile', 'the second mark');
      await press(rig(), page, 'previous-mark');
      await until(async () => (await before()) === 'video', 'the first mark again');
      await page.close();
    });

    it('reaches a mark with the keys that waits until its link comes near', async () => {
      const page = await rig().visit('gauntlet/very-many.html?boxed');
      await until(async () => (await rig().toolbar(page)).text === '600', 'all links to be read');
      expect(await page.$(`li:nth-last-child(2) ${BADGE_TAG}`)).toBeNull();
      await press(rig(), page, 'previous-mark');
      const isAtLast = () =>
        page.evaluate((tag) => !!document.querySelector(`li:nth-last-child(2) ${tag}:focus`), BADGE_TAG);
      await until(isAtLast, 'the focus on the last mark');
      // The link is told of as near only now, and those around it get their badges.
      await framesToPass(page, 30);
      expect(await isAtLast()).toBe(true);
      await page.close();
    });

    it('switches the marks of this site off and on with a key', async () => {
      const page = await visit();
      await press(rig(), page, 'toggle-site');
      await until(async () => (await countMarks(page)) === 0, 'no marks');
      expect((await rig().stored())['setting:sitesOff']).toEqual(['127.0.0.1']);
      await press(rig(), page, 'toggle-site');
      await until(() => countMarks(page), 'marks again');
      await page.close();
    });
  },
  { browsers: ['chromium'] },
);
