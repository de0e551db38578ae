import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { personalOf, type Snapshot } from '../../lib/snapshot/snapshot.ts';
import type { Route } from '../../scripts/start/serve.ts';
import { cardText, openCard, questionText, wordsToCome } from '../support/person.ts';
import { framesToPass, inBothBrowsers, marksToCome, until, verdictsShown } from '../support/rig.ts';

/* Pages that Chromium renders before anybody has asked for them, in the tab of another page. */

const STAFF = {
  'setting:organisations': [{ id: 'gb-government', relation: 'staff' }],
  'setting:places': ['GB'],
  'setting:device': 'work-issued',
};
const NOBODY = { 'setting:organisations': [], 'setting:places': [], 'setting:device': 'personal' };

/** The pages asked for ahead. */
const ahead: string[] = [];
const notes: Route = (request, _response, { pathname }) => {
  if (/prerender/.test(String(request.headers['sec-purpose']))) ahead.push(pathname);
  return false;
};

inBothBrowsers(
  'a page rendered ahead',
  (rig) => {
    /** Opens the page before, and waits until the next one stands ready and had its turns to be marked. */
    const before = async (): Promise<Page> => {
      ahead.length = 0;
      const page = await rig().visit('gauntlet/prerendering.html');
      await until(() => ahead.length > 0, 'the page ahead');
      await framesToPass(page, 120);
      return page;
    };
    const shows = async (page: Page) => {
      await page.click('#next');
      await marksToCome(page, 1);
      const start = await page.evaluate(() => {
        const [entry] = performance.getEntriesByType('navigation');
        return (entry as PerformanceEntry & { activationStart: number }).activationStart;
      });
      expect(start).toBeGreaterThan(0);
    };
    const choose = async (entries: object, is: (snapshot: Snapshot) => boolean) => {
      await rig().store({ ...entries });
      await until(async () => is((await rig().stored()).snapshot as Snapshot), 'the snapshot');
    };

    it('is not in the popup over the page before, and is once it is shown', async () => {
      await choose(NOBODY, (snapshot) => personalOf(snapshot).verdict.level === 'no-profile');
      const page = await before();
      const popup = await rig().running.openPopup(page);
      await wordsToCome(popup, /no links to TikTok|links on this page: 0/i);
      expect(await popup.evaluate(() => document.body.innerText)).not.toContain('demo.a');
      await popup.close();
      await shows(page);
      const later = await rig().running.openPopup(page);
      await wordsToCome(later, 'TikTok links on this page: 1');
      await later.close();
      await page.close();
    });

    it('follows what changes before it is shown: verdict, question and card', async () => {
      await choose(NOBODY, (snapshot) => personalOf(snapshot).verdict.level === 'no-profile');
      const page = await before();
      await choose({ ...STAFF, 'setting:beforeOpen': 'ask' }, ({ beforeOpen }) => beforeOpen === 'ask');
      await shows(page);
      expect(await verdictsShown(page)).toEqual(['Not allowed']);
      expect(await openCard(page, '#link')).toContain('Not allowed');
      await page.keyboard.press('Escape');
      await until(async () => !(await cardText(page)), 'no card');
      await page.click('#link');
      await until(async () => (await questionText(page)).includes('Open this link anyway?'), 'the question');
      await page.keyboard.press('Escape');
      await until(async () => (await rig().toolbar(page)).text === '1', 'the count');
      await choose({ ...NOBODY, 'setting:beforeOpen': 'never' }, ({ beforeOpen }) => beforeOpen === 'never');
      await page.close();
    });

    it('asks once a site as on any page, and leaves an open question with the page before', async () => {
      await choose({ ...STAFF, 'setting:beforeOpen': 'once' }, ({ beforeOpen }) => beforeOpen === 'once');
      const page = await before();
      await page.evaluate(() =>
        document.body.insertAdjacentHTML(
          'beforeend',
          '<p>A <a id="own" href="https://www.tiktok.com/@demo.own">link</a> of its own</p>',
        ),
      );
      await marksToCome(page, 1);
      await page.click('#own');
      await until(() => questionText(page), 'the question');
      await page.evaluate(() => document.getElementById('next')?.click());
      await until(() => page.evaluate(() => location.pathname.endsWith('history.html')), 'the next page');
      await marksToCome(page, 1);
      expect(await questionText(page)).toBe('');
      await page.click('#link');
      await until(() => questionText(page), 'the question of this page');
      await page.keyboard.press('Escape');
      await choose({ ...NOBODY, 'setting:beforeOpen': 'never' }, ({ beforeOpen }) => beforeOpen === 'never');
      await page.close();
    });
  },
  { browsers: ['chromium'], routes: [notes] },
);
