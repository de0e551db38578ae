import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { LOCAL_KEYS } from '../../lib/platform/storage-keys.ts';
import type { Snapshot } from '../../lib/snapshot/snapshot.ts';
import { cardText, openCard, questionText } from '../support/person.ts';
import { popups } from '../support/popups.ts';
import {
  BADGE_TAG,
  inBothBrowsers,
  marksToCome,
  OWN_PROCESS,
  type Rig,
  until,
  verdictsShown,
} from '../support/rig.ts';

/** What `framing.html` defines. */
interface Framing {
  heard: unknown[][];
  struck?: boolean;
  lookAlikes: string[];
  attacks: string[];
  lieInWait(name: string, delay: number): void;
  imitate(name: string): Promise<void>;
}
declare const window: Window & Framing;

const STAFF = {
  'setting:places': ['GB'],
  'setting:organisations': [{ id: 'gb-government', relation: 'staff' }],
  'setting:device': 'work-issued',
};
/** What no page may come to know, in any spelling. */
const PERSONAL = /not allowed|united kingdom|gb-government|you work/i;

/** Milliseconds after the frame came: at once, while it loads, while it is greeted, and once it is drawn. */
const DELAYS = [0, 3, 20, 60, 200];

/** As in `framing.html`. */
const ATTACKS = [
  'navigates it',
  'navigates it to a document of markup',
  'navigates it to the same address',
  'offers itself to it',
  'takes its sandbox off and writes into it',
  'changes its sandbox and puts it back',
  'moves the mark',
  'moves it out of the mark',
  'takes it away and puts it back',
  'nests it in a frame of its own',
];
const LOOK_ALIKES = ['same', 'with scripts', 'of this origin', 'none'];

/** Not waited for: a key that takes the frame away in which it is pressed never comes to its end for Puppeteer. */
const pressEscape = (page: Page): void => void page.keyboard.press('Escape').catch(() => {});

const whatHolds = (rig: () => Rig): void => {
  const visit = async () => {
    await rig().store(STAFF);
    const page = await rig().visit('gauntlet/framing.html');
    await marksToCome(page, 1);
    return page;
  };
  const key = async () => ((await rig().stored())[LOCAL_KEYS.snapshot] as Snapshot).key;
  const heard = (page: Page) => page.evaluate(() => JSON.stringify(window.heard));
  /** The popup's page, opened where the card could not be shown; closed again. */
  const closePopups = async (page: Page) => {
    for (const each of await rig().running.browser.pages())
      if (await each.evaluate(() => /popup/.test(location.pathname)).catch(() => false)) await each.close();
    await page.bringToFront();
  };

  it('is attacked in every way that the page knows', async () => {
    const page = await visit();
    expect(await page.evaluate(() => window.attacks)).toEqual(ATTACKS);
    expect(await page.evaluate(() => window.lookAlikes)).toEqual(LOOK_ALIKES);
    await page.close();
  });

  it.each(ATTACKS)(
    'tells a page nothing that %s',
    async (attack) => {
      for (const delay of DELAYS) {
        const page = await visit();
        const secret = await key();
        await page.evaluate((name, time) => window.lieInWait(name, time), attack, delay);
        await (await page.$(BADGE_TAG))?.click();
        await until(() => page.evaluate(() => window.struck), 'the attack');
        // Whatever the opener had still under way has come to its end: the card is shown, or its frame is gone.
        const settled = () =>
          page.evaluate((tag) => document.querySelector(`${tag} > div`) === null, BADGE_TAG);
        await until(
          async () => /TikTok/.test(await cardText(page)) || (await settled()),
          'the end of the attack',
        );
        const all = await heard(page);
        expect(all, `after ${delay} ms`).not.toMatch(PERSONAL);
        expect(all).not.toContain(secret);
        expect(all).not.toContain('"answer"');
        await closePopups(page);
        await page.close();
      }
    },
    120_000,
  );

  it.each(LOOK_ALIKES)('does not answer in a frame of the page that looks the same: %s', async (name) => {
    const page = await visit();
    await page.evaluate((kind) => window.imitate(kind), name);
    // Once our own frame has been greeted, greeted last, the page's would have answered.
    expect(await openCard(page, '#link')).toMatch(PERSONAL);
    expect(await heard(page)).toBe('[]');
    await page.close();
  });

  it('has one outer size for every text, and the page reads nothing in it', async () => {
    const page = await visit();
    /** As the page can find it out: by asking what lies at each point. */
    const boxOf = () =>
      page.evaluate((tag) => {
        const card = document.querySelector(`${tag} > div`);
        const [xs, ys]: [number[], number[]] = [[], []];
        for (let x = 0; x < innerWidth; x += 2)
          for (let y = 0; y < innerHeight; y += 2)
            if (document.elementFromPoint(x, y) === card) {
              xs.push(x);
              ys.push(y);
            }
        return [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
      }, BADGE_TAG);
    const boxes: unknown[] = [];
    const verdicts = { 'Blocked here': ['IN'], 'No rule found': ['BR'], 'Not set up': [] };
    for (const [word, places] of Object.entries(verdicts)) {
      const entries = { 'setting:places': places, 'setting:organisations': [], 'setting:device': 'personal' };
      await rig().store(entries);
      await until(async () => (await verdictsShown(page))[0] === word, `"${word}"`);
      await openCard(page, '#link');
      boxes.push(await boxOf());
      pressEscape(page);
      await until(async () => !(await cardText(page)), 'the end of the card');
    }
    for (const box of boxes) expect(box).toEqual(boxes[0]);
    expect(boxes[0]).not.toContain(Number.POSITIVE_INFINITY);
    expect(await page.evaluate(() => document.documentElement.innerText)).not.toMatch(PERSONAL);
    await page.close();
  });

  it('takes the focus and gives it back: Tab leads in and out, Escape closes', async () => {
    const page = await visit();
    await page.focus('#link');
    await page.keyboard.press('Tab');
    const focused = () => page.evaluate(() => document.activeElement?.localName);
    expect(await focused()).toBe(BADGE_TAG);
    await page.keyboard.press('Enter');
    await until(() => cardText(page), 'the card');
    pressEscape(page);
    await until(async () => !(await cardText(page)), 'the end of the card');
    expect(await focused()).toBe(BADGE_TAG);
    await page.keyboard.press(' ');
    await until(() => cardText(page), 'the card');
    await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    await page.keyboard.up('Shift');
    await until(async () => (await focused()) === BADGE_TAG, 'the focus on the mark');
    await page.close();
  });

  it('gives way to the popup where the page is too small for it', async () => {
    await rig().store({ ...STAFF, 'setting:beforeOpen': 'ask' });
    const page = await rig().visit('gauntlet/small-frame.html');
    const frame = await until(() => page.frames().find((each) => each !== page.mainFrame()), 'the frame');
    await until(() => frame.$(BADGE_TAG), 'the mark in the frame');
    // Popups that other tests left open would take the question for their own pages.
    await popups(rig().inside, 'close');
    await page.bringToFront();
    await (await frame.$('#link'))?.click();
    const question = 'Open this link anyway?';
    await until(() => popups(rig().inside, 'count', question), 'the question in the popup');
    expect(await questionText(page)).toBe('');
    await popups(rig().inside, 'close');
    await rig().store({ 'setting:beforeOpen': 'never' });
    await page.close();
  });
};

inBothBrowsers('the frame in which the card is shown', whatHolds);
inBothBrowsers('the frame in which the card is shown, in a process of its own', whatHolds, {
  browsers: ['chromium'],
  args: [OWN_PROCESS],
});
