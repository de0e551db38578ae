import type { Page } from 'puppeteer-core';

/** CSS pixels from one stop to the next: less than what is drawn around a view. */
const STEP = 1500;

/** Scrolls from the top of a page to its end, slowly enough for what is drawn only near the view. */
export const scrollThrough = (page: Page): Promise<void> =>
  page.evaluate(async (step) => {
    for (let top = 0; top < document.documentElement.scrollHeight; top += step) {
      scrollTo(0, top);
      // Frames to find out what is near, and to draw it.
      for (let i = 0; i < 12; i++) await new Promise(requestAnimationFrame);
    }
  }, STEP);
