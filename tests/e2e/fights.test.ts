import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { allOf, documentTree } from '../support/closed-roots.ts';
import { cardText, markOf, openCard } from '../support/person.ts';
import { BADGE_TAG, countMarks, framesToPass, inBothBrowsers, marksToCome, until } from '../support/rig.ts';

/* Pages that fight, clumsily or on purpose: each a file in `tests/pages/gauntlet/`. */

/** What the pages define for their tests. */
interface Fight {
  seen: Record<string, number[]>;
  moves: number[];
  badges: number[];
  takeCalled(): string[];
  copy(): void;
  rewrite(seconds: number): Promise<void>;
  moveTo(place: string): void;
  foreign(place: string): number;
  writeAnew(): void;
  more(): void;
  hide(): void;
  war(): void;
  openModal(): void;
  ticking: ReturnType<typeof setInterval>;
  draws: Record<'task' | 'chat' | 'frame' | 'ticker', number>;
}
declare const window: Window & Fight;

/** Marks in all trees that hold a button of ours, and those that are empty copies. */
async function living(page: Page): Promise<{ alive: number; empty: number }> {
  const all = allOf(await documentTree(page), BADGE_TAG);
  const alive = all.filter(({ shadow }) => shadow && allOf(shadow, 'span').length === 1).length;
  return { alive, empty: all.length - alive };
}

const livingToCome = (page: Page, count: number) =>
  until(async () => {
    const { alive, empty } = await living(page);
    return alive === count && empty === 0;
  }, `${count} living marks`);

/** The most events of one second, in any second. */
const mostInASecond = (times: readonly number[]) =>
  Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + 1000).length));

