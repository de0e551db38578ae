import type { RunningBrowser } from '../../scripts/browser.ts';

/** Milliseconds from the start of the popup's navigation to the frame that shows its list. */
export interface PopupTimes {
  /** The first opening after the browser has started. */
  readonly cold: number;
  readonly warm: readonly number[];
}

const WARM = 3;

/**
 * Opens the popup's page in a tab, about `address` in the tab before it: a real popup cannot be observed from its
 * first moment on.
 */
export async function popupTimes(
  running: RunningBrowser,
  address: string,
  list: string,
): Promise<PopupTimes> {
  const [below] = await running.browser.pages();
  if (!below) throw new Error('The browser has no tab.');
  await below.goto(address);
  const popup = `popup.html?tab=${await firstTab(running)}`;
  const cold = await open(running, popup, list);
  const warm: number[] = [];
  for (let i = 0; i < WARM; i++) warm.push(await open(running, popup, list));
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

async function open({ browser, url }: RunningBrowser, popup: string, list: string): Promise<number> {
  const page = await browser.newPage();
  try {
    await page.evaluateOnNewDocument(watch, list);
    await page.goto(url(popup));
    await page.waitForFunction(() => Reflect.has(window, 'listDrawn'));
    return await page.evaluate(() => Number(Reflect.get(window, 'listDrawn')));
  } finally {
    await page.close();
  }
}

/** Runs in the popup before its own scripts. */
function watch(list: string): void {
  new MutationObserver((_, observer) => {
    if (!document.querySelector(list)) return;
    observer.disconnect();
    // A task after the frame: the list has been painted.
    requestAnimationFrame(() => setTimeout(() => Object.assign(window, { listDrawn: performance.now() })));
  }).observe(document, { subtree: true, childList: true });
}
