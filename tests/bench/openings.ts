import type { Page } from 'puppeteer-core';
import type { RunningBrowser } from '../../scripts/start/browser.ts';

/** One of an extension's own pages, and what in it counts as drawn. */
export interface Opening {
  readonly path: string;
  readonly list: string;
}

/** Milliseconds from the start of the page's navigation to the frame that shows its list. */
export interface OpeningTimes {
  /** The first opening after the browser has started. */
  readonly cold: number;
  readonly warm: readonly number[];
}

const WARM = 3;

/**
 * Opens a page of the extension in a tab, about `address` in the tab before it: a real popup cannot be observed from
 * its first moment on.
 */
export async function openingTimes(
  running: RunningBrowser,
  address: string,
  { path, list }: Opening,
): Promise<OpeningTimes> {
  const [below] = await running.browser.pages();
  if (!below) throw new Error('The browser has no tab.');
  await below.goto(address);
  const url = running.url(`${path}?tab=${await firstTab(running)}`);
  const cold = await open(running, url, list);
  const warm: number[] = [];
  for (let i = 0; i < WARM; i++) warm.push(await open(running, url, list));
  await below.goto('about:blank');
  return { cold, warm };
}

/** The extension's own number for the first tab; empty where it has no background to ask. */
async function firstTab({ browser, extensionId }: RunningBrowser): Promise<string> {
  const target = browser
    .targets()
    .find((each) => each.type() === 'service_worker' && each.url().includes(`//${extensionId}/`));
  const worker = await target?.worker();
  return String((await worker?.evaluate('chrome.tabs.query({ index: 0 }).then(([tab]) => tab.id)')) ?? '');
}

async function open({ browser }: RunningBrowser, url: string, list: string): Promise<number> {
  const page = await browser.newPage();
  try {
    await page.evaluateOnNewDocument(watchList, list);
    await page.goto(url);
    await page.waitForFunction(() => Reflect.has(window, 'listDrawn'));
    return await page.evaluate(() => Number(Reflect.get(window, 'listDrawn')));
  } finally {
    await page.close();
  }
}

/** Runs in the page before its own scripts. */
function watchList(list: string): void {
  new MutationObserver((_, observer) => {
    if (!document.querySelector(list)) return;
    observer.disconnect();
    // A task after the frame: the list has been painted.
    requestAnimationFrame(() => setTimeout(() => Object.assign(window, { listDrawn: performance.now() })));
  }).observe(document, { subtree: true, childList: true });
}

/** Milliseconds from each key stroke in a filter to the frame with the answer. */
export interface Typing {
  readonly ours: readonly number[];
  /** The same for a page that only draws as many rows anew. */
  readonly bare: readonly number[];
  /** Rows in the document after each stroke in ours. */
  readonly rows: readonly number[];
}

const ROW = 'tbody tr';
/** A word that ever fewer records fit, letter by letter. */
const WORD = 'parliament';

/** Types into the filter of `register.html`, then into that of `rerender.html` in the same extension. */
export async function typingTimes(running: RunningBrowser): Promise<Typing> {
  const ours = await type(running, 'register.html');
  const most = Math.max(...ours.rows);
  const bare = await type(running, `rerender.html?rows=${most}`);
  return { ours: ours.times, bare: bare.times, rows: ours.rows };
}

async function type({ browser, url }: RunningBrowser, path: string) {
  const page = await browser.newPage();
  try {
    await page.evaluateOnNewDocument(watchTyping);
    await page.goto(url(path));
    await page.waitForSelector(ROW);
    // Whatever a page gets ready in its first quiet moment.
    await new Promise((wait) => setTimeout(wait, 2000));
    await page.focus('input[type=search]');
    const times: number[] = [];
    const rows: number[] = [];
    for (const letter of WORD) {
      times.push(await stroke(page, letter));
      rows.push(await page.evaluate((row) => document.querySelectorAll(row).length, ROW));
    }
    return { times, rows };
  } finally {
    await page.close();
  }
}

/** One key stroke, and time for all that follows from it. */
async function stroke(page: Page, letter: string): Promise<number> {
  await page.keyboard.type(letter);
  await new Promise((wait) => setTimeout(wait, 700));
  return page.evaluate(() => Number(Reflect.get(window, 'drawn')));
}

/** Runs in the page before its own scripts. A page that puts its answer off is timed to the answer, not to the paint before. */
function watchTyping(): void {
  let pressed: number | null = null;
  const paint = (since: number) =>
    requestAnimationFrame(() =>
      setTimeout(() => Object.assign(window, { drawn: performance.now() - since })),
    );
  const press = ({ timeStamp }: Event) => {
    pressed = timeStamp;
    paint(timeStamp);
  };
  addEventListener('keydown', press, true);
  new MutationObserver((records) => {
    const isAnswer = records.some(({ target }) =>
      (target instanceof Element ? target : target.parentElement)?.closest('tbody,[role=status]'),
    );
    if (pressed === null || !isAnswer) return;
    paint(pressed);
    pressed = null;
  }).observe(document, { subtree: true, childList: true, characterData: true });
}
