import { readdirSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, expect, it } from 'vitest';
import { table } from '../../../scripts/measure/text-table.ts';
import { askNode } from '../../support/closed-roots.ts';
import { differences, runPage, standingsOf } from '../../support/differential.ts';
import { allMarks, failingCards, unmarked, unseenMarks } from '../../support/marks-seen.ts';
import { BADGE_TAG, marksIn, type Rig, until } from '../../support/rig.ts';

/*
 * Every page of `tests/pages/layout/`, and those of the gauntlet on which a mark could move, hide or restyle something,
 * without the extension's marks and with them. Each page says in its head what is special about it, and how many marks
 * it gets (`data-badges`): one number, or one for the start and one after each thing that happens on it.
 * `data-alive` stands on one that never stands twice the same, where only its own probe is compared.
 */

const LAYOUT = new URL('../../pages/layout/', import.meta.url);
const pages = readdirSync(LAYOUT)
  .filter((name) => name.endsWith('.html'))
  .map((name) => `layout/${name}`);
const GAUNTLET: Readonly<Record<string, number>> = {
  'gauntlet/flow.html': 26,
  'gauntlet/blocks.html': 23,
  'gauntlet/siblings.html': 16,
  'gauntlet/tables.html': 11,
  'gauntlet/truncated.html': 9,
  'gauntlet/embeds.html': 10,
};

/** What a sibling beside its link cannot avoid, by the beginnings of what differs; reasons in `docs/limits.md`. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  'layout/copy.html': ['the page sees md note: ', 'the page sees md all: '],
};

/** What Chromium says of the first page of a host without an icon, once. */
const MISSING_ICON = /status of 404/;

/** The text of the link that a mark's drawing lies over without a plate. */
const LETTERS_BELOW = `(drawing) => {
  const { host } = drawing.getRootNode();
  const link = host.closest('a') ?? host.previousElementSibling;
  const texts = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const at = host.getBoundingClientRect();
  const isPlated = getComputedStyle(drawing).backgroundColor !== 'rgba(0, 0, 0, 0)';
  while (!isPlated && texts.nextNode()) {
    range.selectNodeContents(texts.currentNode);
    for (const box of range.getClientRects())
      if (Math.min(box.right, at.right) - Math.max(box.left, at.left) > 2 && box.top < at.bottom && box.bottom > at.top)
        return texts.currentNode.data;
  }
  return '';
}`;

const rows: string[][] = [];

/**
 * How many marks a page is to get at the start, and after each thing that happens on it; the last number holds for all
 * that comes after it. Null where it does not say.
 */
const wantedMarks = async (page: Page, path: string): Promise<(count: number) => number | null> => {
  const said = await page.evaluate(() => document.documentElement.dataset.badges ?? '');
  const numbers = `${GAUNTLET[path] ?? said}`.split(' ').map(Number);
  return (count) => {
    const wanted = numbers[count] ?? numbers.at(-1);
    return wanted === undefined || Number.isNaN(wanted) ? null : wanted;
  };
};