inBothBrowsers('a page that fights', (rig) => {
  const visit = (name: string) => rig().visit(`gauntlet/${name}`);

  it('and takes each badge away at once: a bounded number comes back, then it wins quietly', async () => {
    const page = await visit('remove-badge.html');
    const times = () => page.evaluate(() => window.seen);
    let last = 0;
    await until(
      async () => {
        await framesToPass(page, 150);
        const now = Object.values(await times()).flat().length;
        const quiet = now > 2 && now === last;
        last = now;
        return quiet;
      },
      'an end of repairs',
      40_000,
    );
    const [one = [], two = [], late = []] = Object.values(await times());
    for (const each of [one, two]) {
      expect(each.length).toBeGreaterThan(1);
      expect(each.length).toBeLessThanOrEqual(4);
    }
    // What is taken away once comes back, for frameworks do that; a place may be tried once more.
    expect([2, 3]).toContain(late.length);
    expect(await countMarks(page)).toBe(1);
  });

  it('and draws a part anew whenever a badge comes: it comes to rest, and what draws by itself keeps its badge', async () => {
    const page = await visit('echo.html');
    const draws = () => page.evaluate(() => ({ ...window.draws }));
    const echoes = ({ task, chat, frame }: Awaited<ReturnType<typeof draws>>) => [task, chat, frame];
    await until(
      async () => {
        const before = echoes(await draws());
        // Longer than the second after which a part is tried again.
        await framesToPass(page, 150);
        return `${echoes(await draws())}` === `${before}`;
      },
      'rest',
      40_000,
    );
    expect(Math.max(...echoes(await draws()))).toBeLessThan(100);
    const has = (id: string) => page.$(`#${id} ${BADGE_TAG}, #${id} + ${BADGE_TAG}`);
    expect(await has('plain')).not.toBeNull();
    expect([await has('task'), await has('chat'), await has('frame')]).toEqual([null, null, null]);
    await until(async () => !!(await has('ticker')), 'the badge of what draws by itself');
    const { ticker } = await draws();
    await until(async () => (await draws()).ticker > ticker + 10, 'it to be drawn ten times more');
    expect(await has('ticker')).not.toBeNull();
    // The links are told all the same.
    await until(async () => (await rig().toolbar(page)).text === '5', 'the count of all links');
  });

  it('and wants its own node right behind the link: two that cannot both win do not fight for ever', async () => {
    const page = await visit('push-badge.html');
    await framesToPass(page, 180);
    const moves = await page.evaluate(() => window.moves);
    expect(moves.length).toBeGreaterThan(0);
    expect(mostInASecond(moves)).toBeLessThanOrEqual(12);
    await until(async () => (await countMarks(page)) <= 1, 'at most one badge');
  });

  it('and copies marked nodes: each copy gets a badge of its own, none is left empty or doubled', async () => {
    const page = await visit('clone-marked.html');
    await marksToCome(page, 3);
    await page.evaluate(() => window.copy());
    await livingToCome(page, 12);
    const each = await page.evaluate(
      (tag) => [...document.querySelectorAll('li')].map((item) => item.querySelectorAll(tag).length),
      BADGE_TAG,
    );
    expect(each).toEqual(Array(12).fill(1));
  });

  it('and rewrites addresses 1,000 times a second: few badges are made, and the last address counts', async () => {
    const page = await visit('rewrite-href.html');
    await marksToCome(page, 2);
    await page.evaluate(() => {
      window.badges.length = 0;
      return window.rewrite(3);
    });
    await marksToCome(page, 2);
    const made = await page.evaluate(() => window.badges);
    expect(mostInASecond(made)).toBeLessThanOrEqual(12);
    expect(await openCard(page, '#same')).toContain('https://www.tiktok.com/@demo.3000');
  });

  it('and moves a link between roots and documents: the badge goes with it', async () => {
    const page = await visit('move-nodes.html');
    await marksToCome(page, 1);
    const places = [
      'open',
      'light',
      'closed',
      'frame',
      'open',
      'nowhere',
      'light',
      'template',
      'closed',
      'light',
    ];
    const reachable = ['light', 'open', 'closed', 'frame'];
    for (const place of places) {
      await page.evaluate((to) => window.moveTo(to), place);
      const expected = reachable.map((each) => (each === place ? 1 : 0));
      await until(async () => {
        const found = await page.evaluate((all) => all.map((each) => window.foreign(each)), reachable);
        return String(found) === String(expected);
      }, `one badge, in ${place}`);
    }
    await page.evaluate(() => window.moveTo('other document'));
    await marksToCome(page, 0);
  });

  it('and writes itself anew: what is new is marked, and its badge answers', async () => {
    const page = await visit('document-write.html');
    await marksToCome(page, 2);
    await page.evaluate(() => window.writeAnew());
    await livingToCome(page, 1);
    expect(await openCard(page, '#after')).toContain('@demo.after');
    await page.keyboard.press('Escape');
    await until(async () => !(await cardText(page)), 'the card to close');
    await until(async () => (await rig().toolbar(page)).text === '1', 'the count');
  });

  it('and nests 10,000 elements: found, early and late', async () => {
    const page = await visit('deep.html');
    await marksToCome(page, 2);
    await page.evaluate(() => window.more());
    // It has no box, and so no mark; it is counted.
    await until(async () => (await rig().toolbar(page)).text === '3', 'the late link');
  });

  it('and has addresses of a megabyte: read as far as it makes sense', async () => {
    const page = await visit('long-address.html');
    await until(() => page.$(markOf('#short')), 'the short link');
    await page.evaluate(() => {
      for (const link of document.querySelectorAll('a'))
        link.setAttribute('href', `${link.getAttribute('href')}`);
    });
    await framesToPass(page, 120);
    const marked = await page.evaluate(
      (tag) => [...document.querySelectorAll(tag)].map((each) => each.closest('a')?.id),
      BADGE_TAG,
    );
    expect(marked.filter((id) => !['tiktok', 'wrapper', 'slashes', 'short'].includes(String(id)))).toEqual(
      [],
    );
  });

  it('and has elements of 50,000 attributes: marked as ever', async () => {
    const page = await visit('many-attributes.html');
    await marksToCome(page, 2);
    await page.evaluate(() => window.more());
    await framesToPass(page, 60);
    expect(await countMarks(page)).toBe(2);
  });

  it('and has replaced what scripts are built on: none of it is called, all works', async () => {
    const page = await visit('patched.html');
    await livingToCome(page, 2);
    expect(await page.evaluate(() => window.takeCalled())).toEqual([]);
    await page.evaluate(() => {
      const root = document.getElementById('open')?.attachShadow({ mode: 'closed' });
      if (root) root.innerHTML = '<a href="https://www.tiktok.com/@demo.c">three</a>';
      window.takeCalled();
    });
    await livingToCome(page, 3);
    expect(await openCard(page, 'a')).toContain('@demo.a');
  });

  it('and hides its own document behind names: marked as ever', async () => {
    const page = await visit('clobbered.html');
    await livingToCome(page, 4);
    expect(await openCard(page, '#link')).toContain('@demo.a');
  });

  it('and wants to lie above everything: the card lies above that', async () => {
    const page = await visit('z-index.html');
    await marksToCome(page, 1);
    const cardOnTop = () =>
      page.evaluate((tag) => {
        const open = document.activeElement?.closest(tag);
        const { left, bottom } = open?.getBoundingClientRect() ?? { left: 0, bottom: 0 };
        return !!open && document.elementFromPoint(left + 40, bottom + 30)?.closest(tag) === open;
      }, BADGE_TAG);
    await openCard(page, '#under');
    expect(await cardOnTop()).toBe(true);
    await page.keyboard.press('Escape');
    await page.evaluate(() => window.openModal());
    await openCard(page, '#modal');
    expect(await cardOnTop()).toBe(true);
    await page.evaluate(() => window.war());
    await framesToPass(page, 30);
    expect(await cardText(page)).toContain('@demo.b');
  });

  it('and takes everything by its style rules: the badge has the room it always has', async () => {
    const page = await visit('unset.html');
    await marksToCome(page, 2);
    const boxes = () =>
      page.evaluate(
        (tag) =>
          [...document.querySelectorAll(tag)].map((badge) => {
            const { left, top, width, height } = badge.getBoundingClientRect();
            const hit = document.elementFromPoint(left + width / 2, top + height / 2);
            return {
              width,
              height,
              hit: hit === badge,
              seen: badge.checkVisibility({ opacityProperty: true }),
            };
          }),
        BADGE_TAG,
      );
    const before = await boxes();
    for (const { width, height, hit, seen } of before) {
      expect(width).toBeGreaterThan(12);
      expect(height).toBeGreaterThan(12);
      expect({ hit, seen }).toEqual({ hit: true, seen: true });
    }
    await page.evaluate(() => window.hide());
    await framesToPass(page, 20);
    expect(await boxes()).toEqual(before);
    expect(await openCard(page, '#one')).toContain('@demo.a');
  });
});
