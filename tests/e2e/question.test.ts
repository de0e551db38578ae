import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BADGE_TAG } from '../../lib/content/badge-tag.ts';
import { type BrowserName, launch, type RunningBrowser, until } from '../../scripts/start/browser.ts';
import { type FileServer, serve } from '../../scripts/start/serve.ts';
import { cardText, markOf, openCard, questionText } from '../support/person.ts';

const PAGES = fileURLToPath(new URL('../pages', import.meta.url));
/** Nothing that these tests open leaves the machine. */
const OFFLINE = {
  args: ['--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1'],
  prefs: { 'network.dns.localDomains': 'www.tiktok.com,vm.tiktok.com' },
};

declare const browser: {
  storage: {
    local: { set(entries: object): Promise<void>; get(key: string): Promise<Record<string, unknown>> };
  };
};
/** What the page's own handlers saw. */
declare global {
  var seen: string[];
}

const STAFF = {
  'setting:organisations': [{ id: 'gb-government', relation: 'staff' }],
  'setting:places': ['GB'],
  'setting:device': 'work-issued',
};

describe.each<BrowserName>(['chromium', 'firefox'])('the question before a link opens (%s)', (name) => {
  let running: RunningBrowser;
  let server: FileServer;
  let inside: Page;
  let page: Page;

  beforeAll(async () => {
    [running, server] = await Promise.all([
      launch(name, {
        welcomeWithin: 30_000,
        ...(name === 'chromium' ? { args: OFFLINE.args } : { prefs: OFFLINE.prefs }),
      }),
      serve(PAGES),
    ]);
    inside = await running.open('options.html');
  });
  afterAll(async () => {
    await running?.close();
    await server?.close();
  });

  /** Chooses when to ask, and waits until pages know. */
  const choose = async (when: 'ask' | 'once') => {
    const entries = { ...STAFF, 'setting:beforeOpen': when };
    await inside.evaluate((raw) => browser.storage.local.set(raw), entries);
    const known = () =>
      inside.evaluate(
        async () =>
          ((await browser.storage.local.get('snapshot')).snapshot as { beforeOpen?: string })?.beforeOpen,
      );
    await until(async () => (await known()) === when, 'the choice');
  };
  const asks = async () => (await questionText(page)).includes('Open this link anyway?');
  const seen = () => page.evaluate(() => globalThis.seen);
  const keys = async (...names: ('Tab' | 'Enter')[]) => {
    for (const key of names) await page.keyboard.press(key);
  };
  const questionGoes = () => until(async () => !(await asks()), 'the question to go');
  const tabs = async () => (await running.browser.pages()).length;

  beforeEach(async () => {
    await choose('ask');
    page = await running.browser.newPage();
    await page.goto(`${server.address}basic/question.html`);
    await until(() => page.$(markOf('#link')), 'the mark');
    await page.evaluate(() => {
      globalThis.seen = [];
      for (const type of ['click', 'auxclick', 'keydown'])
        document.addEventListener(
          type,
          (event) => {
            if ((event.target as Element).localName !== 'a') return;
            globalThis.seen.push(event.type);
            event.preventDefault();
          },
          true,
        );
    });
    await page.bringToFront();
    return () => page.close();
  });

  it('holds back a click until the answer, then lets the page see it once', async () => {
    await page.click('#link');
    await until(asks, 'the question');
    expect(await seen()).toEqual([]);
    // The first button keeps the link closed and has the focus; the second opens it.
    await keys('Tab', 'Enter');
    await until(async () => !(await asks()), 'the question to go');
    expect(await seen()).toEqual(['click']);
  });

  it('has its buttons in sight from the start, below whatever there is to read; the card, too', async () => {
    const inSight = async () => {
      const [, frame] = page.frames();
      const buttons = (await frame?.$$('.row button')) ?? [];
      return Promise.all(buttons.map((each) => each.isIntersectingViewport({ threshold: 1 })));
    };
    await page.click('#link');
    await until(asks, 'the question');
    expect(await inSight()).toEqual([true, true, true]);
    await keys('Enter');
    await questionGoes();
    expect(await openCard(page, '#link')).toContain('TikTok');
    expect(await inSight()).toEqual([true, true]);
  });

  it('keeps the link closed where the person says so, and gives the focus back', async () => {
    await page.focus('#link');
    await keys('Enter');
    await until(asks, 'the question');
    await keys('Enter');
    await until(async () => !(await asks()), 'the question to go');
    expect(await seen()).toEqual([]);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('link');
    await page.click('#link');
    await until(asks, 'the question');
    await page.keyboard.press('Escape');
    await until(async () => !(await asks()), 'the question to go');
    expect(await seen()).toEqual([]);
  });

  it('opens a tab for a middle click, as the click would have', async () => {
    const before = await tabs();
    await page.click('#link', { button: 'middle' });
    await until(asks, 'the question');
    expect(await tabs()).toBe(before);
    await keys('Tab', 'Enter');
    await until(async () => (await tabs()) === before + 1, 'the tab');
    for (const each of await running.browser.pages())
      if (![page, inside].includes(each) && !each.url().startsWith('about:')) await each.close();
  });

  it('leaves clicks by scripts and on other links alone', async () => {
    await page.evaluate(() => document.getElementById('link')?.click());
    await page.click('#other');
    expect(await seen()).toEqual(['click', 'click']);
    expect(await asks()).toBe(false);
  });

  it('is not asked where the page takes the click first, or its script opens the link, as the limits say', async () => {
    await page.evaluateOnNewDocument(() => {
      globalThis.seen = [];
      addEventListener(
        'click',
        (event) => {
          globalThis.seen.push((event.target as Element).id);
          event.stopImmediatePropagation();
          event.preventDefault();
        },
        true,
      );
    });
    await page.reload();
    await until(() => page.$(markOf('#link')), 'the mark');
    await page.click('#link');
    expect(await seen()).toEqual(['link']);
    await page.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<form action="https://www.tiktok.com/@demo"></form>');
      document.addEventListener('submit', (event) => {
        globalThis.seen.push('form');
        event.preventDefault();
      });
      document.forms[0]?.requestSubmit();
    });
    expect(await seen()).toEqual(['link', 'form']);
    expect(await asks()).toBe(false);
  });

  it('asks once a site in a session where that is the choice', async () => {
    await choose('once');
    const clicks = async (count: number) =>
      until(async () => (await seen()).length === count, `${count} clicks`);
    await page.click('#link');
    await until(asks, 'the question');
    await keys('Tab', 'Enter');
    await clicks(1);
    await page.click('#link');
    await clicks(2);
    expect(await asks()).toBe(false);
    await page.reload();
    await until(() => page.$(markOf('#link')), 'the mark');
    await page.evaluate(() => {
      globalThis.seen = [];
      document.addEventListener('click', (event) => {
        globalThis.seen.push(event.type);
        event.preventDefault();
      });
    });
    await page.click('#link');
    await clicks(1);
    expect(await asks()).toBe(false);
  });

  describe('on a page that changes meanwhile', () => {
    beforeEach(async () => {
      await page.goto(`${server.address}gauntlet/while-asked.html`);
      for (const link of ['#link + *', '#two + *', '#block > *'])
        await until(() => page.$(link.replace('*', BADGE_TAG)), `the mark of ${link}`);
    });

    /** Asks about a link, lets the page do something to it, and sees the question go with what was asked about. */
    const changeWhileAsked = async (change: () => void) => {
      await page.click('#link');
      await until(asks, 'the question');
      await page.evaluate(change);
      await questionGoes();
      expect(await seen()).toEqual([]);
    };
    /** The frame still asks, about this link too, and opens what it asked about. */
    const opensAsEver = async (link: string, address: string) => {
      await page.click(link);
      await until(asks, 'the next question');
      expect(await questionText(page)).toContain(address);
      await keys('Tab', 'Enter');
      await questionGoes();
      expect((await seen()).at(-1)).toBe(address);
    };

    const CHANGES: Readonly<Record<string, () => void>> = {
      'replaces the link': () => {
        const link = document.getElementById('link');
        link?.replaceWith(link.cloneNode(true));
      },
      'takes the link away': () => document.getElementById('link')?.remove(),
      'writes the part with the link anew': () => {
        const part = document.getElementById('first') as HTMLElement;
        part.innerHTML = 'Now <a id="link" href="https://www.tiktok.com/@demo.creator">it</a> stands here.';
      },
      'moves the part with the link': () =>
        document.getElementById('end')?.append(document.getElementById('first') as HTMLElement),
      'gives the link another address': () =>
        document.getElementById('link')?.setAttribute('href', 'https://www.tiktok.com/@demo.other'),
      'makes the link one to elsewhere': () =>
        document.getElementById('link')?.setAttribute('href', 'https://example.org/'),
      'hides the part with the link': () => {
        (document.getElementById('first') as HTMLElement).style.display = 'none';
      },
      'makes the link editable': () => document.getElementById('first')?.setAttribute('contenteditable', ''),
    };

    it.each(Object.keys(CHANGES))('and %s', async (what) => {
      await changeWhileAsked(CHANGES[what] as () => void);
      await opensAsEver('#two', 'https://www.tiktok.com/@demo.two');
    });

    it('and asks about the same link again, as often as it is clicked', async () => {
      await changeWhileAsked(CHANGES['moves the part with the link'] as () => void);
      await opensAsEver('#link', 'https://www.tiktok.com/@demo.creator');
      await opensAsEver('#link', 'https://www.tiktok.com/@demo.creator');
    });

    it('and asks about the new address of a link', async () => {
      await changeWhileAsked(CHANGES['gives the link another address'] as () => void);
      await opensAsEver('#link', 'https://www.tiktok.com/@demo.other');
    });

    it('and changes what the same letters lead to', async () => {
      await page.evaluate(() =>
        document.getElementById('link')?.setAttribute('href', '//www.tiktok.com/@demo.base'),
      );
      await changeWhileAsked(() => {
        const base = document.createElement('base');
        base.href = 'https://example.org/';
        document.head.append(base);
      });
      await opensAsEver('#link', 'https://www.tiktok.com/@demo.base');
    });

    it('and loses its marks because they are switched off: links open as on any page', async () => {
      await page.click('#link');
      await until(asks, 'the question');
      await inside.evaluate(() => browser.storage.local.set({ 'setting:paused': true }));
      try {
        await until(async () => !(await page.$(BADGE_TAG)), 'the marks to go');
        expect(await asks()).toBe(false);
        await page.click('#link');
        await until(async () => (await seen()).length === 1, 'the click');
      } finally {
        await inside.evaluate(() => browser.storage.local.set({ 'setting:paused': false }));
      }
      await until(() => page.$(markOf('#two')), 'the marks to come back');
      await opensAsEver('#two', 'https://www.tiktok.com/@demo.two');
    });

    it('and opens a dialog of its own above the question: what is clicked there is asked about', async () => {
      await page.click('#link');
      await until(asks, 'the question');
      await page.evaluate(() => (document.getElementById('own') as HTMLDialogElement).showModal());
      await until(() => page.$(markOf('#inner')), 'the mark in the dialog');
      await opensAsEver('#inner', 'https://www.tiktok.com/@demo.inner');
    });

    it('is answered with pointer and keys alike where the mark lies within its link', async () => {
      await page.click('#block', { offset: { x: 300, y: 8 } });
      await until(asks, 'the question');
      await keys('Enter');
      await questionGoes();
      expect(await seen()).toEqual([]);
      await page.click('#block', { offset: { x: 300, y: 8 } });
      await until(asks, 'the question');
      await keys('Tab', 'Enter');
      await questionGoes();
      expect(await seen()).toEqual(['https://www.tiktok.com/@demo.block']);
      await page.click(`#block > ${BADGE_TAG}`);
      await until(async () => (await cardText(page)).includes('TikTok’s response'), 'the card');
      expect(await asks()).toBe(false);
    });
  });
});
