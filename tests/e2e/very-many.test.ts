import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { BADGE_TAG, countMarks, framesToPass, inBothBrowsers, marksToCome, until } from '../support/rig.ts';

/*
 * A page of very many links: those in view are marked at once, the others when they come near, so that the page stays
 * quick. Nothing that a person can see or reach may miss its mark for that.
 */

/** The TikTok links of the page, that without a box apart. */
const LINKS = 600;

/** Links to TikTok in view, and how many of those have no mark. */
const inView = (page: Page): Promise<{ links: number; bare: number }> =>
  page.evaluate((tag) => {
    const links = [...document.querySelectorAll('#list a[href*=tiktok]')].filter((link) => {
      const { top, bottom } = link.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    });
    return {
      links: links.length,
      bare: links.filter((link) => !link.querySelector(tag)).length,
    };
  }, BADGE_TAG);

const allInViewMarked = (page: Page, where: string) =>
  until(async () => {
    const { links, bare } = await inView(page);
    return links > 3 && bare === 0;
  }, `marks at all links ${where}`);

inBothBrowsers('a page of very many links', (rig) => {
  const visit = () => rig().visit('gauntlet/very-many.html');

  it('has those in view marked, wherever a person goes, and no link twice in the end', async () => {
    const page = await visit();
    await allInViewMarked(page, 'at the start');
    const first = await countMarks(page);
    expect(first).toBeLessThan(LINKS / 4);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await allInViewMarked(page, 'at the end');
    await page.evaluate(() => scrollTo(0, 12_000));
    await allInViewMarked(page, 'in the middle');
    for (let top = 0; top < LINKS * 80; top += 1500) {
      await page.evaluate((to) => scrollTo(0, to), top);
      await allInViewMarked(page, `at ${top} pixels`);
    }
    expect(await countMarks(page)).toBe(LINKS + 1);
    const doubled = await page.evaluate(
      (tag) => document.querySelectorAll(`${tag} ~ ${tag}`).length,
      BADGE_TAG,
    );
    expect(doubled).toBe(0);
    await page.close();
  });

  it('counts all of them, marked or not', async () => {
    const page = await visit();
    await until(async () => (await rig().toolbar(page)).text === String(LINKS + 1), 'the count');
    expect(await countMarks(page)).toBeLessThan(LINKS);
    await page.close();
  });

  it('has a link marked that has no box, when its text comes near', async () => {
    const page = await visit();
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await until(() => page.$(`#boxless ${BADGE_TAG}`), 'the mark at the link without a box');
    expect(await countMarks(page)).toBeLessThan(LINKS);
    await page.close();
  });

  it('marks a link that waits as soon as the popup shows it', async () => {
    const page = await rig().visit('gauntlet/very-many.html?boxed');
    await allInViewMarked(page, 'at the start');
    const popup = await rig().running.openPopup(page);
    const list = '[aria-labelledby=page-links]';
    await until(() => popup.$(`${list} li`), 'the list of links');
    // The list is drawn in parts: the last link is on the page's other end.
    await until(async () => {
      await popup.evaluate((more) => document.querySelector<HTMLElement>(more)?.click(), `${list} > button`);
      return !(await popup.$(`${list} > button`));
    }, 'the end of the list');
    await popup.evaluate(
      (shows) => [...document.querySelectorAll<HTMLElement>(shows)].at(-1)?.click(),
      `${list} li button:first-of-type`,
    );
    const isAtBadge = () => page.evaluate((tag) => document.activeElement?.localName === tag, BADGE_TAG);
    await until(isAtBadge, 'the focus on the badge of the link that was chosen');
    await popup.close();
    await page.bringToFront();
    // The link is told of as near only now, and those around it get their badges.
    await framesToPass(page, 30);
    expect(await isAtBadge()).toBe(true);
    await page.close();
  });

  it('has all marks taken away and brought back with the switch, those that wait too', async () => {
    const page = await visit();
    await allInViewMarked(page, 'at the start');
    await rig().store({ 'setting:sitesOff': ['127.0.0.1'] });
    await marksToCome(page, 0);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await rig().store({ 'setting:sitesOff': [] });
    await allInViewMarked(page, 'at the end');
    await page.evaluate(() => scrollTo(0, 20_000));
    await allInViewMarked(page, 'in the middle');
    await page.close();
  });

  it('marks what the page puts into the view behind what is far below', async () => {
    const page = await visit();
    await allInViewMarked(page, 'at the start');
    await page.evaluate(() => {
      const late = document.createElement('p');
      late.id = 'late';
      late.style.cssText = 'position: fixed; inset-block-start: 40px; inset-inline-end: 40px';
      late.append(
        Object.assign(document.createElement('a'), { href: 'https://www.tiktok.com/@late', text: 'late' }),
      );
      document.querySelector('#list')?.append(late);
    });
    await until(() => page.$(`#late ${BADGE_TAG}`), 'the mark at the late link');
    await page.close();
  });

  it('marks in view what is added at the end of a list, once a person has gone there', async () => {
    const page = await visit();
    await allInViewMarked(page, 'at the start');
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await allInViewMarked(page, 'at the end');
    for (let i = 0; i < 3; i++) {
      await page.evaluate(() => {
        const list = document.querySelector('#list') as Element;
        list.append(...[...list.children].slice(0, 5).map((each) => each.cloneNode(true)));
        scrollTo(0, document.body.scrollHeight);
      });
      await allInViewMarked(page, `at the end, when it has grown ${i + 1} times`);
    }
    await page.close();
  });
});
