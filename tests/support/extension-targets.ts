import type { Browser } from 'puppeteer-core';

/**
 * The URLs of what runs of an extension in Chromium. Asked of the browser: Puppeteer does not list what a policy
 * installed, and keeps a worker for good that ends while it starts.
 *
 * @param origin `chrome-extension://…/`
 */
export async function extensionTargets(
  browser: Browser,
  origin: string,
  type: 'page' | 'service_worker',
): Promise<string[]> {
  const session = await browser.target().createCDPSession();
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type }] });
  await session.detach();
  return targetInfos.map(({ url }) => url).filter((url) => url.startsWith(origin));
}
