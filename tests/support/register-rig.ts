import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { type BrowserName, launch, type RunningBrowser, until } from '../../scripts/start/browser.ts';
import { still } from './person.ts';

/** The register page in a browser that saves downloads where the test can read them. */
export interface RegisterRig {
  readonly name: BrowserName;
  readonly running: RunningBrowser;
  /** Opens the register page at an address such as `?place=FR` and waits for its first heading. */
  open(address?: string): Promise<Page>;
  /** Takes the list away in a format and gives the saved file's name and text. */
  save(page: Page, format: string): Promise<{ name: string; text: string }>;
}

/** One block of tests for each browser. */
export function onRegisterPage(what: string, tests: (rig: () => RegisterRig) => void): void {
  describe.each(['chromium', 'firefox'] as const)(`${what} (%s)`, (name) => {
    let rig: RegisterRig;
    const folder = mkdtempSync(join(tmpdir(), 'downloads-'));
    beforeAll(async () => {
      const running = await launch(name, {
        welcomeWithin: 30_000,
        viewport: { width: 1280, height: 900 },
        prefs: {
          'browser.download.folderList': 2,
          'browser.download.dir': folder,
          'browser.download.always_ask_before_handling_new_types': false,
        },
      });
      rig = {
        name,
        running,
        open: (address) => open(running, folder, address),
        save: (...of) => save(folder, ...of),
      };
    });
    afterAll(async () => {
      await rig?.running.close();
      rmSync(folder, { recursive: true, force: true });
    });
    tests(() => rig);
  });
}

async function open(running: RunningBrowser, downloadPath: string, address = ''): Promise<Page> {
  const page = await running.open(`register.html${address}`);
  if (running.name === 'chromium') {
    const session = await page.createCDPSession();
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath });
  }
  await until(() => page.$('.register-page h1'), 'the register page');
  return page;
}

async function save(folder: string, page: Page, format: string): Promise<{ name: string; text: string }> {
  await page.click('.menu > summary');
  await page.click(`[data-export="${format}"]`);
  return until(() => {
    const name = readdirSync(folder).find((each) => /\.(csv|json|md|bib)$/.test(each));
    const text = name ? readFileSync(join(folder, name), 'utf8') : '';
    if (!name || text === '') return null;
    rmSync(join(folder, name));
    return { name, text };
  }, `a saved ${format} file`);
}

/** Waits until the count above the list says so many, and returns the ids in the table. */
export async function idsInTable(page: Page): Promise<string[]> {
  return page.$$eval('.records a[data-record]', (links) => links.map((link) => link.dataset.record ?? ''));
}

/** The number in the heading above the list. */
export const countOf = (page: Page): Promise<number> =>
  page.$eval('#results', (heading) => Number.parseInt(heading.textContent ?? '', 10));

/** Waits until the heading above the list says `count`. */
export const countToBe = (page: Page, count: number) =>
  until(async () => (await countOf(page)) === count, `${count} restrictions`);

/** Enters a value as a person does in a field that has parts of its own, such as a date. */
export const enter = (page: Page, selector: string, value: string) =>
  page.$eval(
    selector,
    (field, text) => {
      if (!(field instanceof HTMLInputElement)) throw new Error('no field');
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    value,
  );

/** Opens a folded group of choices and sets one. */
export async function choose(page: Page, name: string, value: string): Promise<void> {
  await page.$$eval('.facet', (groups) => {
    for (const group of groups) if (group instanceof HTMLDetailsElement) group.open = true;
  });
  const box = await until(() => page.$(`input[name="${name}"][value="${value}"]`), `the choice ${value}`);
  await still(box);
  await box.click();
}

/** What is in the address bar behind the page's own path. */
export const addressOf = (page: Page): Promise<string> =>
  page.evaluate(() => location.search + location.hash);

/** Writes what the page copies from now on to its root element, as `data-copied`; it is copied all the same. */
export const watchClipboard = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { clipboard } = navigator;
    const write = clipboard.writeText.bind(clipboard);
    clipboard.writeText = (text) => {
      document.documentElement.dataset.copied = text;
      return write(text);
    };
  });
