import type { Page } from 'puppeteer-core';

/** The extension's own windows, as its pages see them. */
declare const browser: { extension: { getViews(): Window[] } };

/**
 * How many popups are open whose text holds these words. Neither browser lists a popup among its pages; the extension's
 * own pages see it.
 *
 * @param inside any page of the extension
 * @param then `close` closes those that were found
 */
export const popups = (inside: Page, then: 'count' | 'close', text = ''): Promise<number> =>
  inside.evaluate(
    (what, part) => {
      const found = browser.extension
        .getViews()
        .filter(
          ({ location, document }) =>
            /popup/.test(location.pathname) && document.body.innerText.includes(part),
        );
      if (what === 'close') for (const view of found) view.close();
      return found.length;
    },
    then,
    text,
  );
