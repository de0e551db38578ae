import type { ElementHandle, Page } from 'puppeteer-core';
import { until } from '../../scripts/start/browser.ts';
import { still } from './person.ts';

/** Counts what a person does on pages: each click, each text typed, each key that decides something. */
export function countActions() {
  let count = 0;
  const find = (page: Page, selector: string, text: string) =>
    until(async () => {
      const handle = await page.evaluateHandle(
        (query, part) =>
          [...document.querySelectorAll<HTMLElement>(query)].find((each) =>
            each.textContent?.includes(part),
          ) ?? null,
        selector,
        text,
      );
      return handle.asElement() as ElementHandle<HTMLElement> | null;
    }, `${selector} "${text}"`);
  return {
    count: () => count,
    /** Anything else that a person does, such as opening a page. */
    async act<T>(work: () => Promise<T>): Promise<T> {
      count += 1;
      return work();
    },
    async click(page: Page, selector: string, text = ''): Promise<void> {
      count += 1;
      const found = await find(page, selector, text);
      await found.evaluate((element) => element.scrollIntoView({ block: 'center' }));
      await still(found);
      await found.click();
    },
    async type(page: Page, text: string): Promise<void> {
      count += 1;
      await page.keyboard.type(text);
      await until(() => page.$('[role=option]'), `an option for "${text}"`);
    },
    async press(page: Page, key: 'Enter' | ' '): Promise<void> {
      count += 1;
      await page.keyboard.press(key);
    },
  };
}

/** Where the focus is, down to its name and whether it can be seen. */
export interface Focus {
  readonly tag: string;
  readonly text: string;
  /** Its middle is in the window, and nothing lies over it. */
  readonly seen: boolean;
}

/** What has the focus on a page of the extension. */
export const focusOn = (page: Page): Promise<Focus> =>
  page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const { left, top, width, height } = element.getBoundingClientRect();
    const at = document.elementFromPoint(
      left + Math.min(width / 2, 8),
      Math.min(top + height / 2, innerHeight - 1),
    );
    const label = element.getAttribute('aria-label') ?? element.textContent ?? '';
    // What is drawn for a place of the map takes no pointer: the drawing does.
    const isSame = (one: Element, other: Element) =>
      one.contains(other) || (one instanceof SVGElement && one.closest('svg')?.contains(other) === true);
    const labels = 'labels' in element ? [...(element.labels as NodeListOf<HTMLElement>)] : [];
    return {
      tag: element.localName,
      text: [label, ...labels.map((each) => each.textContent)].join(' ').trim(),
      seen: element === document.body || (at !== null && (isSame(element, at) || at.contains(element))),
    };
  });

/** Presses Tab until the focus is on something of this name. @returns every stop on the way */
export async function tabTo(page: Page, name: string | RegExp, most = 40): Promise<Focus[]> {
  const stops: Focus[] = [];
  while (stops.length < most) {
    await page.keyboard.press('Tab');
    const focus = await focusOn(page);
    stops.push(focus);
    if (typeof name === 'string' ? focus.text.includes(name) : name.test(focus.text)) return stops;
  }
  throw new Error(`Tab does not lead to ${name}: ${stops.map(({ text }) => text.slice(0, 30)).join(' | ')}`);
}
