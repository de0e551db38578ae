import type { ElementHandle, Page } from 'puppeteer-core';
import { BADGE_TAG } from '../../lib/content/badge-tag.ts';
import { until } from '../../scripts/start/browser.ts';

/* What a page is like without the extension and with it: everything that may not differ, and what may. */

/** What a page under test defines. */
interface LayoutPage {
  /** What happens later on it. */
  run?: () => Promise<void>;
  /** What the page itself would notice. */
  probe?: () => unknown;
}
declare const window: Window & LayoutPage;

/** One element of the page. */
export interface Standing {
  readonly name: string;
  /** Left, top, width and height in the document, to half a pixel; of what is in a line only height and top. */
  readonly box: readonly number[];
  readonly looks: string;
  readonly attributes: string;
}

/** A page as it stands. */
export interface Standings {
  readonly elements: readonly Standing[];
  readonly probe: string;
  readonly tabs: readonly string[];
}

/** Makes happen what happens later on a page, and waits until it has been drawn. */
export const runPage = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await window.run?.();
    for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
  });

/** Everything of the page but the extension's marks. */
export async function standingsOf(page: Page): Promise<Standings> {
  const [elements, probe] = await page.evaluate((tag) => {
    const names = ['display', 'visibility', 'color', 'background-color', 'font-weight', 'padding', 'margin'];
    const half = (value: number) => Math.round(value * 2) / 2;
    const all = [...document.body.querySelectorAll(`*:not(${tag}, script, style)`)].map((element, i) => {
      const style = getComputedStyle(element);
      const made = ['::before', '::after'].map((pseudo) => getComputedStyle(element, pseudo).content);
      const { left, top, width, height } = element.getBoundingClientRect();
      // Text behind a mark moves along in its line.
      const moves = /^(inline|contents|none)/.test(style.display) || element.closest('[data-flows]');
      return {
        name: `${i} ${element.localName}.${element.getAttribute('class') ?? ''}`,
        box: moves ? [] : [left + scrollX, top + scrollY, width, height].map(half),
        looks: [...names.map((name) => style.getPropertyValue(name)), ...made].join('; '),
        attributes: element
          .getAttributeNames()
          .map((name) => `${name}=${element.getAttribute(name)}`)
          .join(' '),
      };
    });
    return [all, JSON.stringify(window.probe?.() ?? null)] as const;
  }, BADGE_TAG);
  return { elements, probe, tabs: await tabsOf(page) };
}

/** What the Tab key reaches of the page's own, in order. */
async function tabsOf(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    scrollTo(0, 0);
  });
  const tabs: string[] = [];
  for (let i = 0; i < 24; i++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const { activeElement: active } = document;
      return active === document.body || !active ? '' : `${active.localName} ${active.textContent?.trim()}`;
    });
    if (!at) break;
    if (!at.startsWith(BADGE_TAG)) tabs.push(at);
  }
  return tabs;
}

/** What differs, in words; at most a few of each kind. */
export function differences(before: Standings, after: Standings): string[] {
  const found: string[] = [];
  after.elements.forEach((now, i) => {
    const was = before.elements[i];
    const moved = now.box.some((value, side) => Math.abs(value - (was?.box[side] ?? 1e9)) > 0.5);
    if (moved) found.push(`${now.name} stands at ${now.box} instead of ${was?.box}`);
    if (now.looks !== was?.looks) found.push(`${now.name} looks like ${now.looks} instead of ${was?.looks}`);
    if (now.attributes !== was?.attributes) found.push(`${now.name} has ${now.attributes}`);
  });
  if (before.elements.length !== after.elements.length) found.push('another number of elements');
  if (before.probe !== after.probe) found.push(`the page sees ${after.probe} instead of ${before.probe}`);
  // A walk by keys that is cut short after so many stops may end a few stops earlier.
  const length = Math.min(before.tabs.length, after.tabs.length);
  if (before.tabs.slice(0, length).join() !== after.tabs.slice(0, length).join())
    found.push(`the keys go to ${after.tabs} instead of ${before.tabs}`);
  return found;
}

