import type { Page } from 'puppeteer-core';
import { BADGE_TAG } from '../../lib/content/badge-tag.ts';
import { accessibleNames } from './accessible-names.ts';
import { english } from './english.ts';

/* What a page is like without the extension and with it: everything that may not differ, and what may. */

type Happening = () => void | Promise<void>;

/** What a page under test defines. */
interface LayoutPage {
  /** What happens later on it, one thing after the other. */
  run?: Happening | readonly Happening[];
  /** What the page itself would notice. */
  probe?: () => unknown;
}
declare const window: Window & LayoutPage;

/** One element of the page. */
interface Standing {
  readonly name: string;
  /** Left, top, width and height in the document, to half a pixel; null for what may move along in its line. */
  readonly box: readonly (number | null)[];
  readonly looks: string;
  readonly attributes: string;
}

/** A page as it stands. */
export interface Standings {
  readonly elements: readonly Standing[];
  /** What the page itself noticed, one line a value. */
  readonly probe: readonly string[];
  readonly names: readonly string[];
  readonly tabs: readonly string[];
}

/**
 * Makes happen what happens later on a page, and waits after each thing until that has been drawn.
 *
 * @param afterEach what is waited for before the next thing happens, by the number of things that have happened
 * @returns how many things have happened
 */
export async function runPage(page: Page, afterEach?: (count: number) => Promise<void>): Promise<number> {
  const things = await page.evaluate(() => [window.run ?? []].flat().length);
  for (let i = 0; i < things; i++) {
    await page.evaluate((at) => [window.run ?? []].flat()[at]?.(), i);
    // What a browser draws only when it comes near has been near once.
    await scrollOnce(page);
    await afterEach?.(i + 1);
  }
  if (things === 0) await scrollOnce(page);
  return things;
}

/** Brings every part of a page near the view once, and then the top. */
const scrollOnce = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const { scrollHeight } = document.documentElement;
    for (let y = 0; y < scrollHeight; y += innerHeight) {
      scrollTo(0, y);
      await new Promise(requestAnimationFrame);
    }
    scrollTo(0, 0);
    for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
  });

const transitionsToEnd = (page: Page): Promise<unknown> =>
  page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((each) => each instanceof CSSTransition)
        .map(({ finished }) => finished),
    ).then(() => null),
  );

/** How often a screen reader's tree is looked at while a link in it has no name. */
const LOOKS = 5;

/**
 * The roles and names of the page itself. With marks and without, Firefox forgets now and then the text of links in
 * sections that it leaves out (`content-visibility`), until they have been near the view again.
 */
async function namesOf(page: Page): Promise<string[]> {
  let names: string[] = [];
  for (let look = 0; look < LOOKS; look++) {
    names = (await accessibleNames(page)).filter((each) => !isOurName(each));
    if (!names.includes('link: ')) break;
    await scrollOnce(page);
  }
  return names;
}

