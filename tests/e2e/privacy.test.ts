import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { type BrowserName, BUILDS, launch, tabIdOf } from '../../scripts/start/browser.ts';
import { serve } from '../../scripts/start/serve.ts';
import { allOf, documentTree } from '../support/closed-roots.ts';
import { recordingProxy } from '../support/recording-proxy.ts';
import {
  BADGE_TAG,
  countMarks,
  framesToPass,
  inBothBrowsers,
  marksToCome,
  markTexts,
  until,
} from '../support/rig.ts';

const PAGES = fileURLToPath(new URL('../pages', import.meta.url));

/** What `curious.html` defines. */
interface Curious {
  heard: string[];
  clicks: { trusted: boolean; prevented: boolean; at: string }[];
  learn(tag: string): unknown;
  surroundings(): unknown;
}
declare const window: Window & Curious;

/** What a page may try; any of it may be missing there. */
declare const chrome: { runtime?: { sendMessage?: (...parts: unknown[]) => unknown } } | undefined;

/** The part of the extension API that these tests use inside an extension page. */
declare const browser: { tabs: { connect(tabId: number, info: { name: string }): Port } };
interface Port {
  readonly onMessage: { addListener(listener: () => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
  disconnect(): void;
}

/** Somebody for each verdict, by the word that the marks say. */
const PEOPLE: Readonly<Record<string, object>> = {
  'not allowed': {
    'setting:places': ['GB'],
    'setting:organisations': [{ id: 'gb-government', relation: 'staff' }],
    'setting:device': 'work-issued',
  },
  blocked: { 'setting:places': ['IN'], 'setting:organisations': [], 'setting:device': 'personal' },
  'advised against': {
    'setting:places': ['DK'],
    'setting:organisations': [{ id: 'dk-dr', relation: 'staff' }],
    'setting:device': 'work-issued',
  },
  'no rule': { 'setting:places': ['BR'], 'setting:organisations': [], 'setting:device': 'personal' },
  'not set up': { 'setting:places': [], 'setting:organisations': [], 'setting:device': 'personal' },
};

/** Milliseconds on the page's own clock: whatever the extension set going there earlier, for less, has been done. */
const passIn = (page: Page, milliseconds: number) => framesToPass(page, Math.ceil(milliseconds / 16));

const cardIsOpen = async (page: Page) =>
  allOf(await documentTree(page), 'div').some(({ attributes }) => attributes.class === 'card');

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
      await marksToCome(page, 19);
      await (await page.$(`#video + ${BADGE_TAG}`))?.click();
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
      // What the extension did until then has reached the proxy by now.
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

inBothBrowsers('a curious page', (rig) => {
  const visit = async () => {
    const page = await rig().visit('gauntlet/curious.html');
    await marksToCome(page, 2);
    return page;
  };

  it('learns the same of a mark for every verdict', async () => {
    const page = await visit();
    const learn = async (from: Page) => ({
      mark: await from.evaluate((tag) => window.learn(tag), BADGE_TAG),
      around: await from.evaluate(() => window.surroundings()),
    });
    const withWord: unknown[] = [];
    const withIcon: unknown[] = [];
    for (const [word, person] of Object.entries(PEOPLE)) {
      await rig().store({ ...person, 'setting:markStyle': 'word' });
      await until(
        async () => (await markTexts(page)).filter((text) => new RegExp(word, 'i').test(text)).length === 2,
        `"${word}"`,
      );
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
    const html = `<${BADGE_TAG} translate="no"></${BADGE_TAG}>`;
    const mark = { html, root: null, properties: [], text: '' };
    expect(withIcon[0]).toMatchObject({ mark: [mark, mark] });
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
    await (await page.$(`#link + ${BADGE_TAG}`))?.click();
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
    expect(manifest.permissions.sort()).toEqual(['activeTab', 'contextMenus', 'storage']);
    const script = readFileSync(join(BUILDS[name], 'page-links.js'), 'utf8');
    expect(script).not.toMatch(
      /CustomEvent|window\.postMessage|XMLHttpRequest|\bfetch\(|sendBeacon|WebSocket/,
    );
  });
});
