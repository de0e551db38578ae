import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { BADGE_TAG } from '../../lib/page/badge.ts';
import { type RunningBrowser, until } from '../../scripts/browser.ts';
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

/** Clicks the one control whose text or label contains `text`. */
export async function clickOn(page: Page, selector: string, text: string): Promise<void> {
  const found = await until(async () => {
    for (const each of await page.$$(selector))
      if (await each.evaluate((element, part) => element.textContent?.includes(part) ?? false, text))
        return each;
    return null;
  }, `${selector} "${text}"`);
  await found.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await found.click();
}

/** Finds something in the search field of a group and takes it with the keyboard. */
export async function pick(page: Page, legend: string, text: string, option: string): Promise<void> {
  const group = await until(async () => {
    for (const each of await page.$$('fieldset'))
      if (await each.evaluate((set, name) => set.querySelector('legend')?.textContent === name, legend))
        return each;
    return null;
  }, `the group ${legend}`);
  const field = await group.$('[role=combobox]');
  if (!field) throw new Error(`no field in ${legend}`);
  await field.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await field.click();
  await page.keyboard.type(text);
  const active = () =>
    field.evaluate((element) => {
      const id = element.getAttribute('aria-activedescendant');
      return (id && document.getElementById(id)?.textContent) || '';
    });
  await until(() => group.$('[role=option]'), `an option for "${text}"`);
  for (let step = 0; step < 8 && !(await active()).includes(option); step += 1)
    await page.keyboard.press('ArrowDown');
  if (!(await active()).includes(option)) throw new Error(`"${text}" does not offer "${option}"`);
  await page.keyboard.press('Enter');
  await until(
    () => group.evaluate((set, name) => set.querySelector('.picked')?.textContent?.includes(name), option),
    `${option} among what is picked`,
  );
}

/** The words of the open card, or an empty string. */
export async function cardText(page: Page): Promise<string> {
  const card = allOf(await documentTree(page), 'div').find((each) => each.attributes.class === 'card');
  return card ? textOf(card) : '';
}

/** Opens the card at the mark after an element, with a click. */
export async function openCard(page: Page, after: string): Promise<string> {
  const mark = await until(() => page.$(`${after} + ${BADGE_TAG}`), `the mark after ${after}`);
  await mark.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await mark.click();
  return until(() => cardText(page), 'the card');
}

/** Keeps a picture to look at, in `.output/pictures/`. */
export async function picture(running: RunningBrowser, page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: `${PICTURES}${name}-${running.name}.png` });
}
