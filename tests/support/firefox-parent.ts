import type { Page } from 'puppeteer-core';

/** Puppeteer has no call for this; its connection is there, but not in its types. */
interface Connection {
  send(
    method: string,
    params: object,
  ): Promise<{
    result: { contexts: { context: string }[]; result: { value: string } };
  }>;
}

export const isFirefox = async (page: Page): Promise<boolean> =>
  (await page.browser().version()).toLowerCase().includes('firefox');

/**
 * Evaluates an expression in each window of Firefox's parent process, which alone may ask for what concerns the whole
 * browser.
 *
 * @returns the values, one for each window; they come as they are asked for
 */
export async function* inParent(page: Page, expression: string): AsyncGenerator<string> {
  const { connection } = page.browser() as unknown as { connection: Connection };
  const { result } = await connection.send('browsingContext.getTree', {
    'moz:scope': 'chrome',
    maxDepth: 0,
  });
  for (const { context } of result.contexts) {
    const answer = await connection.send('script.evaluate', {
      expression,
      target: { context },
      awaitPromise: false,
    });
    yield answer.result.result.value;
  }
}
