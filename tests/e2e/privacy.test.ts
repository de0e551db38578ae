import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { VERDICT_LEVELS } from '../../lib/register/verdict-level.ts';
import { type BrowserName, BUILDS, launch, tabIdOf } from '../../scripts/start/browser.ts';
import { serve } from '../../scripts/start/serve.ts';
import { english } from '../support/english.ts';
import { PEOPLE as EACH } from '../support/people.ts';
import { cardText, markOf, questionText } from '../support/person.ts';
import { recordingProxy } from '../support/recording-proxy.ts';
import {
  BADGE_TAG,
  countMarks,
  framesToPass,
  inBothBrowsers,
  MARKS_ON_INDEX,
  marksToCome,
  markTexts,
  until,
  verdictsShown,
} from '../support/rig.ts';

const PAGES = fileURLToPath(new URL('../pages', import.meta.url));

/** What `curious.html` defines. */
interface Curious {
  heard: string[];
  clicks: { trusted: boolean; prevented: boolean; at: string }[];
  learn(tag: string): unknown;
  surroundings(): unknown;
}
/** What `prying.html` defines. */
interface Prying {
  found: Set<string>;
  roots: Set<ShadowRoot>;
  events: Set<string>;
  painted: string[];
  pry(tag: string, words: readonly string[]): Record<string, string | string[]>;
  readRoots(): string[];
  scrollsTo(word: string): Promise<boolean>;
}

declare const window: Window & Curious & Prying;

/** What a page may try; any of it may be missing there. */
declare const chrome: { runtime?: { sendMessage?: (...parts: unknown[]) => unknown } } | undefined;