/** How many marks a page is to get, as it says itself; null where it does not say. */
export const expectedMarks = (page: Page): Promise<number | null> =>
  page.evaluate(() => {
    const count = Number(document.documentElement.dataset.badges);
    return Number.isNaN(count) ? null : count;
  });

/** Handles of all marks of a page, those in open roots included. */
export async function allMarks(page: Page): Promise<ElementHandle<HTMLElement>[]> {
  const list = await page.evaluateHandle((tag) => {
    const all = (root: Document | ShadowRoot): HTMLElement[] =>
      [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => [
        ...(element.localName === tag ? [element] : []),
        ...(element.shadowRoot ? all(element.shadowRoot) : []),
      ]);
    return all(document);
  }, BADGE_TAG);
  const handles = [...(await list.getProperties()).values()].map((each) => each.asElement());
  return handles.filter((each) => each !== null) as ElementHandle<HTMLElement>[];
}

/** Brings a mark into view, where it may find that something lies over it and go elsewhere. */
const show = (mark: ElementHandle<HTMLElement>): Promise<void> =>
  mark.evaluate(async (element) => {
    element.scrollIntoView({ block: 'center', inline: 'nearest' });
    for (let i = 0; i < 4; i++) await new Promise(requestAnimationFrame);
  });

/** Where a mark is, what lies over it, and whether the page shows it at all. */
const lookAt = (mark: ElementHandle<HTMLElement>) =>
  mark.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    const root = element.getRootNode() as Document | ShadowRoot;
    const hit = element.isConnected ? root.elementFromPoint(x, y) : null;
    const link = element.closest('a') ?? element.previousElementSibling ?? element.parentElement;
    const at = link?.getBoundingClientRect();
    const over = at && root.elementFromPoint(at.left + at.width / 2, at.top + at.height / 2);
    return {
      name: link?.outerHTML.slice(0, 90) ?? '',
      // The page hides its link, or lays something over it.
      isHidden:
        !element.isConnected ||
        getComputedStyle(element).visibility === 'hidden' ||
        !(over && (link?.contains(over) || over.contains(link ?? null))),
      isSeen: hit === element && Math.min(width, height) >= 12,
      under: hit?.localName,
      x,
      y,
    };
  });

/** Marks that cannot be seen and pressed once they are scrolled to though their links can, in words. */
export async function unseenMarks(page: Page): Promise<string[]> {
  const wrong: string[] = [];
  for (const mark of await allMarks(page)) {
    await show(mark);
    const { name, isHidden, isSeen, under } = await lookAt(mark);
    if (!isSeen && !isHidden) wrong.push(`${name}, under ${under}`);
  }
  await page.evaluate(() => scrollTo(0, 0));
  return wrong;
}

/** How many cards of one page are opened. */
const CARDS = 6;

/** Marks that do not open their card within the view and on top at a press, or do not get the focus back at Escape. */
export async function failingCards(page: Page): Promise<string[]> {
  const wrong: string[] = [];
  for (const mark of (await allMarks(page)).slice(0, CARDS)) {
    await show(mark);
    const { name, isSeen, x, y } = await lookAt(mark);
    if (!isSeen) continue;
    await page.mouse.click(x, y);
    const isOpen = await until(() => mark.evaluate((element) => element.ariaExpanded === 'true'), name).catch(
      () => false,
    );
    const card = await mark.evaluate((element) => {
      const box = element.firstElementChild?.getBoundingClientRect();
      if (!box) return 'is not there';
      const { left, top, right, bottom } = box;
      return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight
        ? ''
        : `lies at ${left} ${top}`;
    });
    await page.keyboard.press('Escape');
    const isClosed = await until(() => mark.evaluate((element) => !element.ariaExpanded), name).catch(
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
