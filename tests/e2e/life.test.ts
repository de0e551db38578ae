import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { LOCAL_KEYS } from '../../lib/platform/storage-keys.ts';
import { personalOf, type Snapshot } from '../../lib/snapshot/snapshot.ts';
import type { Route } from '../../scripts/start/serve.ts';
import { cardText, markOf } from '../support/person.ts';
import {
  countMarks,
  framesToPass,
  inBothBrowsers,
  marksToCome,
  until,
  verdictsShown,
} from '../support/rig.ts';
import { stopWorker } from '../support/stop-worker.ts';

/* What becomes of marks while browser, tab and extension come and go. */

/** The part of the extension API that these tests use inside an extension page. */
declare const browser: {
  tabs: {
    query(filter: object): Promise<{ id: number; url?: string; discarded: boolean }[]>;
    discard(id: number): Promise<{ id: number; discarded: boolean } | undefined>;
    update(id: number, change: object): Promise<unknown>;
  };
  storage: { local: { set(entries: object): Promise<void>; QUOTA_BYTES?: number } };
};

const STAFF = {
  'setting:organisations': [{ id: 'gb-government', relation: 'staff' }],
  'setting:places': ['GB'],
  'setting:device': 'work-issued',
};
const NOBODY = { 'setting:organisations': [], 'setting:places': [], 'setting:device': 'personal' };

/** How the page that one comes back to was asked for. */
const purposes: unknown[] = [];
/** Serves that page so that browsers may keep it. */
const kept: Route = (request, response, { pathname }) => {
  if (pathname !== '/gauntlet/history.html') return false;
  purposes.push(request.headers['sec-purpose']);
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'max-age=60' });
  response.end(readFileSync(new URL('../pages/gauntlet/history.html', import.meta.url)));
  return true;
};

const say = (page: Page, words: RegExp, what: string) =>
  until(async () => {
    const texts = await verdictsShown(page);
    return texts.length > 0 && texts.every((text) => words.test(text));
  }, what);

const cardToCome = (page: Page) => until(() => cardText(page), 'the card');

/** Uses a page as a person does who reads on: moves the pointer, away from the marks. */
async function use(page: Page): Promise<void> {
  await page.bringToFront();
  await page.mouse.move(20, 20);
  await page.mouse.move(300, 40);
  await page.mouse.move(300, 300);
}

inBothBrowsers(
  'marks',
  (rig) => {
    const visit = (name: string) => rig().visit(`gauntlet/${name}`);
    const counted = (page: Page, text: string) =>
      until(async () => (await rig().toolbar(page)).text === text, `a count of "${text}"`);

    it('are there once, and right, after going back', async () => {
      await rig().store(NOBODY);
      const page = await visit('history.html');
      await marksToCome(page, 1);
      await counted(page, '1');
      // Not `goto` and `goBack`, which wait for a load that pages from the cache do not have.
      const at = (path: string) =>
        until(() => page.evaluate((wanted) => location.pathname === wanted, path), path);
      const away = async () => {
        await page.evaluate(() => location.assign('/plain.html'));
        await at('/plain.html');
        await counted(page, '');
      };
      const back = async () => {
        await page.evaluate(() => history.back());
        await at('/gauntlet/history.html');
        const shown = () => page.evaluate(() => document.getElementById('shown')?.textContent);
        await until(async () => (await shown()) === 'from the cache', 'the page from the cache');
      };
      /** Changes settings while the page lies in the cache, and waits until marks would follow. */
      const meanwhile = async (settings: object, done: (snapshot: Snapshot) => boolean) => {
        await away();
        await rig().store({ ...settings });
        await until(
          async () => done((await rig().stored())[LOCAL_KEYS.snapshot] as Snapshot),
          'the snapshot',
        );
        await back();
      };
      await meanwhile(STAFF, (snapshot) => personalOf(snapshot).verdict.level === 'not-allowed');
      await say(page, /not allowed/i, 'the new verdict');
      expect(await countMarks(page)).toBe(1);
      await counted(page, '1');
      await meanwhile({ 'setting:paused': true }, ({ paused }) => paused);
      await marksToCome(page, 0);
      await counted(page, '');
      await meanwhile({ 'setting:paused': false }, ({ paused }) => !paused);
      await marksToCome(page, 1);
      await counted(page, '1');
      await meanwhile({ 'setting:linkKindsOff': ['profile'] }, ({ linkKindsOff }) => linkKindsOff.length > 0);
      await marksToCome(page, 0);
      await meanwhile({ 'setting:linkKindsOff': [] }, ({ linkKindsOff }) => linkKindsOff.length === 0);
      await say(page, /not allowed/i, 'the verdict');
      expect(await countMarks(page)).toBe(1);
      await (await page.$(markOf('#link')))?.click();
      await cardToCome(page);
    });

    it('follow the right day after the clock has jumped', async () => {
      const page = await visit('history.html');
      await marksToCome(page, 1);
      for (const day of ['1999-12-31', '2999-01-01']) {
        const snapshot = (await rig().stored()).snapshot as Record<string, unknown>;
        await rig().store({ snapshot: { ...snapshot, day } });
        await until(async () => {
          const now = (await rig().stored()).snapshot as { day: string };
          return now.day === new Date().toLocaleDateString('sv');
        }, 'the snapshot of today');
      }
      expect(await countMarks(page)).toBe(1);
    });

    it('stay, and what was chosen stays, where the storage is full', async ({ skip }) => {
      skip(rig().name === 'firefox', 'Firefox sets no limit short of the disk.');
      await rig().store(STAFF);
      const page = await visit('history.html');
      await say(page, /not allowed/i, 'the verdict');
      const refused = await rig().inside.evaluate(async () => {
        const set = (key: string, length: number) =>
          browser.storage.local.set({ [key]: 'x'.repeat(length) }).then(
            () => false,
            () => true,
          );
        let full = false;
        for (let size = 2 ** 22, i = 0; size >= 1; ) {
          full = await set(`filler${i++}`, size);
          if (full) size = Math.floor(size / 2);
        }
        return full;
      });
      expect(refused).toBe(true);
      const change = rig().store({ 'setting:places': ['GB', 'FR', 'DE', 'NL', 'BE'] });
      await expect(change).rejects.toThrow(/quota/i);
      const other = await visit('history.html');
      await say(other, /not allowed/i, 'the verdict of before');
      await say(page, /not allowed/i, 'the verdict of before');
      const popup = await rig().running.openPopup(other);
      await until(
        () => popup.evaluate(() => /not allowed/i.test(document.body.innerText)),
        'the popup in spite of that',
      );
      await popup.close();
      await rig().inside.evaluate(async () => {
        const { local } = browser.storage as unknown as {
          local: { get(key: null): Promise<object>; remove(keys: string[]): Promise<void> };
        };
        await local.remove(Object.keys(await local.get(null)).filter((key) => key.startsWith('filler')));
      });
      await rig().store(NOBODY);
      await say(page, /not set up/i, 'the next change');
    });

    it('come again in a tab that was put to sleep', async () => {
      const page = await visit('history.html');
      await marksToCome(page, 1);
      const { id } = await rig().inside.evaluate(async () => {
        const all = await browser.tabs.query({});
        const [tab] = await browser.tabs.query({ active: true });
        return { id: tab?.id ?? all[0]?.id ?? 0 };
      });
      await rig().inside.bringToFront();
      // Some browsers give the tab another number now, some tell nothing.
      const asleep = await rig().inside.evaluate(
        async (tab) => (await browser.tabs.discard(tab))?.id ?? tab,
        id,
      );
      await until(async () => {
        const all = await rig().inside.evaluate(() => browser.tabs.query({}));
        return all.find((each) => each.id === asleep)?.discarded;
      }, 'the tab to sleep');
      await rig().inside.evaluate((tab) => browser.tabs.update(tab, { active: true }), asleep);
      const back = await until(async () => {
        const pages = await rig().running.browser.pages();
        for (const each of pages)
          if (each.url().endsWith('history.html') && (await countMarks(each).catch(() => 0)) === 1)
            return each;
        return false;
      }, 'the tab with its mark');
      await counted(back, '1');
    });
  },
  { routes: [kept] },
);

