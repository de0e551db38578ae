import type { Page } from 'puppeteer-core';
import { inParent, isFirefox } from './firefox-parent.ts';

/** Has all processes of Firefox let go of what they can. */
const MINIMIZE = `Services.obs.notifyObservers(null, 'memory-pressure', 'heap-minimize')`;

/**
 * Makes the browser collect what nobody holds. Left alone it does so when much has piled up, in Firefox for the page and
 * for each extension's scripts apart, so that the less a script leaves behind, the later it is.
 */
export async function collectGarbage(page: Page): Promise<void> {
  if (await isFirefox(page)) {
    const { done } = await inParent(page, MINIMIZE).next();
    if (done) throw new Error('Firefox has no window.');
    return;
  }
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
}