/** Everything of the page but the extension's marks. */
export async function standingsOf(page: Page): Promise<Standings> {
  await transitionsToEnd(page);
  const names = await namesOf(page);
  const [elements, probe] = await page.evaluate((tag) => {
    const looks =
      'display visibility opacity color background-color font-weight font-style text-transform padding margin border-width';
    const half = (value: number) => Math.round(value * 2) / 2;
    const all = (root: ParentNode): Element[] =>
      [...root.querySelectorAll(`*:not(${tag}, script, style)`)].flatMap((element) => [
        element,
        ...(element.shadowRoot ? all(element.shadowRoot) : []),
      ]);
    const blockOf = (element: Element): Element => {
      let at = element;
      while (at.parentElement && /^(inline$|contents|ruby)/.test(getComputedStyle(at).display))
        at = at.parentElement;
      return at;
    };
    const inALine = (element: Element): boolean => {
      const block = blockOf(element);
      const { lineHeight, fontSize } = getComputedStyle(block);
      const line = Number.parseFloat(lineHeight) || 1.3 * Number.parseFloat(fontSize);
      return block.clientHeight < 1.8 * line;
    };
    const elements = all(document.body).map((element, i) => {
      const style = getComputedStyle(element);
      const made = ['::before', '::after'].map((pseudo) => getComputedStyle(element, pseudo).content);
      const { left, top, width, height } = element.getBoundingClientRect();
      const box = [left + scrollX, top + scrollY, width, height].map(half);
      // What stands in a line moves along in it behind a mark, but not up or down; in several lines, to the next one.
      const moves = /^(inline|contents|none)/.test(style.display) || element.closest('[data-flows]');
      const kept = !moves ? [0, 1, 2, 3] : inALine(element) ? [1, 3] : [];
      return {
        name: `${i} ${element.localName}.${element.getAttribute('class') ?? ''}`,
        box: box.map((value, side) => (kept.includes(side) ? value : null)),
        looks: [...looks.split(' ').map((name) => style.getPropertyValue(name)), ...made].join('; '),
        attributes: element
          .getAttributeNames()
          .map((name) => `${name}=${element.getAttribute(name)}`)
          .join(' '),
      };
    });
    const noticed = window.probe?.() ?? null;
    const lines =
      noticed instanceof Object && !Array.isArray(noticed)
        ? Object.entries(noticed).map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
        : [JSON.stringify(noticed)];
    return [elements, lines] as const;
  }, BADGE_TAG);
  return { elements, probe, names, tabs: await tabsOf(page) };
}

/** Marks in running text are named in the accessibility tree; nothing else of ours is in it. */
const isOurName = (name: string): boolean =>
  /button: /.test(name) &&
  [english.t('badge_name', ''), english.t('badge_name_plain')].some((each) => name.includes(each));

/** How often the Tab key is pressed. */
const STOPS = 30;

/** What the Tab key reaches of the page's own, in order. */
async function tabsOf(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    scrollTo(0, 0);
  });
  const tabs: string[] = [];
  for (let i = 0; i < STOPS; i++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      let { activeElement: active } = document;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active === document.body || !active
        ? ''
        : `${active.localName} ${active.textContent?.trim().slice(0, 40)}`;
    });
    if (!at) break;
    if (!at.startsWith(BADGE_TAG)) tabs.push(at);
  }
  return tabs;
}

/** What differs, in words. */
export function differences(before: Standings, after: Standings): string[] {
  const found: string[] = [];
  after.elements.forEach((now, i) => {
    const was = before.elements[i];
    const moved = now.box.some((value, side) => {
      const other = was?.box[side];
      return value !== null && other !== null && Math.abs(value - (other ?? 1e9)) > 0.5;
    });
    if (moved) found.push(`${now.name} stands at ${now.box} instead of ${was?.box}`);
    if (now.looks !== was?.looks) found.push(`${now.name} looks like ${now.looks} instead of ${was?.looks}`);
    if (now.attributes !== was?.attributes)
      found.push(`${now.name} has ${now.attributes} instead of ${was?.attributes}`);
  });
  if (before.elements.length !== after.elements.length) found.push('another number of elements');
  found.push(...unlike('the page sees', before.probe, after.probe));
  found.push(...unlike('a screen reader gets', before.names, after.names));
  // A walk by keys that is cut short after so many stops may end a few stops earlier.
  const length = Math.min(before.tabs.length, after.tabs.length);
  found.push(...unlike('the keys go to', before.tabs.slice(0, length), after.tabs.slice(0, length)));
  return found;
}

/** The lines of two lists that are not the same. */
function unlike(what: string, before: readonly string[], after: readonly string[]): string[] {
  const length = Math.max(before.length, after.length);
  const lines = Array.from({ length }, (_, i) =>
    before[i] === after[i] ? '' : `${what} ${after[i]} instead of ${before[i]}`,
  );
  return lines.filter(Boolean).slice(0, 12);
}
