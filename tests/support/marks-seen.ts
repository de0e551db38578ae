import type { ElementHandle, Page } from 'puppeteer-core';
import { BADGE_TAG } from '../../lib/content/badge-tag.ts';
import { until } from '../../scripts/start/browser.ts';

/* Whether the marks of a page are seen, large enough to be pressed, and open their cards. */

type Mark = ElementHandle<HTMLElement>;

/** Handles of all marks of a page, those in open roots included. */
export async function allMarks(page: Page): Promise<Mark[]> {
  const list = await page.evaluateHandle((tag) => {
    const all = (root: Document | ShadowRoot): HTMLElement[] =>
      [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => [
        ...(element.localName === tag ? [element] : []),
        ...(element.shadowRoot ? all(element.shadowRoot) : []),
      ]);
    return all(document);
  }, BADGE_TAG);
  const handles = [...(await list.getProperties()).values()].map((each) => each.asElement());
  return handles.filter((each) => each !== null) as Mark[];
}

/** Links of the top document that have no mark, in words. */
export const unmarked = (page: Page): Promise<string[]> =>
  page.evaluate(
    (tag) =>
      [...document.querySelectorAll('a[href*="tiktok.com"], area[href*="tiktok.com"]')]
        .filter((link) => !link.querySelector(tag) && link.nextElementSibling?.localName !== tag)
        .map((link) => link.outerHTML.slice(0, 90)),
    BADGE_TAG,
  );

/** Brings a mark into view, where it may find that something lies over it and go elsewhere. */
const show = (mark: Mark): Promise<void> =>
  mark.evaluate(async (element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    // One in the middle of the view came there with the mark before it.
    const isInMiddle = y > innerHeight / 4 && y < (innerHeight * 3) / 4;
    if (isInMiddle && (element.getRootNode() as Document).elementFromPoint(x, y) === element) return;
    element.scrollIntoView({ block: 'center', inline: 'nearest' });
    for (let i = 0; i < 4; i++) await new Promise(requestAnimationFrame);
  });

/** Where a mark is, what lies over it, and whether the page shows it at all. */
const lookAt = (mark: Mark) =>
  mark.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    const root = element.getRootNode() as Document | ShadowRoot;
    const hit = element.isConnected ? root.elementFromPoint(x, y) : null;
    const link = element.closest('a') ?? element.previousElementSibling ?? element.parentElement;
    const isLinkSeen = [...(link?.getClientRects() ?? [])].some((at) => {
      const over = root.elementFromPoint(at.left + at.width / 2, at.top + at.height / 2);
      return over && (link?.contains(over) || over.contains(link));
    });
    return {
      name: `${link?.outerHTML.slice(0, 90)}`,
      // The page hides its link, or lays something over it.
      isHidden: !element.isConnected || getComputedStyle(element).visibility === 'hidden' || !isLinkSeen,
      isSeen: hit === element && Math.min(width, height) >= 12,
      under: hit?.localName,
      x,
      y,
    };
  });

/** Where a mark could be larger for the pointer, which is 24 pixels high and wide wherever that covers nothing. */
const narrowSides = (mark: Mark) =>
  mark.evaluate((element) => {
    const root = element.getRootNode() as Document | ShadowRoot;
    const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
    /** Nothing but the empty ground on which the mark stands. */
    const isEmpty = (px: number, py: number): boolean => {
      const hit = root.elementFromPoint(px, py);
      if (!hit?.contains(element) || hit.closest('a')) return false;
      // Beyond the edge of a box that cuts off it would be cut off, too.
      for (let at = element.parentElement; at && at !== hit; at = at.parentElement)
        if (getComputedStyle(at).overflowX !== 'visible') return false;
      const at = document.caretPositionFromPoint(px, py);
      const box = at && at.offsetNode.nodeType === 3 ? letterAt(at.offsetNode as Text, at.offset) : [];
      return !box.some(
        (each) => px > each.left - 3 && px < each.right + 3 && py > each.top && py < each.bottom,
      );
    };
    const letterAt = (text: Text, at: number): DOMRect[] =>
      [at - 1, at].flatMap((start) => {
        if (start < 0 || start >= text.length) return [];
        const range = document.createRange();
        range.setStart(text, start);
        range.setEnd(text, start + 1);
        return [range.getBoundingClientRect()];
      });
    /** Whether nothing is in a box, looked at every two pixels: no letter is smaller. */
    const isEmptyBox = (l: number, t: number, r: number, b: number): boolean => {
      for (let px = l + 0.5; px < r; px += 2)
        for (let py = t + 0.5; py < b; py += 2) if (!isEmpty(px, py)) return false;
      return true;
    };
    const sides = [];
    const [lower, wider] = [23.5 - height, 23.5 - width];
    if (lower > 0 && isEmptyBox(left, top - lower, right, top)) sides.push('above');
    if (lower > 0 && isEmptyBox(left, bottom, right, bottom + lower)) sides.push('below');
    if (wider > 0 && isEmptyBox(left - wider, top, left, bottom)) sides.push('left');
    if (wider > 0 && isEmptyBox(right, top, right + wider, bottom)) sides.push('right');
    return sides.length > 0 ? `${width.toFixed(1)} by ${height.toFixed(1)}, with room ${sides}` : '';
  });

