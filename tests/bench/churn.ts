import type { Browser } from 'puppeteer-core';
import { heapAfterCollection } from './visit.ts';

/** Bytes of heap of a tab after collection, before and after many rounds of adding and removing the same links. */
export interface Churn {
  readonly before: number;
  readonly after: number;
}

/** Rounds until compiled code and caches have their size, and rounds that count. */
const WARM = 100;
const ROUNDS = 1000;

export async function churnOf(browser: Browser, address: string): Promise<Churn> {
  const page = await browser.newPage();
  try {
    const session = await page.createCDPSession();
    await page.goto(address);
    const churn = (rounds: number) => page.evaluate((n) => Reflect.get(window, 'churn')(n), rounds);
    await churn(WARM);
    const before = await heapAfterCollection(session);
    await churn(ROUNDS);
    return { before, after: await heapAfterCollection(session) };
  } finally {
    await page.close();
  }
}
