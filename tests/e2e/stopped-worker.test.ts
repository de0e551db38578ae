import type { Page } from 'puppeteer-core';
import { beforeEach, expect, it } from 'vitest';
import type { Snapshot } from '../../lib/snapshot/snapshot.ts';
import { cardText, markOf, openCard, questionText } from '../support/person.ts';
import { countMarks, inBothBrowsers, marksToCome, until, verdictsShown } from '../support/rig.ts';
import { keepStopping, stopWorker } from '../support/stop-worker.ts';

/* Chromium stops the background whenever it likes: before, while and after anything is asked of it. */

const STAFF = {
  'setting:organisations': [{ id: 'gb-government', relation: 'staff' }],
  'setting:places': ['GB'],
  'setting:device': 'work-issued',
};

/** The part of the extension API that these tests use inside an extension page. */
declare const browser: {
  storage: { session: { remove(key: string): Promise<void>; get(key: string): Promise<object> } };
};

/** What `while-asked.html` defines: links that the page saw clicked. */
declare const window: Window & { seen: string[] };

inBothBrowsers(
  'with a worker that stops',
  (rig) => {
    let page: Page;
    const choose = async (beforeOpen: 'never' | 'ask' | 'once') => {
      await rig().store({ ...STAFF, 'setting:beforeOpen': beforeOpen });
      const known = async () => ((await rig().stored()).snapshot as Snapshot).beforeOpen;
      await until(async () => (await known()) === beforeOpen, 'the choice');
    };
    const asks = async () => (await questionText(page)).includes('Open this link anyway?');
    const seen = () => page.evaluate(() => window.seen.length);
    const visit = async () => {
      page = await rig().visit('gauntlet/while-asked.html');
      await until(() => page.$(markOf('#link')), 'the mark');
    };
    const open = async () => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await until(async () => !(await asks()), 'the question to go');
    };

    beforeEach(() => () => page.close());

    it('a click is asked about, and goes through once it was', async () => {
      await choose('once');
      await visit();
      await stopWorker(rig());
      await page.click('#link');
      await until(asks, 'the question');
      await stopWorker(rig());
      await open();
      await until(async () => (await seen()) === 1, 'the click');
      // A background that is stopped before it knows of the answer asks again. Once it knows, the next one does.
      const known = () => rig().inside.evaluate(() => browser.storage.session.get('confirmedSites'));
      await until(async () => JSON.stringify(await known()).includes('127.0.0.1'), 'the answer to be known');
      await stopWorker(rig());
      await page.reload();
      await until(() => page.$(markOf('#link')), 'the mark');
      await stopWorker(rig());
      await page.click('#link');
      await until(async () => (await seen()) === 1, 'the click');
      expect(await asks()).toBe(false);
    });

    it('a click is asked about while it never comes to answer', async () => {
      await choose('once');
      await rig().inside.evaluate(() => browser.storage.session.remove('confirmedSites'));
      await visit();
      const stop = await keepStopping(rig());
      try {
        await page.click('#link');
        await until(asks, 'the question');
        await open();
        await until(async () => (await seen()) === 1, 'the click');
      } finally {
        await stop();
      }
    });

    it('counts, verdict and card are right afterwards', async () => {
      await choose('never');
      await visit();
      const stop = await keepStopping(rig());
      await rig().store({ 'setting:organisations': [], 'setting:places': [], 'setting:device': 'personal' });
      await page.evaluate(() => {
        document.body.insertAdjacentHTML(
          'beforeend',
          '<p>a <a href="https://vm.tiktok.com/ZM1/">link</a></p>',
        );
      });
      await marksToCome(page, 4);
      await stop();
      await until(
        async () => (await verdictsShown(page)).every((word) => word === 'Not set up'),
        'the verdict',
      );
      await until(async () => (await rig().toolbar(page)).text === '5', 'the count');
      expect((await rig().toolbar(page)).title).toContain('Not set up');
      expect(await openCard(page, '#link')).toContain('Not set up');
      await page.keyboard.press('Escape');
      await until(async () => !(await cardText(page)), 'no card');
      expect(await countMarks(page)).toBe(4);
    });

    it('a page without links shows none, after one with links that it never came to forget', async () => {
      await visit();
      await until(async () => (await rig().toolbar(page)).text === '4', 'the count');
      const stop = await keepStopping(rig());
      await page.goto(new URL('plain.html', rig().server.address).href);
      await stop();
      await stopWorker(rig());
      await rig().store({ 'setting:toolbarCount': true });
      await until(async () => (await rig().toolbar(page)).text === '', 'no count');
    });
  },
  { browsers: ['chromium'] },
);
