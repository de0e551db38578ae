import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { allOf, documentTree } from '../support/closed-roots.ts';
import { cardText, openCard } from '../support/person.ts';
import { BADGE_TAG, countMarks, inBothBrowsers, marksToCome, until } from '../support/rig.ts';

/** What `own-element.html` defines. */
interface OwnElement {
  learned: string[];
  define(kind: string): void;
  peekAgain(): void;
  copy(): void;
  moveAway(): void;
}
declare const window: Window & OwnElement;

const KINDS = ['reading', 'without-roots', 'own-root'];

inBothBrowsers('a page that makes the mark’s element its own', (rig) => {
  const visit = async (query: string) => {
    const page = await rig().visit(`gauntlet/own-element.html?${query}`);
    await marksToCome(page, 1);
    return page;
  };
  /** The mark's own root holds our drawing. */
  const marksAlive = async (page: Page): Promise<number> => {
    const marks = allOf(await documentTree(page), BADGE_TAG);
    return marks.filter(({ shadow }) => shadow?.children.length && allOf(shadow, 'span').length > 0).length;
  };
  /** Opens the card, and returns what the page has read in roots until then. */
  const readBy = async (page: Page): Promise<string[]> => {
    expect(await openCard(page, '#link')).toContain('@demo.a');
    await page.evaluate(() => window.peekAgain());
    return page.evaluate(() => window.learned.filter((each) => each.startsWith('root')));
  };

  it.each(KINDS)('reads nothing in it and takes nothing off it: %s', async (kind) => {
    const page = await visit(kind);
    expect(await marksAlive(page)).toBe(1);
    expect(await readBy(page)).toEqual([]);
    expect(await marksAlive(page)).toBe(1);
    await page.close();
  });

  it.each(KINDS)('nor where it does so once the marks are there: %s', async (kind) => {
    const page = await visit(`${kind}&late`);
    await page.evaluate((name) => window.define(name), kind);
    expect(await marksAlive(page)).toBe(1);
    expect(await readBy(page)).toEqual([]);
    await page.close();
  });

  it('cannot keep copies of marks, with a root of its own or without', async () => {
    const page = await visit('own-root');
    await page.evaluate(() => window.copy());
    await marksToCome(page, 1);
    expect(await page.evaluate(() => document.querySelectorAll('#copies *').length)).toBe(0);
    expect(await readBy(page)).toEqual([]);
    await page.close();
  });

  it('reads nothing in a mark moved to another document, and the link gets its mark back, drawn as ever', async () => {
    const page = await visit('reading');
    const width = () =>
      page.evaluate((tag) => document.querySelector(tag)?.getBoundingClientRect().width, BADGE_TAG);
    const before = await width();
    expect(before).toBeGreaterThan(11);
    await page.evaluate(() => window.moveAway());
    await until(async () => (await width()) === before, 'a mark that has its style');
    expect(await countMarks(page)).toBe(1);
    expect(await readBy(page)).toEqual([]);
    expect(await cardText(page)).toContain('@demo.a');
    await page.close();
  });
});
