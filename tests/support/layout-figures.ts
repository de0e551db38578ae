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
