import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { collectGarbage } from '../support/collect-garbage.ts';
import { BADGE_TAG, inBothBrowsers, until } from '../support/rig.ts';

/** What `passing-roots.html` defines. */
interface Passing {
  replace(rows: number): Promise<void>;
  counts: { alive: number; made: number };
}
declare const window: Window & Passing;

/** Milliseconds. */
const PATIENCE = 45_000;

const LISTS = [
  { what: 'without a link to TikTok', rows: 40, query: '' },
  { what: 'with one, which passes', rows: 40, query: 'every=1000000' },
  { what: 'with some', rows: 40, query: 'every=10' },
  { what: 'with so many that marks wait until they come near', rows: 400, query: 'every=1' },
];

inBothBrowsers('a list that replaces its rows, each with a root', (rig) => {
  /** Rows that a browser still holds after it has thrown away all that it may. */
  async function rowsHeld(page: Page): Promise<number> {
    await collectGarbage(page);
    return page.evaluate(() => window.counts.alive);
  }
  const areThoseInViewMarked = (page: Page) =>
    page.evaluate(
      (tag) =>
        [...document.querySelectorAll('list-row')]
          .filter((row) => row.getBoundingClientRect().top < innerHeight)
          .every(
            ({ shadowRoot }) =>
              !shadowRoot?.querySelector('a[href*=tiktok]') === !shadowRoot?.querySelector(tag),
          ),
      BADGE_TAG,
    );
  /** Nodes and listeners of the page's process; Firefox tells no page's, so there the rows are all that is counted. */
  async function figures(page: Page): Promise<readonly number[]> {
    if (rig().name === 'firefox') return [await rowsHeld(page)];
    const { Nodes = 0, JSEventListeners = 0 } = await page.metrics();
    return [Nodes, JSEventListeners];
  }

  it.each(LISTS)(
    'is held in memory as far as it is there, no more: $what',
    async ({ rows, query }) => {
      const page = await rig().visit(`gauntlet/passing-roots.html?rows=${rows}&${query}`);
      await page.bringToFront();
      const after = async (count: number) => {
        await page.evaluate((all) => window.replace(all), count);
        await until(() => areThoseInViewMarked(page), 'marks at all links in view');
        // When a browser tells of what it has thrown away is its own matter, and late on a busy machine.
        await until(async () => (await rowsHeld(page)) === rows, `${rows} rows that are held`, PATIENCE);
        return figures(page);
      };
      const few = await after(2000);
      const many = await after(18_000);
      expect(await page.evaluate(() => window.counts.made)).toBe(20_000 + rows);
      for (const [i, figure] of many.entries()) expect(figure).toBeLessThanOrEqual((few[i] as number) * 1.05);
      await page.close();
    },
    3 * PATIENCE,
  );
});