/** The tests of a browser; each has a file, so that they run side by side. */
export function layoutTests(rig: () => Rig): void {
  const log: string[] = [];
  afterAll(() =>
    console.log(table(['page', 'style', 'marks', 'differs', 'unseen', 'narrow', 'cards'], rows)),
  );

  const visit = async (path: string, isPaused: boolean, style: string): Promise<Page> => {
    await rig().store({ 'setting:markStyle': style, 'setting:paused': isPaused });
    log.length = 0;
    return rig().visit(path, (page) => {
      page.on('console', (message) => !MISSING_ICON.test(message.text()) && log.push(message.text()));
      page.on('pageerror', (error) => log.push(String(error)));
    });
  };

  const standWithout = async (path: string) => {
    const page = await visit(path, true, 'icon');
    await runPage(page);
    const before = await standingsOf(page);
    const isAlive = await page.evaluate(() => 'alive' in document.documentElement.dataset);
    await page.close();
    return { before, isAlive, said: [...log] };
  };

  const marksToBe = async (page: Page, count: number | null): Promise<void> => {
    const marks = async () => (await allMarks(page)).length;
    // A mark comes when its link is near the view.
    const isSo = async () => {
      await page.evaluate(() => {
        const { scrollHeight } = document.documentElement;
        scrollTo(0, scrollY + innerHeight >= scrollHeight - 1 ? 0 : scrollY + innerHeight);
      });
      return count === null ? (await marks()) > 0 : (await marks()) === count;
    };
    await until(isSo, `${count} marks`).catch(async (error) => {
      throw new Error(`${error.message}: ${await marks()}, none at\n${(await unmarked(page)).join('\n')}`);
    });
    await page.evaluate(() => scrollTo(0, 0));
  };

  it.each([...pages, ...Object.keys(GAUNTLET)])(
    '%s is as without, and each mark is seen and answers',
    async (path) => {
      const { before, said, isAlive } = await standWithout(path);
      // What such a page says of itself twice in the same way, it is to say with marks, too.
      const again = isAlive ? (await standWithout(path)).before : before;

      for (const style of ['icon', 'word']) {
        const page = await visit(path, false, style);
        const wanted = await wantedMarks(page, path);
        if (wanted(0) === 0)
          await until(async () => (await rig().toolbar(page)).text === `${wanted(Infinity)}`, 'the links');
        else await marksToBe(page, wanted(0));
        const happened = await runPage(page, (count) => marksToBe(page, wanted(count)));

        const look = async () => {
          const after = await standingsOf(page);
          const { unseen, narrow } = await unseenMarks(page);
          const same = before.probe.map((each, i) =>
            each === again.probe[i] ? each : (after.probe[i] ?? ''),
          );
          const differs = differences(isAlive ? { ...after, probe: same } : before, after).filter(
            (each) => !KNOWN[path]?.some((known) => each.startsWith(known)),
          );
          return { differs, unseen, narrow };
        };
        let seen = await look();
        const isAsWanted = async () => {
          if (seen.differs.length + seen.unseen.length === 0) return true;
          seen = await look();
          return false;
        };
        // What follows from what has just happened may take its time; where nothing has, all is right at once.
        if (happened > 0) await until(isAsWanted).catch(() => {});
        const { differs, unseen, narrow } = seen;
        const cards = await failingCards(page, style === 'icon' ? 12 : 4);
        const figures = [differs, unseen, narrow, cards];
        rows.push([
          `${rig().name} ${path}`,
          style,
          `${(await allMarks(page)).length}`,
          ...figures.map(({ length }) => `${length}`),
        ]);
        // How many could be larger for the pointer is told in the table: whether a letter is in the way is a matter of a
        // pixel, and no two ways of asking a browser for it agree.
        expect.soft({ style, differs, unseen, cards, log }).toEqual({
          style,
          differs: [],
          unseen: [],
          cards: [],
          log: said,
        });
        await page.close();
      }
    },
    120_000,
  );

  it('a mark can be pressed in 24 pixels each way where there is room, and nowhere over the page', async () => {
    const page = await visit('layout/room.html', false, 'icon');
    await marksToBe(page, 16);
    /** How far from the middle of a mark a press is its own, as a row of points and as a column. */
    const reaches = (id: string): Promise<{ wide: number; high: number }> =>
      page.evaluate(
        (tag, part) => {
          const mark = document.querySelector(`#${part} ${tag}`) as HTMLElement;
          const { left, top, width, height } = mark.getBoundingClientRect();
          const [x, y] = [left + width / 2, top + height / 2];
          const steps = Array.from({ length: 121 }, (_, i) => (i - 60) / 2);
          const count = (at: (by: number) => [number, number]) =>
            steps.filter((by) => document.elementFromPoint(...at(by)) === mark).length / 2;
          return { wide: count((by) => [x + by, y]), high: count((by) => [x, y + by]) };
        },
        BADGE_TAG,
        id,
      );
    for (const id of ['after', 'mirrored']) {
      await until(async () => (await reaches(id)).high >= 23.5, `room at #${id}`);
      expect((await reaches(id)).wide, id).toBeGreaterThanOrEqual(23.5);
    }
    // Rounding moves a line by a 64th of a pixel here and there, which is no reason.
    const heights = (): Promise<number[]> =>
      page.evaluate(
        (tag) =>
          [...document.querySelectorAll(`#list ${tag}`)].map((mark) => mark.getBoundingClientRect().height),
        BADGE_TAG,
      );
    await until(async () => (await heights()).every((height) => height >= 23.5), 'room in each line');
    // Of two lines of 16 pixels, none has 24 for itself.
    expect((await reaches('tight')).high).toBeLessThan(20);
    const isPressed = (selector: string): Promise<boolean> =>
      page.evaluate((query) => {
        const button = document.querySelector(query) as Element;
        const { left, right, top, bottom } = button.getBoundingClientRect();
        const points = [left + 1, right - 1].flatMap((x) =>
          [top + 1, bottom - 1].map((y) => [x, y] as const),
        );
        return points.every(([x, y]) => document.elementFromPoint(x, y) === button);
      }, selector);
    expect(await isPressed('#row button')).toBe(true);
    await page.close();
  });

  it('a mark of a picture lies over the picture, in a column that is wider', async () => {
    const page = await visit('layout/margins.html', false, 'icon');
    await marksToBe(page, 6);
    const outside = await page.evaluate(
      (tag) =>
        [...document.querySelectorAll('#left a, #right a')].map((link) => {
          const [mark, picture] = [tag, 'img'].map((each) =>
            link.querySelector(each)?.getBoundingClientRect(),
          );
          if (!mark || !picture) return 'no mark in it';
          const middle = mark.left + mark.width / 2;
          return middle > picture.left && middle < picture.right ? '' : `at ${middle}`;
        }),
      BADGE_TAG,
    );
    expect(outside).toEqual(['', '']);
    await page.close();
  });

  it.each(['icon', 'word'])(
    'no mark lies on bare letters where a line runs the other way than its block: %s',
    async (style) => {
      const page = await visit('layout/ltr-in-rtl.html', false, style);
      await marksToBe(page, 4);
      const bare: string[] = [];
      for (const mark of await marksIn(page)) {
        const [drawing] = mark.shadow?.children ?? [];
        if (drawing) bare.push(await askNode(page, drawing, LETTERS_BELOW));
      }
      expect(bare).toEqual(['', '', '', '']);
      await page.close();
    },
  );

  it('a press and Escape at a mark are not seen by the boxes of the page around it', async () => {
    const page = await visit('layout/trap.html', false, 'icon');
    await marksToBe(page, 3);
    const pressIn = async (box: string): Promise<void> => {
      const mark = await until(() => page.$(`${box} ${BADGE_TAG}`), `the mark in ${box}`);
      await mark.click();
      const isInCard = () =>
        mark.evaluate((element) => {
          const { activeElement } = document;
          return activeElement !== element && element.contains(activeElement);
        });
      await until(isInCard, `the focus in the card in ${box}`);
      await page.keyboard.press('Escape');
      await until(() => mark.evaluate((element) => !element.ariaExpanded), `no card in ${box}`);
    };
    const isOpen = (selector: string) => page.evaluate((open) => !!document.querySelector(open), selector);

    await pressIn('#trap');
    await page.focus('#menu a');
    await pressIn('#menu');
    const seen = () => page.evaluate(() => (window as unknown as { events: string[] }).events);
    expect(await seen()).toEqual([]);
    await page.evaluate(() => document.querySelector<HTMLElement>('#pop')?.showPopover());
    await pressIn('#pop');
    expect(await isOpen('#pop:popover-open')).toBe(true);
    await page.evaluate(() => document.querySelector<HTMLElement>('#pop')?.hidePopover());
    await page.evaluate(() => document.querySelector<HTMLDialogElement>('#dlg')?.showModal());
    await pressIn('#dlg');
    expect(await isOpen('#dlg[open]')).toBe(true);
    // From here on the focus is elsewhere.
    expect((await seen()).filter((each) => !/popover|menu/.test(each))).toEqual([]);
    // Without a card open, the key is the page's again.
    await page.keyboard.press('Escape');
    await until(async () => !(await isOpen('#dlg[open]')), 'a dialog that closes');
    await page.close();
  });
}
