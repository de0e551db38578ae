import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { BADGE_TAG } from '../../lib/content/badge-tag.ts';
import { VERDICT_LEVELS } from '../../lib/register/verdict-level.ts';
import { VERDICT_SHAPES } from '../../lib/snapshot/verdict-shapes.ts';
import {
  type BrowserName,
  launch,
  type RunningBrowser,
  tabIdOf,
  until,
} from '../../scripts/start/browser.ts';
import { type FileServer, type Route, serve } from '../../scripts/start/serve.ts';
import { allOf, askNode, documentTree, type Node, topTree } from './closed-roots.ts';
import { english } from './english.ts';

const PAGES = fileURLToPath(new URL('../pages', import.meta.url));

/** The part of the extension API that tests use inside an extension page. */
declare const browser: {
  storage: {
    local: {
      set(entries: object): Promise<void>;
      get(keys: null): Promise<Record<string, unknown>>;
      clear(): Promise<void>;
    };
  };
  action: { getBadgeText(of: object): Promise<string>; getTitle(of: object): Promise<string> };
};

/** A browser with the extension, a server of `tests/pages/`, and an extension page to look inside. */
export interface Rig {
  readonly name: BrowserName;
  readonly running: RunningBrowser;
  readonly server: FileServer;
  /**
   * Opens a page below `tests/pages/` and waits for its load.
   *
   * @param prepare called with the empty page, before anything of it is loaded
   */
  visit(path: string, prepare?: (page: Page) => void): Promise<Page>;
  /** Writes raw entries into the extension's storage, as a person's choices or damage would lie there. */
  store(entries: Readonly<Record<string, unknown>>): Promise<void>;
  stored(): Promise<Record<string, unknown>>;
  /** What the toolbar shows for the tab of a page. */
  toolbar(page: Page): Promise<{ text: string; title: string }>;
  /** The extension's own options page, open during all tests of the rig. */
  readonly inside: Page;
}

/**
 * A Chromium puts sandboxed frames, and so cards and questions, into processes of their own. Puppeteer switches that off,
 * as it waits for good for the end of a key press that takes such a frame away.
 */
export const OWN_PROCESS = '--enable-features=IsolateSandboxedIframes';

/** One block of tests for each browser, with one running browser a block. */
export function inBothBrowsers(
  what: string,
  tests: (rig: () => Rig) => void,
  {
    browsers = ['chromium', 'firefox'],
    routes = [],
    args = [],
    prefs = {},
  }: {
    browsers?: readonly BrowserName[];
    routes?: readonly Route[];
    /** Of Chromium's command line. */
    args?: readonly string[];
    /** Preferences of Firefox. */
    prefs?: Readonly<Record<string, unknown>>;
  } = {},
): void {
  describe.each(browsers)(`${what} (%s)`, (name) => {
    let rig: Rig;
    beforeAll(async () => {
      const [running, server] = await Promise.all([
        launch(name, { welcomeWithin: 30_000, args, prefs }),
        serve(PAGES, routes),
      ]);
      const inside = await running.open('options.html');
      rig = {
        name,
        running,
        server,
        inside,
        visit: async (path, prepare) => {
          const page = await running.browser.newPage();
          prepare?.(page);
          await page.goto(new URL(path, server.address).href, { waitUntil: 'load' });
          return page;
        },
        store: (entries) => inside.evaluate((raw) => browser.storage.local.set(raw), entries),
        stored: () => inside.evaluate(() => browser.storage.local.get(null)),
        toolbar: async (page) => {
          const tabId = await tabIdOf(inside, page);
          return inside.evaluate(
            async (id) => ({
              text: await browser.action.getBadgeText({ tabId: id }),
              title: await browser.action.getTitle({ tabId: id }),
            }),
            tabId,
          );
        },
      };
    });
    afterAll(async () => {
      await rig?.running.close();
      await rig?.server.close();
    });
    tests(() => rig);
  });
}

/** Marks in the light tree of a page's top document. */
export const countMarks = (page: Page): Promise<number> =>
  page.evaluate((tag) => document.querySelectorAll(tag).length, BADGE_TAG);

/** Lets a page draw so many frames: whatever was to happen in it by then has had its turns, on a busy machine too. */
export const framesToPass = (page: Page, count: number): Promise<void> =>
  page.evaluate(async (frames) => {
    for (let i = 0; i < frames; i++) await new Promise(requestAnimationFrame);
  }, count);

/** Marks in the light tree of `index.html`, when all have come. */
export const MARKS_ON_INDEX = 19;

/** Waits for so many marks in the light tree of the top document. */
export const marksToCome = (page: Page, count: number) =>
  until(async () => (await countMarks(page)) === count, `${count} marks`);

/** Every mark of the page, in whichever tree it lies; in Firefox, of its top document. */
export const marksIn = async (page: Page): Promise<Node[]> => allOf(await documentTree(page), BADGE_TAG);

async function askMarks(page: Page, question: string): Promise<string[]> {
  const answers: string[] = [];
  for (const mark of allOf(await topTree(page), BADGE_TAG)) {
    const [drawing] = mark.shadow?.children ?? [];
    if (drawing) answers.push(await askNode(page, drawing, question).catch(() => 'gone'));
  }
  return answers;
}

/** The word that is painted in every mark of the top document; empty for a shape alone. */
export const markTexts = (page: Page): Promise<string[]> => askMarks(page, WORD);

/** The verdict that the shape of every mark of the top document tells, by its word. */
export const verdictsShown = (page: Page): Promise<string[]> => askMarks(page, VERDICT);

/** The shape's own declarations tell it from the others. */
const VERDICT = `(drawing) => {
  const traits = (style) => [style.backgroundImage, style.backgroundSize, style.backgroundPosition].join();
  const own = getComputedStyle(drawing);
  const shown = own.backgroundImage === 'none' ? getComputedStyle(drawing, '::before') : own;
  const probe = document.documentElement.appendChild(document.createElement('div'));
  try {
    for (const [word, css] of ${JSON.stringify(
      VERDICT_LEVELS.map((level) => [
        english.t(`verdict_word_${level.replaceAll('-', '_') as 'no_profile'}`),
        VERDICT_SHAPES[level].css,
      ]),
    )}) {
      probe.style.cssText = 'position:absolute;color:' + shown.color + ';font-size:' + shown.fontSize + ';color-scheme:' + own.colorScheme + ';' + css;
      if (traits(getComputedStyle(probe)) === traits(shown)) return word;
    }
    return 'unknown ' + traits(shown);
  } finally {
    probe.remove();
  }
}`;

/** What the rules of a mark's drawing paint as its word, which is no text of the page. */
const WORD = `(drawing) => {
  const { content } = getComputedStyle(drawing, '::after');
  const [, word] = /^("(?:[^"\\\\]|\\\\.)*")/.exec(content) ?? [];
  return word ? JSON.parse(word.replaceAll('\u00a0', ' ')).trim() : '';
}`;

export { BADGE_TAG, until };
