import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'puppeteer-core';
import { heapAfterCollection } from './visit.ts';

/** Bytes of heap of a tab after collection, before and after many rounds of adding and removing the same links. */
export interface Churn {
  readonly before: number;
  readonly after: number;
}

/** Rounds until compiled code and caches have their size, and rounds that count. */
const WARM = 500;
const ROUNDS = 1000;
/** Milliseconds in which whoever looks at a page in idle time comes to an end. */
const QUIET = 10_000;

export async function churnOf(browser: Browser, address: string): Promise<Churn> {
  const page = await browser.newPage();
  try {
    const session = await page.createCDPSession();
    await page.goto(address);
    const churn = async (rounds: number): Promise<number> => {
      await page.evaluate((n) => Reflect.get(window, 'churn')(n), rounds);
      await sleep(QUIET);
      return heapAfterCollection(session);
    };
    return { before: await churn(WARM), after: await churn(ROUNDS) };
  } finally {
    await page.close();
  }
}
