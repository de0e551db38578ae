import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'puppeteer-core';
import { settled } from './visit.ts';

/** The slices in which an extension's content script held the main thread of a page. Milliseconds the thread ran. */
export interface Slices {
  readonly all: readonly number[];
  /** Those that the browser gave as idle time. */
  readonly idle: readonly number[];
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly tid: number;
  readonly pid: number;
  readonly ts: number;
  /** Microseconds that passed, and that the thread ran. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly data?: { readonly url?: string } };
}

/** Opens an address with tracing on. Tracing takes time itself: never read these figures against a timing run. */
export async function slicesOf(browser: Browser, address: string): Promise<Slices> {
  const page = await browser.newPage();
  try {
    await page.tracing.start({ categories: ['-*', 'devtools.timeline'] });
    await page.goto(address, { timeout: 60_000 });
    await settled(page);
    await sleep(3000);
    const trace = await page.tracing.stop();
    const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as { traceEvents: TraceEvent[] };
    return readSlices(traceEvents);
  } finally {
    await page.close();
  }
}

/** Picks the outermost slices whose script is an extension's. */
export function readSlices(events: readonly TraceEvent[]): Slices {
  const spans = events
    .filter(({ ph, dur }) => ph === 'X' && dur !== undefined)
    .toSorted((a, b) => a.ts - b.ts);
  const all: number[] = [];
  const idle: number[] = [];
  const idleUntil = new Map<string, number>();
  const oursUntil = new Map<string, number>();
  for (const { name, pid, tid, ts, dur = 0, tdur = dur, args } of spans) {
    const thread = `${pid}:${tid}`;
    if (name === 'FireIdleCallback') idleUntil.set(thread, ts + dur);
    if (!args.data?.url?.startsWith('chrome-extension:') || ts < (oursUntil.get(thread) ?? 0)) continue;
    oursUntil.set(thread, ts + dur);
    all.push(tdur / 1000);
    if (ts < (idleUntil.get(thread) ?? 0)) idle.push(tdur / 1000);
  }
  return { all, idle };
}
