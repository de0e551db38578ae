import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ElementHandle, Page } from 'puppeteer-core';
import { BADGE_TAG } from '../../lib/content/badge-tag.ts';
import { type RunningBrowser, until } from '../../scripts/start/browser.ts';
import { allOf, documentTree, textOf } from './closed-roots.ts';

/* What a person does on the extension's own pages, by the words that they read there. */

const PICTURES = fileURLToPath(new URL('../../.output/pictures/', import.meta.url));

/** The whole visible text of an extension page. */
export const words = (page: Page): Promise<string> => page.evaluate(() => document.body.innerText);

/** Waits for some text on an extension page, and returns all of it. */
export const wordsToCome = (page: Page, expected: RegExp | string): Promise<string> =>
  until(async () => {
    const text = await words(page);
    return (typeof expected === 'string' ? text.includes(expected) : expected.test(text)) && text;
  }, `"${expected}" on the page`);

/** The element whose text contains `text`, once it is there. */
const elementWith = (page: Page, selector: string, text: string): Promise<ElementHandle<HTMLElement>> =>
  until(async () => {
    const handle = await page.evaluateHandle(
      (query, part) =>
        [...document.querySelectorAll<HTMLElement>(query)].find((each) => each.textContent?.includes(part)) ??
        null,
      selector,
      text,
    );
    return handle.asElement() as ElementHandle<HTMLElement> | null;
  }, `${selector} "${text}"`);

/** Clicks the first control whose text contains `text`. */
export async function clickOn(page: Page, selector: string, text: string): Promise<void> {
  const found = await elementWith(page, selector, text);
  await found.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await still(found);
  await found.click();
}

/** Waits until an element has come to rest: what is drawn above it meanwhile would move it from under the pointer. */
export async function still(element: ElementHandle): Promise<void> {
  let before = '';
  await until(async () => {
    const seen = before;
    before = JSON.stringify(await element.boundingBox());
    return seen === before;
  }, 'an element at rest');
}

/** Finds a place or an organisation in the field of setting up and takes it, by its whole name, with the keyboard. */
export async function pick(page: Page, text: string, name: string): Promise<void> {
  const field = await until(() => page.$('[role=combobox]'), 'the field');
  await field.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await field.click();
  await page.keyboard.type(text);
  const active = () =>
    field.evaluate((element) => {
      const id = element.getAttribute('aria-activedescendant');
      return (id && document.getElementById(id)?.querySelector('bdi')?.textContent) || '';
    });
  await until(() => page.$('[role=option]'), `an option for "${text}"`);
  for (let step = 0; step < 8 && (await active()) !== name; step += 1) await page.keyboard.press('ArrowDown');
  if ((await active()) !== name) throw new Error(`"${text}" does not offer "${name}"`);
  await page.keyboard.press('Enter');
  await until(
    () => page.evaluate((part) => document.querySelector('.picked')?.textContent?.includes(part), name),
    `${name} among what is picked`,
  );
}

/** The words of the card or question that can be seen, or an empty string. */
async function panelText(page: Page, box: 'div' | 'dialog'): Promise<string> {
  const tree = await documentTree(page);
  const isShown = allOf(tree, box).some((each) => each.attributes.class === 'box shown');
  const panel = isShown && allOf(tree, 'body').find((each) => each.attributes.role === 'dialog');
  return panel ? textOf(panel) : '';
}

/** The words of the open card, or an empty string. */
export const cardText = (page: Page): Promise<string> => panelText(page, 'div');

/** The words of the question before a link opens, or an empty string. */
export const questionText = (page: Page): Promise<string> => panelText(page, 'dialog');

/** The welcome page that opens by itself after an install, once it asks its first question. */
export async function welcomePage(running: RunningBrowser): Promise<Page> {
  const address = running.url('welcome.html');
  const welcome = await until(async () => {
    for (const page of await running.browser.pages())
      if (await page.evaluate((href) => location.href === href, address).catch(() => false)) return page;
    return null;
  }, 'the welcome page');
  await wordsToCome(welcome, 'Where do you work, study or live?');
  return welcome;
}

/** The selector of the mark of a link: beside it in running text, else within it. */
export const markOf = (link: string): string => `${link} + ${BADGE_TAG}, ${link} ${BADGE_TAG}`;

/** Opens the card at the mark of a link, with a click. */
export async function openCard(page: Page, link: string): Promise<string> {
  const mark = await until(() => page.$(markOf(link)), `the mark of ${link}`);
  await mark.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await mark.click();
  return until(() => cardText(page), 'the card');
}

/** Keeps a picture to look at, in `.output/pictures/`. */
export async function picture(running: RunningBrowser, page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: `${PICTURES}${name}-${running.name}.png` });
}
