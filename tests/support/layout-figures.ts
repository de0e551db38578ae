import type { Page } from 'puppeteer-core';
import { BADGE_TAG } from './rig.ts';

/** How an element of the page stands and looks, in CSS pixels; boxes are rounded to half a pixel. */
interface Standing {
  /** Tag, class and number in document order. */
  readonly name: string;
  /** Left, width, top and height in the document, of which those that may change are left out. */
  readonly box: string;
  readonly looks: string;
}

/**
 * All elements of the page but badges. What is in a line makes room for a badge: it may move, but not change its looks.
 * In `[data-flows]` blocks may do so, too, but only sideways; `[data-grows]` may become higher.
 */
export const standingOf = (page: Page): Promise<Standing[]> =>
  page.evaluate((tag) => {
    const names = [
      'display',
      'visibility',
      'color',
      'background-color',
      'font-weight',
      'text-transform',
      'padding',
    ];
    const half = (value: number) => Math.round(value * 2) / 2;
    return [...document.body.querySelectorAll(`*:not(${tag}, script, style)`)].map((element, i) => {
      const style = getComputedStyle(element);
      const made = ['::before', '::after'].map((pseudo) => getComputedStyle(element, pseudo).content);
      const { left, top, width, height } = element.getBoundingClientRect();
      const inLine = /^(inline|contents|none)/.test(style.display);
      const box = [left + scrollX, width, top + scrollY, height].slice(
        element.closest('[data-flows]') ? 2 : 0,
        element.closest('[data-grows]') ? 2 : 4,
      );
      return {
        name: `${i} ${element.localName}.${element.className}`,
        box: inLine ? '' : box.map(half).join(' '),
        looks: [...names.map((name) => style.getPropertyValue(name)), ...made].join('; '),
      };
    });
  }, BADGE_TAG);

/** What stands elsewhere, or looks different, in words. */
export function changes(before: readonly Standing[], after: readonly Standing[]) {
  const pairs = after.map((now, i) => ({ now, was: before[i] }));
  return {
    moved: pairs.flatMap(({ now, was }) =>
      now.box === was?.box ? [] : [`${now.name} from ${was?.box} to ${now.box}`],
    ),
    restyled: pairs.flatMap(({ now, was }) =>
      now.looks === was?.looks ? [] : [`${now.name} from ${was?.looks} to ${now.looks}`],
    ),
  };
}

/** Names of badges that cannot be seen or hit after scrolling there, or that lie over text. */
export const hiddenBadges = (page: Page): Promise<string[]> =>
  page.evaluate((tag) => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const lines: DOMRect[] = [];
    const range = document.createRange();
    while (texts.nextNode()) {
      const { currentNode: text } = texts;
      if (!text.nodeValue?.trim()) continue;
      range.selectNodeContents(text);
      let clip = text.parentElement;
      while (clip && getComputedStyle(clip).overflow === 'visible') clip = clip.parentElement;
      const { bottom } = clip?.getBoundingClientRect() ?? { bottom: Number.POSITIVE_INFINITY };
      lines.push(...[...range.getClientRects()].filter((line) => line.top + 2 < bottom));
    }
    const wrong: string[] = [];
    for (const badge of document.querySelectorAll(tag)) {
      const owner = (badge.previousElementSibling ?? badge.parentElement)?.outerHTML.slice(0, 90);
      // At the end of a line that is cut off it lies where the text ends.
      if (getComputedStyle(badge).position === 'sticky') continue;
      const here = badge.getBoundingClientRect();
      // Lines stand a little into one another, and letters do not fill their lines.
      const over = lines.filter(
        ({ left, right, top, bottom }) =>
          Math.min(right, here.right) - Math.max(left, here.left) > 2 &&
          Math.min(bottom, here.bottom) - Math.max(top, here.top) > 0.4 * here.height,
      );
      if (over.length > 0) wrong.push(`over text: ${owner}`);
    }
    for (const badge of document.querySelectorAll(tag)) {
      const owner = (badge.previousElementSibling ?? badge.parentElement)?.outerHTML.slice(0, 90);
      badge.scrollIntoView({ block: 'center', inline: 'center' });
      const { left, top, width, height } = badge.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      if (hit !== badge || Math.min(width, height) < 8) wrong.push(`not seen: ${owner}`);
    }
    scrollTo(0, 0);
    return wrong;
  }, BADGE_TAG);
