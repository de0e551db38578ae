import { mkdirSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import type { ContentToPopup, PageItem } from '../../lib/messages/content-to-popup.ts';
import { personalOf, type Snapshot } from '../../lib/snapshot/snapshot.ts';
import { type RunningBrowser, tabIdOf, until } from './browser.ts';
import type { OpenPage } from './start-addresses.ts';
import type { PageReport } from './start-report.ts';

const FOLDER = fileURLToPath(new URL('../../.output/report/', import.meta.url));

/** The part of the extension API that is used inside the extension's own page. */
declare const browser: {
  tabs: {
    connect(
      tabId: number,
      options: object,
    ): {
      onMessage: { addListener(listener: (message: ContentToPopup) => void): void };
      disconnect(): void;
    };
  };
  storage: { local: { get(key: string): Promise<{ snapshot?: Snapshot }> } };
};

/** Everything the frames of a tab list, as the popup would get it: asked until two answers in a row agree. */
export async function listedItems(extensionPage: Page, tabId: number): Promise<PageItem[]> {
  const ask = () =>
    extensionPage.evaluate(async (id) => {
      const port = browser.tabs.connect(id, { name: 'page' });
      const frames = new Map<string, readonly PageItem[]>();
      port.onMessage.addListener((message) => {
        if (message.type === 'items') frames.set(message.frame, message.items);
      });
      await new Promise((wait) => setTimeout(wait, 700));
      port.disconnect();
      return [...frames.values()].flat();
    }, tabId);
  let before = '';
  let items: PageItem[] = [];
  for (let round = 0; round < 8; round += 1) {
    items = await ask();
    const now = JSON.stringify(items);
    if (round > 1 && now === before) break;
    before = now;
  }
  return items;
}

/** The snapshot that content scripts read: the verdict in finished words. */
export const storedSnapshot = (extensionPage: Page): Promise<Snapshot> =>
  until(
    () => extensionPage.evaluate(async () => (await browser.storage.local.get('snapshot')).snapshot),
    'the snapshot',
  );

const MARK = 'tiktok-policy-mark';

async function pictures(running: RunningBrowser, page: Page, tabId: number, prefix: string) {
  mkdirSync(FOLDER, { recursive: true });
  const files: Record<string, string> = {};
  const shoot = async (what: string, shown: Page) => {
    const path = `${FOLDER}${prefix}-${what}.png`;
    await shown.screenshot({ path: path as `${string}.png` });
    files[what] = relative(process.cwd(), path);
  };
  await shoot('page', page);
  const mark = await page.$(MARK);
  if (mark) {
    await mark.scrollIntoView();
    await mark.click();
    await new Promise((wait) => setTimeout(wait, 400));
    await shoot('card', page);
    await page.keyboard.press('Escape');
  }
  const popup = await running.open(`popup.html?tab=${tabId}`);
  await popup.setViewport({ width: 400, height: 600 });
  await new Promise((wait) => setTimeout(wait, 600));
  await shoot('popup', popup);
  await popup.close();
  const options = await running.open('options.html');
  await new Promise((wait) => setTimeout(wait, 400));
  await shoot('options', options);
  await options.close();
  return files;
}

/** Opens a page, reads from the extension what it found there, and takes the pictures. Never rejects. */
export async function reportPage(
  running: RunningBrowser,
  { name, address }: OpenPage,
  index: number,
): Promise<PageReport> {
  const empty = {
    page: name,
    address,
    links: [],
    verdict: null,
    pictures: {},
  };
  const page = await running.browser.newPage();
  try {
    const response = await page.goto(address, { waitUntil: 'load', timeout: 30_000 });
    if (response && !response.ok()) return { ...empty, error: `the server answered ${response.status()}` };
    const extensionPage = await running.open('options.html');
    const tabId = await tabIdOf(extensionPage, page);
    const items = await listedItems(extensionPage, tabId);
    const snapshot = await storedSnapshot(extensionPage);
    await extensionPage.close();
    return {
      ...empty,
      error: null,
      links: items.map(({ id: _id, ...link }) => link),
      verdict: personalOf(snapshot).verdict,
      pictures: await pictures(running, page, tabId, String(index + 1).padStart(2, '0')),
    };
  } catch (error) {
    return { ...empty, error: error instanceof Error ? error.message : String(error) };
  } finally {
    await page.close().catch(() => {});
  }
}
