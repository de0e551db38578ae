import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { CHROMIUM_ID, GECKO_ID } from '../../lib/platform/extension-ids.ts';
import {
  type BrowserName,
  type LaunchOptions,
  launch,
  type RunningBrowser,
  tabIdOf,
  until,
} from '../../scripts/start/browser.ts';
import { placePolicies, takePoliciesAway } from './machine-policies.ts';
import { BADGE_TAG, markTexts, verdictsShown } from './rig.ts';

export const PAGES = fileURLToPath(new URL('../e2e/policy/pages', import.meta.url));

/** The part of the extension API that the tests use inside extension pages. */
declare const browser: {
  storage: {
    managed: { get(keys: null): Promise<Record<string, unknown>> };
    local: {
      get(keys: string): Promise<Record<string, unknown>>;
      set(values: Record<string, unknown>): Promise<void>;
    };
  };
  action: { getBadgeText(details: { tabId: number }): Promise<string> };
};

/** The policy as the browser hands it to the extension. */
export const received = (options: Page): Promise<Record<string, unknown>> =>
  options.evaluate(() => browser.storage.managed.get(null));

/** One entry of the extension's storage, and writing there as from the console of its page. */
export const storedIn = (options: Page, key: string): Promise<unknown> =>
  options.evaluate(async (name) => (await browser.storage.local.get(name))[name], key);
export const storeFrom = (options: Page, entries: Record<string, unknown>): Promise<void> =>
  options.evaluate((values) => browser.storage.local.set(values), entries);

/** The text on the toolbar button for the tab of a page. */
export const toolbarText = async (options: Page, page: Page): Promise<string> =>
  options.evaluate((tabId) => browser.action.getBadgeText({ tabId }), await tabIdOf(options, page));

export const BROWSERS = ['chromium', 'firefox'] as const satisfies readonly BrowserName[];

/** The whole file in which a browser finds the extension's policy. */
export const fileWith = (name: BrowserName, policy: object, id?: string): object =>
  name === 'chromium'
    ? { '3rdparty': { extensions: { [id ?? CHROMIUM_ID]: policy } } }
    : { policies: { '3rdparty': { Extensions: { [GECKO_ID]: policy } } } };

/** Sets the extension's policy on this machine. */
export const setPolicy = (name: BrowserName, policy: object): void =>
  placePolicies(name, fileWith(name, policy));

/** Runs `work` in a fresh browser under a policy, which lies there no longer than that. */
export const under = <T>(
  name: BrowserName,
  policy: object,
  work: (running: RunningBrowser) => Promise<T>,
  options?: LaunchOptions,
): Promise<T> => underFile(name, fileWith(name, policy), work, options);

/** The same with the whole file of the browser's policies, as an object or as text. */
export async function underFile<T>(
  name: BrowserName,
  file: object | string,
  work: (running: RunningBrowser) => Promise<T>,
  options?: LaunchOptions,
): Promise<T> {
  placePolicies(name, file);
  try {
    const running = await launch(name, options);
    try {
      return await work(running);
    } finally {
      await running.close();
    }
  } finally {
    takePoliciesAway(name);
  }
}

/** The options page once the policy has come; right after an install Chromium is a few seconds late with it. */
export async function openOptions(running: RunningBrowser): Promise<Page> {
  const page = await running.open('options.html');
  await until(
    () =>
      page.evaluate(() =>
        document.querySelector('#administrators')?.textContent?.includes('A policy set by'),
      ),
    'the policy in the options',
  );
  return page;
}

/** A value in force, and the words for who set it. */
export type InForce = readonly [value: unknown, origin: string];

/** The table of values in force, by name. */
export const inForce = (options: Page): Promise<Record<string, InForce>> =>
  options.evaluate(() => {
    const rows = [...document.querySelectorAll('#administrators tbody tr')].map((row) => {
      const [name = '', value = 'null', origin = ''] = [...row.children].map(
        (cell) => cell.textContent ?? '',
      );
      return [name, [JSON.parse(value), origin]] as const;
    });
    return Object.fromEntries(rows);
  });

/** Open welcome pages. In Firefox, Puppeteer knows the address of an extension page only from its document. */
export async function welcomePages(running: RunningBrowser): Promise<number> {
  const address = running.url('welcome.html');
  const pages = await running.browser.pages();
  const there = pages.map((page) =>
    page.evaluate((href) => location.href === href, address).catch(() => false),
  );
  return (await Promise.all(there)).filter(Boolean).length;
}

export const textIn = (page: Page, selector: string): Promise<string> =>
  page.evaluate((where) => document.querySelector(where)?.textContent ?? '', selector);

/** The verdict that each mark tells by its shape and the word painted in it, by the id of the link before it. */
export async function marksOn(page: Page): Promise<Record<string, { verdict: string; word: string }>> {
  const [verdicts, words] = [await verdictsShown(page), await markTexts(page)];
  const ids = await page.evaluate(
    (tag) => [...document.querySelectorAll(tag)].map((mark) => mark.previousElementSibling?.id ?? ''),
    BADGE_TAG,
  );
  return Object.fromEntries(ids.map((id, i) => [id, { verdict: verdicts[i] ?? '', word: words[i] ?? '' }]));
}
