import type { Page } from 'puppeteer-core';

interface Connection {
  send(method: string, params: object): Promise<{ result: { contexts: { context: string }[] } }>;
}

/** Has all its processes let go of what they can, in the parent process of Firefox, which alone may ask for it. */
const MINIMIZE = `Services.obs.notifyObservers(null, 'memory-pressure', 'heap-minimize')`;

/**
 * Makes the browser collect what nobody holds. Left alone it does so when much has piled up, in Firefox for the page and
 * for each extension's scripts apart, so that the less a script leaves behind, the later it is.
 */
export async function collectGarbage(page: Page): Promise<void> {
  if (!(await page.browser().version()).toLowerCase().includes('firefox')) {
    const session = await page.createCDPSession();
    await session.send('HeapProfiler.collectGarbage');
    await session.detach();
    return;
  }
  const { connection } = page.browser() as unknown as { connection: Connection };
  const { result } = await connection.send('browsingContext.getTree', {
    'moz:scope': 'chrome',
    maxDepth: 0,
  });
  const [parent] = result.contexts;
  if (!parent) throw new Error('Firefox has no window.');
  await connection.send('script.evaluate', {
    expression: MINIMIZE,
    target: { context: parent.context },
    awaitPromise: false,
  });
}
