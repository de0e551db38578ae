import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'puppeteer-core';

/** Pages that make an extension read much, by name: a work of the page, and reading the same for itself. */
export const HEAVY = {
  'long-address': {
    work: () => {
      for (const link of document.querySelectorAll('a'))
        link.setAttribute('href', `${link.getAttribute('href')}`);
    },
    same: () => {
      for (const link of document.querySelectorAll('a')) link.href.replace(/[^a-z]/g, '').toLowerCase();
    },
  },
  'many-attributes': {
    work: () => Reflect.get(window, 'more')(),
    same: () => {
      for (const element of document.querySelectorAll('*'))
        for (const name of element.getAttributeNames()) element.getAttribute(name);
    },
  },
} as const satisfies Record<string, { work: () => void; same: () => void }>;

export type HeavyPage = keyof typeof HEAVY;

const ROUNDS = 5;
/** Milliseconds for an extension to mark what the page has from the start. */
const QUIET = 1500;

/**
 * How many times longer a page is held up by some work of its own, with what an extension makes of it, than by reading
 * the same for itself. The least of some rounds, as other work makes a round longer and none shorter.
 */
export async function heldUp(browser: Browser, address: string, name: HeavyPage): Promise<number> {
  const page = await browser.newPage();
  try {
    await page.goto(address + name);
    await sleep(QUIET);
    const { work, same } = HEAVY[name];
    const rounds: (readonly [number, number])[] = [];
    for (let i = 0; i < ROUNDS; i++) rounds.push(await page.evaluate(longestHalts, `${work}`, `${same}`));
    return Math.min(...rounds.map(([halt]) => halt)) / Math.max(1, Math.min(...rounds.map(([, own]) => own)));
  } finally {
    await page.close();
  }
}

/** Runs in the page: milliseconds of the longest halt after each of two works. */
async function longestHalts(...works: readonly string[]): Promise<[number, number]> {
  const longest = async (work: string): Promise<number> => {
    let last = performance.now();
    let most = 0;
    new Function(`(${work})()`)();
    for (let i = 0; i < 30; i++) {
      await new Promise((tick) => setTimeout(tick));
      most = Math.max(most, performance.now() - last);
      last = performance.now();
    }
    return most;
  };
  return [await longest(works[0] ?? ''), await longest(works[1] ?? '')];
}
