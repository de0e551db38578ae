import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'puppeteer-core';
import { scrollThrough } from '../../scripts/start/scroll-through.ts';
import { settled } from './visit.ts';

/** One mark's coming: milliseconds and animation frames since its link came, or since load for links that were there. */
interface Coming {
  readonly late: boolean;
  readonly ms: number;
  readonly frames: number;
}

/** How quickly the marks of one visit came. Milliseconds. */
export interface Marks {
  /** Marks in the page after a walk through all of it: some are drawn only when they come near. */
  readonly count: number;
  /** From load to the first mark of a link that was there; null where there is none. Not below zero. */
  readonly first: number | null;
  /** From load to the last mark of a link that was there. */
  readonly last: number | null;
  /** For links that came later: from the moment an observer of the page sees the link to its mark. */
  readonly late: readonly number[];
  /** For the same: animation frames that began in between. One or none means: drawn with the link or in the next frame. */
  readonly frames: readonly number[];
}

/** Time for stragglers after the page has come to rest. */
const AFTER = 4000;

/** Opens an address with an observer in it that sees links and marks come. Not for timing runs. */
export async function marksOf(browser: Browser, address: string, tags: readonly string[]): Promise<Marks> {
  const page = await browser.newPage();
  try {
    await page.evaluateOnNewDocument(watch, tags.join());
    await page.goto(address, { timeout: 60_000 });
    await settled(page);
    await sleep(AFTER);
    const comings = (await page.evaluate(() => Reflect.get(window, 'readComings')())) as Coming[];
    await scrollThrough(page);
    const count = (await page.evaluate(() => Reflect.get(window, 'countMarks')())) as number;
    const early = comings.filter(({ late }) => !late).map(({ ms }) => ms);
    const later = comings.filter(({ late }) => late);
    return {
      count,
      first: early.length ? Math.max(0, Math.min(...early)) : null,
      last: early.length ? Math.max(0, ...early) : null,
      late: later.map(({ ms }) => ms),
      frames: later.map(({ frames }) => frames),
    };
  } finally {
    await page.close();
  }
}

/**
 * Runs in the page before anything else. Links that come late stand in elements with `data-item`. The page's observer
 * is older than any extension's, so it sees a link before an extension can.
 */
function watch(marks: string): void {
  interface Moment {
    time: number;
    frame: number;
  }
  /** When each late item came or changed, until its mark came. */
  const waiting = new Map<Element, Moment>();
  const comings: { since: Moment | undefined; moment: Moment }[] = [];
  const roots = new Set<Document | ShadowRoot>([document]);
  let frame = 0;
  const count = () => {
    frame++;
    requestAnimationFrame(count);
  };
  requestAnimationFrame(count);

  const itemOf = (node: Node): Element | null => {
    const element = node instanceof Element ? node : node.parentElement;
    return element?.closest('[data-item]') ?? null;
  };
  const observer = new MutationObserver((records) => {
    const moment = { time: performance.now(), frame };
    for (const { type, target, addedNodes } of records) {
      if (type === 'attributes') {
        const item = itemOf(target);
        if (item) waiting.set(item, moment);
      }
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        if (node.matches(marks)) {
          const item = itemOf(node);
          const since = item ? waiting.get(item) : undefined;
          if (item) waiting.delete(item);
          // A mark in a late item that already had one is a repair, not a coming.
          if (!item || since) comings.push({ since, moment });
        } else if (node.matches('[data-item]')) waiting.set(node, moment);
        else for (const item of node.querySelectorAll('[data-item]')) waiting.set(item, moment);
      }
    }
  });
  const watchMarks = (root: Document | ShadowRoot) => {
    roots.add(root);
    observer.observe(root, { subtree: true, childList: true, attributes: true, attributeFilter: ['href'] });
  };
  watchMarks(document);

  Object.assign(window, {
    watchMarks,
    countMarks: () => [...roots].reduce((sum, root) => sum + root.querySelectorAll(marks).length, 0),
    readComings: () => {
      const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
      const load = { time: navigation?.loadEventEnd ?? 0, frame: 0 };
      return comings.map(({ since, moment }) => {
        const { time, frame } = since ?? load;
        return { late: since !== undefined, ms: moment.time - time, frames: moment.frame - frame };
      });
    },
  });
}
