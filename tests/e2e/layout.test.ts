import { readdirSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, expect, it } from 'vitest';
import { table } from '../../scripts/measure/text-table.ts';
import {
  allMarks,
  differences,
  expectedMarks,
  failingCards,
  runPage,
  standingsOf,
  unseenMarks,
} from '../support/differential.ts';
import { inBothBrowsers, until } from '../support/rig.ts';

/*
 * Every page of `tests/pages/layout/`, and those of the gauntlet on which a mark could move, hide or restyle something,
 * without the extension's marks and with them. Each page says in its head what is special about it; how many marks it
 * gets is in its `data-badges`, or below.
 */

const LAYOUT = new URL('../pages/layout/', import.meta.url);
const pages = readdirSync(LAYOUT)
  .filter((name) => name.endsWith('.html'))
  .map((name) => `layout/${name}`);
const GAUNTLET = {
  'gauntlet/flow.html': 26,
  'gauntlet/blocks.html': 23,
  'gauntlet/siblings.html': 16,
  'gauntlet/tables.html': 11,
  'gauntlet/truncated.html': 9,
  'gauntlet/embeds.html': 10,
} as const;
/** Pages of which a part is closed: its marks come when it is opened. */
const SHOWN: Readonly<Record<string, number>> = { 'layout/trap.html': 3 };

/** What a sibling beside its link cannot avoid; each with its reason in `docs/limits.md`. */
const KNOWN: Readonly<Record<string, RegExp>> = {
  'layout/copy.html': /the page sees/,
  'layout/ticker.html': /stands at|looks like|has|another number/,
  'layout/rows.html': /stands at|looks like|has|another number/,
};

const rows: string[][] = [];

inBothBrowsers('with a mark at each link', (rig) => {
  afterAll(() => console.log(table(['page', 'style', 'marks', 'differs', 'unseen', 'cards'], rows)));

  const visit = async (path: string, isPaused: boolean, style: string): Promise<Page> => {
    await rig().store({ 'setting:markStyle': style, 'setting:paused': isPaused });
    return rig().visit(path);
  };

  it.each(
    [...pages, ...Object.keys(GAUNTLET)].flatMap((path) =>
      ['icon', 'word'].map((style) => [path, style] as const),
    ),
  )('%s (%s) is as without, and each mark is seen and answers', async (path, style) => {
    const without = await visit(path, true, style);
    await runPage(without);
    const before = await standingsOf(without);
    await without.close();

    const page = await visit(path, false, style);
    const wanted = SHOWN[path] ?? GAUNTLET[path as keyof typeof GAUNTLET] ?? (await expectedMarks(page));
    await until(async () => (await allMarks(page)).length > 0, 'the first mark');
    if (wanted !== null)
      await until(async () => (await allMarks(page)).length === wanted, `${wanted} marks on ${path}`);
    await runPage(page);
    if (wanted !== null)
      await until(
        async () => (await allMarks(page)).length === wanted,
        `${wanted} marks after all on ${path}`,
      );
    const differs = differences(before, await standingsOf(page)).filter((each) => !KNOWN[path]?.test(each));
    const unseen = await unseenMarks(page);
    const cards = await failingCards(page);
    rows.push([
      `${rig().name} ${path}`,
      style,
      `${(await allMarks(page)).length}`,
      `${differs.length}`,
      `${unseen.length}`,
      `${cards.length}`,
    ]);
    expect.soft(differs).toEqual([]);
    expect.soft(unseen).toEqual([]);
    expect.soft(cards).toEqual([]);
    await page.close();
  });
});
