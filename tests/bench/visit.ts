import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, CDPSession, Page } from 'puppeteer-core';

/** What one look at a page cost: milliseconds of the main thread, bytes after collection, unitless shift. */
export interface Cost {
  readonly script: number;
  /** Style and layout. */
  readonly style: number;
  readonly task: number;
  readonly longTasks: number;
  readonly layoutShift: number;
  readonly heap: number;
}

/** Milliseconds after load, or after the page's own changes where it makes some, at which the clock is read. */
const AFTER = 3000;

/** Waits until a page that makes changes by itself is through with them. */
export async function settled(page: Page): Promise<void> {
  while (await page.evaluate(() => Reflect.get(window, 'busy') === true)) await sleep(500);
}

export async function metrics(session: CDPSession): Promise<Record<string, number>> {
  const { metrics } = await session.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

/** Bytes of JavaScript heap in use after a collection. */
export async function heapAfterCollection(session: CDPSession): Promise<number> {
  // Weak references go in the first, what they held in the second.
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}

/**
 * Opens an address in a new tab, waits until {@link AFTER}, and reads the browser's own counters. `threadTicks` count
 * the time the thread ran, not the time that passed, so that other work on the machine shows less. The counters start
 * at zero with the tab's process.
 */
export async function costOf(browser: Browser, address: string): Promise<Cost> {
  const page = await browser.newPage();
  try {
    const session = await page.createCDPSession();
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(address, { timeout: 60_000 });
    await settled(page);
    await sleep(AFTER);
    const read = await metrics(session);
    const ms = (name: string) => (read[name] ?? 0) * 1000;
    const { longTasks, layoutShift } = await page.evaluate(buffered);
    const heap = await heapAfterCollection(session);
    return {
      script: ms('ScriptDuration'),
      style: ms('RecalcStyleDuration') + ms('LayoutDuration'),
      task: ms('TaskDuration'),
      longTasks,
      layoutShift,
      heap,
    };
  } finally {
    await page.close();
  }
}

/** Runs in the page, after the clock was read: the browser has kept these entries. */
async function buffered(): Promise<{ longTasks: number; layoutShift: number }> {
  const entries = (type: string) =>
    new Promise<PerformanceEntryList>((resolve) => {
      const observer = new PerformanceObserver((list) => resolve(list.getEntries()));
      observer.observe({ type, buffered: true });
      setTimeout(() => resolve([]), 100);
    });
  const shifts = await entries('layout-shift');
  return {
    longTasks: (await entries('longtask')).length,
    layoutShift: shifts.reduce((sum, entry) => sum + Number(Reflect.get(entry, 'value') ?? 0), 0),
  };
}
