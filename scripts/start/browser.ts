import { createHash, X509Certificate } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { GECKO_ID } from '../../lib/platform/extension-ids.ts';
import { type BrowserName, findBrowser, installAdvice } from '../setup.mjs';

export type { BrowserName };

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** An address for the pages of the Firefox build, which the rig fixes in advance. */
const GECKO_UUID = '6d0b3c7e-5a1f-4c27-9b7e-3f2a8f1d2c40';

/** Where `wxt build` puts each browser's build. */
export const BUILDS: Readonly<Record<BrowserName, string>> = {
  chromium: join(ROOT, '.output/chrome-mv3'),
  firefox: join(ROOT, '.output/firefox-mv3'),
};

const CHROMIUM_ARGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
  // Chromium refuses its sandbox to root.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

export interface LaunchOptions {
  /** A build to install; null for none, absent for ours. */
  readonly extension?: string | null;
  readonly headless?: boolean;
  readonly args?: readonly string[];
  /** Arguments that Chromium is to be started without, though it usually gets them here. */
  readonly without?: readonly string[];
  /** Firefox preferences. */
  readonly prefs?: Readonly<Record<string, unknown>>;
  /** Width and height of pages in CSS pixels. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Leave the page open that greets a person after an install; else it is closed before anything is tested. */
  readonly keepWelcome?: boolean;
  /** Milliseconds to wait for that page, which a policy or a profile that has seen it keeps from coming; 5,000. */
  readonly welcomeWithin?: number;
  /** A certificate of https in PEM to take though it signs itself; in Firefox any such is taken then. */
  readonly certificate?: string;
  /** Chromium's developer mode, without which it switches off an unpacked extension that reloads itself. */
  readonly developerMode?: boolean;
  /** A profile folder to use and keep; a fresh one, removed at the end, where absent. */
  readonly profile?: string;
}

/** A running browser with the extension in it. */
export interface RunningBrowser {
  readonly name: BrowserName;
  readonly browser: Browser;
  /** The extension's id in Chromium, its id in Firefox; empty without extension. */
  readonly extensionId: string;
  /** The folder that the extension was installed from; empty without extension. */
  readonly folder: string;
  /** The address of one of the extension's own pages, e.g. `popup.html`. */
  url(path: string): string;
  /** Opens one of the extension's own pages in a tab. */
  open(path: string): Promise<Page>;
  /**
   * Opens the popup over the tab of a page: Chromium's real one; in Firefox, which lets only a person open it, its
   * document in a tab of its own.
   */
  openPopup(over: Page): Promise<Page>;
  close(): Promise<void>;
}

/** The part of the extension API that the rig uses inside extension pages. */
declare const browser: {
  tabs: { query(filter: object): Promise<{ id: number }[]> };
};

/** The number by which the extension knows the tab of a page; the tab comes to the front. */
export async function tabIdOf(extensionPage: Page, page: Page): Promise<number> {
  await page.bringToFront();
  const [tab] = await extensionPage.evaluate(() =>
    browser.tabs.query({ active: true, lastFocusedWindow: true }),
  );
  if (!tab) throw new Error('The browser names no tab in front.');
  return tab.id;
}