/** Marks that cannot be seen and pressed once they are scrolled to though their links can, in words. */
export async function unseenMarks(page: Page): Promise<{ unseen: string[]; narrow: string[] }> {
  const unseen: string[] = [];
  const narrow: string[] = [];
  for (const mark of await allMarks(page)) {
    await show(mark);
    const { name, isHidden, isSeen, under } = await lookAt(mark);
    if (!isSeen && !isHidden) unseen.push(`${name}, under ${under}`);
    const room = isSeen && (await narrowSides(mark));
    if (room) narrow.push(`${name} ${room}`);
  }
  await page.evaluate(() => scrollTo(0, 0));
  return { unseen, narrow };
}

/**
 * Marks that do not open their card within the view and on top at a press, or do not get the focus back at Escape.
 *
 * @param most how many cards are opened, all over the page
 */
export async function failingCards(page: Page, most: number): Promise<string[]> {
  const wrong: string[] = [];
  const marks = await allMarks(page);
  const every = Math.ceil(marks.length / most);
  for (const mark of marks.filter((_, i) => i % every === 0)) {
    await show(mark);
    const { name, isSeen, x, y } = await lookAt(mark);
    if (!isSeen) continue;
    await page.mouse.click(x, y);
    const isOpen = await until(
      () => mark.evaluate((element) => element.ariaExpanded === 'true'),
      name,
      5000,
    ).catch(() => false);
    let card = '';
    const look = async (): Promise<boolean> => {
      card = await cardOf(mark);
      return !card;
    };
    await until(look, name, 3000).catch(() => {});
    await page.keyboard.press('Escape');
    const isClosed = await until(() => mark.evaluate((element) => !element.ariaExpanded), name, 5000).catch(
      () => false,
    );
    const hasFocus = await mark.evaluate(
      (element) => (element.getRootNode() as Document).activeElement === element,
    );
    if (!isOpen || !isClosed || !hasFocus || card)
      wrong.push(`${name}: opens ${isOpen}, ${card}, closes ${isClosed}, gets the focus back ${hasFocus}`);
  }
  return wrong;
}

/**
 * What is wrong with the open card of a mark, as what lies at points all over the view tells: what is beyond its edge
 * or under something of the page is not found.
 */
const cardOf = (mark: Mark): Promise<string> =>
  mark.evaluate((element) => {
    /** Pixels between points where the card is looked for, and where it is known to be. */
    const [far, near] = [40, 12];
    const box = element.getBoundingClientRect();
    const root = element.getRootNode() as Document | ShadowRoot;
    const isCard = (x: number, y: number): boolean => {
      const isBadge = x > box.left - 3 && x < box.right + 3 && y > box.top - 3 && y < box.bottom + 3;
      return !isBadge && element.contains(root.elementFromPoint(x, y));
    };
    const grid = (left: number, top: number, right: number, bottom: number, step: number) => {
      const points: [number, number][] = [];
      for (let x = left; x < right; x += step) for (let y = top; y < bottom; y += step) points.push([x, y]);
      return points;
    };
    const hits = grid(2, 2, innerWidth, innerHeight, far).filter(([x, y]) => isCard(x, y));
    if (hits.length === 0) return 'is nowhere';
    /** How far the card reaches from the last of its points that way, pixel by pixel. */
    const edge = (dx: number, dy: number): number => {
      const [start] = hits.toSorted((a, b) => (b[0] - a[0]) * dx + (b[1] - a[1]) * dy);
      let [x, y] = start as [number, number];
      while (isCard(x + dx, y + dy)) [x, y] = [x + dx, y + dy];
      return dx === 0 ? y : x;
    };
    const [left, right, top, bottom] = [edge(-1, 0), edge(1, 0), edge(0, -1), edge(0, 1)];
    if (left < 4 || top < 4 || right > innerWidth - 4 || bottom > innerHeight - 4)
      return `reaches out of the view: ${left} ${top} ${right} ${bottom}`;
    const points = grid(left, top, right, bottom, near);
    const seen = points.filter(([x, y]) => isCard(x, y)).length;
    if (seen < 0.94 * points.length) return `is covered: ${seen} of ${points.length}`;
    const away = Math.max(top - box.bottom, box.top - bottom, left - box.right, box.left - right);
    return away > 40 ? `is ${away} away` : '';
  });