/** The part of the extension API that these tests use inside an extension page. */
declare const browser: { tabs: { connect(tabId: number, info: { name: string }): Port } };
interface Port {
  readonly onMessage: { addListener(listener: () => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
  disconnect(): void;
}

/** Somebody for each verdict, by the word of it. */
const PEOPLE = Object.fromEntries(
  VERDICT_LEVELS.map((level) => [
    english.t(`verdict_word_${level.replaceAll('-', '_') as 'no_profile'}`),
    EACH[level],
  ]),
);

/** Milliseconds on the page's own clock: whatever the extension set going there earlier, for less, has been done. */
const passIn = (page: Page, milliseconds: number) => framesToPass(page, Math.ceil(milliseconds / 16));

const cardIsOpen = async (page: Page) => (await cardText(page)) !== '';

describe.each<BrowserName>(['chromium', 'firefox'])('over a session of use (%s)', (name) => {
  it('the extension asks the network for nothing', async () => {
    const proxy = await recordingProxy();
    const { args = [], prefs = {} } = proxy.launch;
    const server = await serve(PAGES);
    const running = await launch(name, {
      welcomeWithin: 30_000,
      ...(name === 'chromium' ? { args } : { prefs }),
    });
    try {
      const inside: string[] = [];
      const watch = (page: Page) => page.on('request', (request) => inside.push(request.url()));
      if (name === 'chromium') {
        const target = await running.browser.waitForTarget((each) => each.type() === 'service_worker');
        const session = await target.createCDPSession();
        await session.send('Network.enable');
        session.on('Network.requestWillBeSent', ({ request }) => inside.push(request.url));
      }
      const page = await running.browser.newPage();
      await page.goto(new URL('index.html', server.address).href);
      await marksToCome(page, MARKS_ON_INDEX);
      await (await page.$(markOf('#video')))?.click();
      await until(() => cardIsOpen(page), 'the card');
      for (const path of ['options.html', 'register.html', 'welcome.html']) {
        const own = await running.open(path);
        watch(own);
        // Once more, now that it is watched.
        if (name === 'chromium') await own.reload();
        await until(() => own.evaluate(() => document.body.innerText.length > 200), path);
      }
      const popup = await running.openPopup(page);
      await until(() => popup.evaluate(() => document.body.innerText.length > 200), 'the popup');
      await popup.keyboard.type('data');

      const origin = new URL('/', server.address).href;
      const asked = () =>
        proxy.asked.filter((url) => url.startsWith(origin)).map((url) => url.slice(origin.length));
      // What the page itself asks for, each once: it shows the proxy sees everything. Browsers ask for the icon late.
      const its = ['favicon.svg', 'index.html', 'quay.svg'];
      await until(() => its.every((path) => asked().includes(path)), 'the requests of the page');
      // What the extension did until then has reached the proxy by now. Behind other tabs, no frames pass.
      await page.bringToFront();
      await framesToPass(page, 180);
      expect(asked().sort()).toEqual(its);
      const others = proxy.asked.filter((url) => !url.startsWith(origin));
      const makers =
        /^(https?:\/\/)?([\w-]+\.)*(google\.com|googleapis\.com|mozilla\.(com|org|net)|firefox\.com)[:/]/;
      expect(others.filter((url) => !makers.test(url))).toEqual([]);
      expect(inside.filter((url) => !url.startsWith(running.url('')) && !url.startsWith('data:'))).toEqual(
        [],
      );
      if (name === 'chromium') expect(inside.length).toBeGreaterThan(3);
    } finally {
      await running.close();
      await server.close();
      await proxy.close();
    }
  });
});

/** Words that stand in no page of ours, and somewhere in mark, card or question for one verdict or another. */
const WORDS = [
  ...Object.keys(PEOPLE),
  'TikTok’s response',
  'United Kingdom',
  'Pick your places',
  'Register version',
];

/** What can be pressed of marks is made larger when the browser has time. */
const areasToCome = (page: Page, count: number) =>
  until(
    async () => (await page.$$(`${BADGE_TAG}[style*="--tiktok-mark-t"]`)).length === count,
    `the areas of marks: ${count}`,
  );

inBothBrowsers('a page that pries by every way there is', (rig) => {
  const visit = async () => {
    const page = await rig().visit('gauntlet/prying.html');
    await marksToCome(page, 1);
    return page;
  };
  const pry = (page: Page) => page.evaluate((tag, words) => window.pry(tag, words), BADGE_TAG, WORDS);
  /** What the page reads in roots that it came upon, each once; whether a frame was being shown is a matter of time. */
  const rootsReadBy = async (page: Page) => {
    const roots = await page.evaluate(() => window.readRoots());
    return [...new Set(roots.map((root) => root.replace(/ (inert|class|style|popover)="[^"]*"/g, '')))];
  };
  /** The sizes of what was painted; what shifted when is a matter of time. */
  const largestOn = async (page: Page) =>
    (await paintedOn(page)).filter((each) => each.startsWith('largest'));
  const paintedOn = (page: Page) => page.evaluate(() => [...new Set(window.painted)].sort());

  /**
   * Firefox tells a page of the frame that is made ready for a card, once that has loaded; so the page comes upon the
   * root around it. Chromium tells it nothing.
   */
  const frameToCome = async (page: Page) => {
    if (rig().name === 'firefox')
      await until(() => page.evaluate(() => window.roots.size > 0), 'the frame of a card');
  };

  /** Points at the mark, presses keys on it and drags over it, as somebody may who reads. */
  const use = async (page: Page) => {
    const mark = await page.$(BADGE_TAG);
    const box = await mark?.boundingBox();
    if (!mark || !box) throw new Error('no mark');
    const middle = [box.x + box.width / 2, box.y + box.height / 2] as const;
    await page.mouse.move(box.x - 15, box.y + 5);
    await page.mouse.down();
    await page.mouse.move(...middle);
    await page.mouse.up();
    for (const [x, y] of [
      [box.x + 1, box.y + 1],
      middle,
      [box.x + box.width - 2, box.y + box.height - 2],
    ] as const) {
      await page.mouse.move(x, y);
      // To the side, where the page cannot scroll: what a page looks like later must not hang on how far it has come.
      await page.mouse.wheel({ deltaX: 1 });
    }
    await page.mouse.click(...middle, { button: 'middle' });
    await frameToCome(page);
    await mark.focus();
    await page.keyboard.press('a');
    await page.keyboard.press('Tab');
  };

  it.each(['icon', 'word'] as const)(
    'learns the same of a mark for every verdict, by no channel: %s',
    async (style) => {
      const learnt: Record<string, unknown>[] = [];
      for (const [word, person] of Object.entries(PEOPLE)) {
        await rig().store({ ...person, 'setting:markStyle': style });
        const page = await visit();
        await until(
          async () =>
            (await verdictsShown(page))[0] === word &&
            (await markTexts(page))[0] === (style === 'word' ? word : ''),
          `"${word}"`,
        );
        await areasToCome(page, 1);
        const rows = await pry(page);
        await use(page);
        learnt.push({
          ...rows,
          painted: await paintedOn(page),
          // Which events of the pointer come is a matter of time; those of moving pictures never come.
          moving: await page.evaluate(() =>
            [...window.events].filter((type) => /animation|transition|overflow|underflow/.test(type)),
          ),
          roots: await rootsReadBy(page),
          printed: await printedBy(page),
          fragment: await page.evaluate(() => window.scrollsTo('Not allowed')),
          fragmentOfThePage: await page.evaluate(() => window.scrollsTo('Harbour')),
        });
        expect(learnt.at(-1)?.fragmentOfThePage).toBe(true);
        expect(rows.find).toEqual([]);
        expect(await page.evaluate(() => [...window.found].filter((each) => /in tiktok/.test(each)))).toEqual(
          [],
        );
        await page.close();
      }
      for (const [i, word] of Object.keys(PEOPLE).entries())
        for (const channel of Object.keys(learnt[0] ?? {}))
          expect.soft(learnt[i]?.[channel], `${channel}, ${word}`).toEqual(learnt[0]?.[channel]);
    },
  );

  it('reads nothing of an open card', async () => {
    const learnt: unknown[] = [];
    for (const [word, person] of Object.entries(PEOPLE)) {
      await rig().store({ ...person, 'setting:markStyle': 'icon' });
      const page = await visit();
      await until(
        async () => (await verdictsShown(page))[0] === word && (await markTexts(page))[0] === '',
        `"${word}"`,
      );
      await areasToCome(page, 1);
      const mark = await page.$(BADGE_TAG);
      await mark?.hover();
      await page.mouse.move(30, 40);
      await mark?.click();
      await until(async () => (await cardText(page)).startsWith(word), `the card, "${word}"`);
      await page.mouse.move(80, 120);
      await page.mouse.move(120, 160);
      await page.mouse.click(120, 160);
      await page.keyboard.press('Tab');
      const rows = await pry(page);
      expect(rows.find).toEqual([]);
      const roots = await rootsReadBy(page);
      for (const root of roots) {
        expect(root).not.toMatch(new RegExp(WORDS.join('|'), 'i'));
        // The badge's own root is never among them.
        expect(root).toMatch(/^div\n/);
      }
      const { focus, points, ...others } = rows;
      learnt.push({ others, roots, painted: await largestOn(page) });
      await page.close();
    }
    for (const each of learnt) expect(each).toEqual(learnt[0]);
  });

  it('reads nothing of the question before a link opens', async () => {
    await rig().store({ ...PEOPLE['Not allowed'], 'setting:beforeOpen': 'ask' });
    const page = await visit();
    await until(async () => (await verdictsShown(page))[0] === 'Not allowed', 'the verdict');
    // Its letters are so small that the mark may lie over them.
    await page.focus('#link');
    await page.keyboard.press('Enter');
    await until(async () => (await questionText(page)).includes('Open this link'), 'the question');
    await page.keyboard.press('Tab');
    expect((await pry(page)).find).toEqual([]);
    for (const root of await rootsReadBy(page)) expect(root).not.toMatch(new RegExp(WORDS.join('|'), 'i'));
    await rig().store({ 'setting:beforeOpen': 'never' });
  });
});

/** The boxes of mark and page as they would be printed; Firefox lets no test ask for that. */
async function printedBy(page: Page): Promise<string> {
  if (!/chrom/i.test(await page.browser().version())) return '';
  await page.emulateMediaType('print');
  const boxes = await page.evaluate(
    (tag) =>
      JSON.stringify([...document.querySelectorAll(`${tag},p`)].map((each) => each.getBoundingClientRect())),
    BADGE_TAG,
  );
  await page.emulateMediaType();
  return boxes;
}

inBothBrowsers('a curious page', (rig) => {
  const visit = async () => {
    const page = await rig().visit('gauntlet/curious.html');
    await marksToCome(page, 2);
    return page;
  };

  it('learns the same of a mark for every verdict', async () => {
    const page = await visit();
    const learn = async (from: Page) => {
      await areasToCome(from, 2);
      return {
        mark: await from.evaluate((tag) => window.learn(tag), BADGE_TAG),
        around: await from.evaluate(() => window.surroundings()),
      };
    };
    const withWord: unknown[] = [];
    const withIcon: unknown[] = [];
    for (const [word, person] of Object.entries(PEOPLE)) {
      await rig().store({ ...person, 'setting:markStyle': 'word' });
      await until(async () => (await verdictsShown(page)).join() === `${word},${word}`, `"${word}"`);
      const fresh = await visit();
      await fresh.mouse.move(600, 500);
      withWord.push(await learn(fresh));
      await fresh.close();
      await page.bringToFront();
      withWord.push(await learn(page));
      await rig().store({ 'setting:markStyle': 'icon' });
      await until(async () => (await markTexts(page)).join('|') === '|', 'the icon alone');
      withIcon.push(await learn(page));
    }
    for (const each of withWord) expect(each).toEqual(withWord[0]);
    for (const each of withIcon) expect(each).toEqual(withIcon[0]);
    const marks = await page.evaluate(
      (tag) => window.learn(tag) as { html: string; root: unknown; properties: unknown[]; text: string }[],
      BADGE_TAG,
    );
    expect(marks).toHaveLength(2);
    for (const { html, root, properties, text } of marks) {
      expect([root, properties, text]).toEqual([null, [], '']);
      expect(html).toMatch(/aria-label="About the link t?here"/);
      expect(html).not.toMatch(new RegExp(Object.keys(PEOPLE).join('|'), 'i'));
    }
    expect(await page.evaluate(() => window.heard)).toEqual([]);
  });

  it('reaches neither the extension nor a file of it', async () => {
    const page = await visit();
    const files = ['register.json', 'icons/verdict-not-allowed-16.png', 'popup.html', 'page-links.js', ''];
    const answers = await page.evaluate(
      async (addresses, id) => {
        const reached: string[] = [];
        for (const address of addresses) {
          await fetch(address, { mode: 'no-cors' }).then(
            () => reached.push(`fetch ${address}`),
            () => {},
          );
          const loads = (tag: 'img' | 'script') =>
            new Promise<void>((done) => {
              const element = document.createElement(tag);
              element.onerror = () => done();
              element.onload = () => {
                reached.push(`${tag} ${address}`);
                done();
              };
              element.src = address;
              document.head.append(element);
            });
          await loads('img');
          await loads('script');
        }
        const send = typeof chrome === 'undefined' ? undefined : chrome?.runtime?.sendMessage;
        if (send) reached.push('runtime.sendMessage');
        window.postMessage({ type: 'summary', links: 9, embeds: 9 }, '*');
        document.dispatchEvent(new CustomEvent(`wxt:${id}`, { detail: {} }));
        return reached;
      },
      files.map((file) => rig().running.url(file)),
      rig().running.extensionId,
    );
    expect(answers).toEqual([]);
    await until(async () => (await rig().toolbar(page)).text === '2', 'the count');
    // A report at once after another waits for a second.
    await passIn(page, 1500);
    expect((await rig().toolbar(page)).text).toBe('2');
  });

  it('cannot work a mark, and its own events go where they went before', async () => {
    const page = await visit();
    const tried = await page.evaluate((tag) => {
      window.heard.length = 0;
      const mark = document.querySelector<HTMLElement>(tag);
      const link = document.querySelector<HTMLElement>('#link');
      mark?.click();
      link?.click();
      mark?.focus();
      for (const type of ['pointerover', 'pointermove', 'pointerdown', 'pointerup', 'contextmenu'])
        mark?.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, pointerType: 'mouse' }));
      for (const key of ['Enter', ' ', 'Escape'])
        mark?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
      return { clicks: window.clicks, heard: window.heard };
    }, BADGE_TAG);
    expect(tried.clicks).toEqual([
      { trusted: false, prevented: false, at: BADGE_TAG },
      { trusted: false, prevented: false, at: 'a' },
    ]);
    expect(tried.heard).toHaveLength(8);
    await passIn(page, 800);
    expect(await cardIsOpen(page)).toBe(false);
    // A real click on the mark is not the page's to see; one on the link is, and untouched.
    await (await page.$(markOf('#link')))?.click();
    await until(() => cardIsOpen(page), 'the card');
    await page.keyboard.press('Escape');
    await until(async () => !(await cardIsOpen(page)), 'the end of the card');
    await page.click('#link');
    const clicks = await until(
      () => page.evaluate(() => window.clicks.length > 2 && window.clicks.slice(2)),
      'the click on the link',
    );
    expect(clicks).toEqual([{ trusted: true, prevented: false, at: 'a' }]);
  });

  it('without a link to TikTok sees nothing at all', async () => {
    const page = await visit();
    await page.evaluate(() => {
      for (const link of document.querySelectorAll('a')) link.href = 'https://example.org/';
    });
    await until(async () => (await countMarks(page)) === 0, 'no marks');
    const plain = await rig().visit('plain.html');
    // The content script begins once the page has nothing to do, and answers from then on.
    const tabId = await tabIdOf(rig().inside, plain);
    await until(
      () =>
        rig().inside.evaluate(
          (id) =>
            new Promise<boolean>((answered) => {
              const port = browser.tabs.connect(id, { name: 'page' });
              port.onMessage.addListener(() => {
                port.disconnect();
                answered(true);
              });
              port.onDisconnect.addListener(() => answered(false));
            }),
          tabId,
        ),
      'the content script',
    );
    await passIn(plain, 1000);
    const left = await plain.evaluate(() => [
      document.documentElement.getAttributeNames().join(),
      document.adoptedStyleSheets.length,
      performance.getEntriesByType('resource').filter((each) => !each.name.endsWith('/favicon.ico')).length,
    ]);
    expect(left).toEqual(['lang', 0, 0]);
    const nodes = await plain.evaluate(() => document.querySelectorAll('*').length);
    const written = readFileSync(join(PAGES, 'plain.html'), 'utf8');
    expect(nodes).toBe([...written.matchAll(/<[a-z]/g)].length);
  });
});

describe.each<BrowserName>(['chromium', 'firefox'])('the package (%s)', (name) => {
  it('opens no door to pages', () => {
    const manifest = JSON.parse(readFileSync(join(BUILDS[name], 'manifest.json'), 'utf8'));
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('externally_connectable');
    expect(manifest.content_security_policy.extension_pages).toMatch(
      /default-src 'none'.*connect-src 'self'/,
    );
    expect(manifest.permissions.sort()).toEqual(['activeTab', 'alarms', 'contextMenus', 'storage']);
    const script = readFileSync(join(BUILDS[name], 'page-links.js'), 'utf8');
    expect(script).not.toMatch(
      /CustomEvent|window\.postMessage|XMLHttpRequest|\bfetch\(|sendBeacon|WebSocket/,
    );
  });
});