/** Starts a browser with a fresh profile and the extension. Rejects with what is missing where it cannot. */
export async function launch(name: BrowserName, options: LaunchOptions = {}): Promise<RunningBrowser> {
  const executablePath = findBrowser(name);
  if (!executablePath) throw new Error(`No ${name} found. ${installAdvice(name)}`);
  // Browsers read the files of an extension whenever they need them. Were it the build itself, a build made meanwhile
  // would leave them without background or content script: nothing would ever be marked.
  const copied = options.extension === undefined;
  const folder = copied ? copyOf(BUILDS[name]) : (options.extension ?? '');
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), `${name}-profile-`));
  if (options.developerMode) switchDeveloperModeOn(profile);
  const shared = {
    executablePath,
    headless: options.headless ?? true,
    userDataDir: profile,
    acceptInsecureCerts: options.certificate !== undefined,
    defaultViewport: options.viewport ?? (options.headless === false ? null : { width: 1000, height: 800 }),
  };
  const browser =
    name === 'chromium'
      ? await puppeteer.launch({
          ...shared,
          pipe: true,
          enableExtensions: true,
          ignoreDefaultArgs: [...(options.without ?? [])],
          args: [
            ...CHROMIUM_ARGS.filter((arg) => !options.without?.includes(arg)),
            ...(options.certificate
              ? [`--ignore-certificate-errors-spki-list=${keyHash(options.certificate)}`]
              : []),
            ...(options.args ?? []),
          ],
        })
      : await puppeteer.launch({
          ...shared,
          browser: 'firefox',
          args: ['--remote-allow-system-access', ...(options.args ?? [])],
          extraPrefsFirefox: {
            'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: GECKO_UUID }),
            // No look-ups of its own while a test counts requests.
            'network.captive-portal-service.enabled': false,
            'network.connectivity-service.enabled': false,
            'datareporting.policy.dataSubmissionEnabled': false,
            ...options.prefs,
          },
        });
  if (name === 'chromium' && shared.headless) await failAtCrashes(browser);
  const extensionId = folder ? await browser.installExtension(folder) : '';
  const origin =
    name === 'chromium' ? `chrome-extension://${extensionId}/` : `moz-extension://${GECKO_UUID}/`;
  const url = (path: string) => origin + path;
  if (folder && !options.keepWelcome && existsSync(join(folder, 'welcome.html')))
    await closeWelcome(browser, url('welcome.html'), options.welcomeWithin ?? 5000);
  const open = async (path: string) => {
    const page = await browser.newPage();
    // Firefox never reports an extension page as loaded over WebDriver BiDi; its document is asked instead.
    if (name === 'chromium') await page.goto(url(path));
    else void page.goto(url(path)).catch(() => {});
    await until(() =>
      page.evaluate(() => document.readyState === 'complete' && location.protocol !== 'about:'),
    );
    return page;
  };
  const realPopup = async (over: Page): Promise<Page> => {
    await over.bringToFront();
    const worker = await browser.waitForTarget(
      (target) => target.type() === 'service_worker' && target.url().startsWith(origin),
    );
    const opened = browser.waitForTarget((target) => target.url().startsWith(url('popup.html')));
    await (await worker.worker())?.evaluate('chrome.action.openPopup()');
    return (await opened).asPage();
  };
  const popupInTab = async (over: Page): Promise<Page> => {
    const options = await open('options.html');
    const tabId = await tabIdOf(options, over);
    await options.close();
    return open(`popup.html?tab=${tabId}`);
  };
  return {
    name,
    browser,
    extensionId,
    folder,
    url,
    open,
    openPopup: name === 'chromium' ? realPopup : popupInTab,
    close: async () => {
      await browser.close();
      for (const made of [...(options.profile ? [] : [profile]), ...(copied ? [folder] : [])])
        rmSync(made, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

/**
 * Ends everything once a tab crashes. What a page is asked then is never answered, so a test would wait for its time to
 * run out, and would say nothing of the cause.
 */
async function failAtCrashes(browser: Browser): Promise<void> {
  const session = await browser.target().createCDPSession();
  session.on('Target.targetCrashed', ({ targetId, status, errorCode }) => {
    void Promise.reject(new Error(`A page or frame ${status} (target ${targetId}, code ${errorCode}).`));
  });
  await session.send('Target.setDiscoverTargets', { discover: true });
}

/**
 * The SHA-256 of a certificate's public key in base64. To what comes under a key that is named so, Chromium is as to any
 * other host, with its cache and in the extension's background; where it ignores errors, it caches nothing.
 */
function keyHash(certificate: string): string {
  const spki = new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(spki).digest('base64');
}

function switchDeveloperModeOn(profile: string): void {
  mkdirSync(join(profile, 'Default'), { recursive: true });
  const preferences = { extensions: { ui: { developer_mode: true } } };
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
}

/** A copy of a build, in a folder of its own. */
function copyOf(build: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'extension-'));
  cpSync(build, folder, { recursive: true });
  return folder;
}

/** Closes the welcome page once it is there. Later it would come over whatever page is tested. */
async function closeWelcome(browser: Browser, address: string, timeout: number): Promise<void> {
  // In Firefox Puppeteer knows neither the address of an extension page nor its end: it stays in `pages()`.
  const isWelcome = (page: Page) =>
    page.evaluate((href) => location.href === href, address).catch(() => false);
  const welcome = async () => {
    for (const page of await browser.pages()) if (await isWelcome(page)) return page;
    return null;
  };
  const page = await until(welcome, 'the welcome page', timeout).catch(() => null);
  await page?.close();
}

type Truthy<T> = Exclude<T, undefined | null | false | 0 | ''>;

/** Waits until `check` answers with something truthy, and returns it. Rejects after `timeout` milliseconds. */
export async function until<T>(
  check: () => Promise<T> | T,
  what = 'the condition',
  timeout = 15_000,
): Promise<Truthy<T>> {
  const end = performance.now() + timeout;
  let last: unknown;
  for (;;) {
    try {
      const value = await check();
      if (value) return value as Truthy<T>;
      last = value;
    } catch (error) {
      last = error;
    }
    if (performance.now() > end)
      throw new Error(`${what} did not come within ${timeout} ms; last seen: ${last}`);
    await new Promise((wait) => setTimeout(wait, 50));
  }
}