inBothBrowsers(
  'in Chromium, marks',
  (rig) => {
    const visit = (name: string) => rig().visit(`gauntlet/${name}`);

    it('are rendered ahead, and counted only once the page is shown', async () => {
      purposes.length = 0;
      const page = await visit('prerendering.html');
      await until(() => purposes.some((purpose) => /prerender/.test(String(purpose))), 'the page ahead');
      // The page ahead has its turns to be marked and counted.
      await framesToPass(page, 120);
      expect((await rig().toolbar(page)).text).toBe('');
      await page.click('#next');
      await marksToCome(page, 1);
      const ahead = await page.evaluate(() => {
        const [entry] = performance.getEntriesByType('navigation');
        return (entry as PerformanceEntry & { activationStart: number }).activationStart;
      });
      expect(ahead).toBeGreaterThan(0);
      await until(async () => (await rig().toolbar(page)).text === '1', 'the count');
    });

    it('outlive the worker: counts go on, settings arrive, the popup opens', async () => {
      const page = await visit('sandboxed.html');
      const counted = (text: string) =>
        until(async () => (await rig().toolbar(page)).text === text, `a count of ${text}`);
      await counted('4');
      await stopWorker(rig());
      await page.evaluate(() => {
        document.body.insertAdjacentHTML(
          'beforeend',
          '<p><a id="late" href="https://www.tiktok.com/@demo.late">late</a></p>',
        );
      });
      await counted('5');
      await stopWorker(rig());
      await rig().store(STAFF);
      await say(page, /not allowed/i, 'the new verdict');
      await stopWorker(rig());
      await (await page.waitForSelector(markOf('#late')))?.click();
      await cardToCome(page);
    });
  },
  { browsers: ['chromium'], routes: [kept] },
);

inBothBrowsers('after the extension', (rig) => {
  const old = async () => {
    const page = await rig().visit('gauntlet/history.html');
    await marksToCome(page, 1);
    return page;
  };

  it('was updated, the marks of before are gone, and there are never two at a link', async () => {
    const page = await old();
    await rig().running.browser.installExtension(rig().running.folder);
    await framesToPass(page, 90);
    await use(page);
    // Chromium starts no script in pages that are open; Firefox does, and it tidies up.
    await marksToCome(page, rig().name === 'chromium' ? 0 : 1);
    await page.reload();
    await marksToCome(page, 1);
    await page.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<a href="https://www.tiktok.com/@demo.late">late</a>');
    });
    await marksToCome(page, 2);
  });

  it('was removed, its marks are gone as soon as the page is used', async () => {
    const page = await old();
    const { browser: running, extensionId } = rig().running;
    await running.uninstallExtension(extensionId);
    await use(page);
    if (rig().name === 'firefox') {
      // Its scripts end without a word; what they left behind does nothing.
      await (await page.$(markOf('#link')))?.click();
      expect(await cardText(page)).toBe('');
    } else {
      await marksToCome(page, 0);
    }
    await page.reload();
    await framesToPass(page, 60);
    expect(await countMarks(page)).toBe(0);
  });
});
