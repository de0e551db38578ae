import type { Page } from 'puppeteer-core';
import { BADGE_TAG } from '../../lib/content/badge-tag.ts';

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

/** Marks that cannot be seen and pressed once they are scrolled to, in words; roots of the page included. */
export const unseenMarks = (page: Page): Promise<string[]> =>
  page.evaluate(async (tag) => {
    const all = (root: Document | ShadowRoot): HTMLElement[] =>
      [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => [
        ...(element.localName === tag ? [element] : []),
        ...(element.shadowRoot ? all(element.shadowRoot) : []),
      ]);
    const wrong: string[] = [];
    for (const mark of all(document)) {
      mark.scrollIntoView({ block: 'center', inline: 'nearest' });
      // In view it may find that something lies over it, and go elsewhere.
      for (let i = 0; i < 4; i++) await new Promise(requestAnimationFrame);
      if (!mark.isConnected) continue;
      const { left, top, width, height } = mark.getBoundingClientRect();
      const root = mark.getRootNode() as Document | ShadowRoot;
      const hit = root.elementFromPoint(left + width / 2, top + height / 2);
      const link = mark.closest('a') ?? mark.previousElementSibling ?? mark.parentElement;
      if (hit !== mark || Math.min(width, height) < 12)
        wrong.push(`${link?.outerHTML.slice(0, 90)}: ${width} by ${height}, under ${hit?.localName}`);
    }
    scrollTo(0, 0);
    return wrong;
  }, BADGE_TAG);
