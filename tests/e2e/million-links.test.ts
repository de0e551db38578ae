import type { ServerResponse } from 'node:http';
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { tabIdOf } from '../../scripts/start/browser.ts';
import type { Route } from '../../scripts/start/serve.ts';
import { wordsToCome } from '../support/person.ts';
import { BADGE_TAG, countMarks, inBothBrowsers, type Rig, until } from '../support/rig.ts';

/*
 * A page of a million links, every tenth to TikTok. How long it takes is the machine's; the promise is one of order: what
 * is known is told, and the page draws, before all is read.
 */

const LINKS = 1_000_000;
const EVERY = 10;
const TIKTOK = LINKS / EVERY;
/** Links in a paragraph. */
const TOGETHER = 100;
/** Milliseconds to wait for a browser that lays such a page out while others use the machine. */
const PATIENCE = 240_000;

/** When the page drew its frames, in milliseconds since 1970. */
const HEAD = `<!doctype html><meta charset="utf-8"><title>A million links</title><script>
window.frames_ = [];
requestAnimationFrame(function draw() {
  frames_.push(performance.timeOrigin + performance.now());
  requestAnimationFrame(draw);
});
</script>`;

function paragraph(from: number): string {
  const links = Array.from({ length: TOGETHER }, (_, i) => {
    const number = from + i;
    const path =
      number % EVERY ? `/row/${number}` : `https://www.tiktok.com/@demo/video/73014444053${number}`;
    return `<a href="${path}">${number}</a>`;
  });
  return `<p>${links.join(' ')}</p>\n`;
}

/** Sends the page as fast as the browser takes it. */
function send(response: ServerResponse, from = 0): void {
  for (let next = from; next < LINKS; next += TOGETHER)
    if (!response.write(paragraph(next))) {
      response.once('drain', () => send(response, next + TOGETHER));
      return;
    }
  response.end();
}

const million: Route = (_request, response, url) => {
  if (url.pathname !== '/million') return false;
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).write(HEAD);
  send(response);
  return true;
};

/** What a frame said, and when, in milliseconds since 1970. */
interface Answer {
  readonly at: number;
  readonly items: number;
  readonly total: number;
}

/** What the page, and the extension page that asks, define. */
declare const window: Window & { frames_: number[]; answers: Answer[] };

/** The part of the extension API that these tests use inside an extension page. */
declare const browser: {
  runtime: { lastError?: unknown };
  tabs: {
    connect(
      tabId: number,
      info: { name: string },
    ): {
      readonly onMessage: {
        addListener(listener: (message: { items?: unknown[]; total?: number }) => void): void;
      };
      readonly onDisconnect: { addListener(listener: () => void): void };
    };
  };
};

/** Asks the frames of a tab as the popup does, again until there is one that answers, and keeps what they say. */
async function ask({ inside }: Rig, page: Page): Promise<() => Promise<Answer[]>> {
  await inside.evaluate(
    (tabId) => {
      window.answers = [];
      const connect = () => {
        const port = browser.tabs.connect(tabId, { name: 'page' });
        port.onMessage.addListener(({ items = [], total = 0 }) => {
          if (total > 0) window.answers.push({ at: Date.now(), items: items.length, total });
        });
        port.onDisconnect.addListener(() => {
          void browser.runtime.lastError;
          setTimeout(connect, 20);
        });
      };
      connect();
    },
    await tabIdOf(inside, page),
  );
  return () => inside.evaluate(() => window.answers);
}

inBothBrowsers(
  'a page of a million links',
  (rig) => {
    it('answers the popup, and draws, while it is read', async () => {
      const page = await rig().running.browser.newPage();
      const answers = await ask(rig(), page);
      const loaded = page.goto(new URL('million', rig().server.address).href, { timeout: PATIENCE });
      const [first] = await until(
        async () => {
          const heard = await answers();
          return heard.length > 0 && heard;
        },
        'a first answer',
        PATIENCE,
      );
      expect(first?.items).toBeGreaterThan(0);
      expect(first?.total).toBeLessThan(TIKTOK);

      await loaded;
      await until(async () => (await answers()).at(-1)?.total === TIKTOK, 'the count of all', PATIENCE);
      const heard = await answers();
      const totals = heard.map(({ total }) => total);
      expect(totals).toEqual(totals.toSorted((one, other) => one - other));
      const between = await page.evaluate(
        (from, to) => window.frames_.filter((at) => at > from && at < to).length,
        first?.at ?? 0,
        heard.at(-1)?.at ?? 0,
      );
      expect(between).toBeGreaterThan(0);

      const popup = await rig().running.openPopup(page);
      await wordsToCome(popup, `TikTok links on this page: ${TIKTOK.toLocaleString('en')}`);
      await popup.close();

      // Those in view have their marks, and those that are far have none.
      await until(
        () =>
          page.evaluate(
            (tag) =>
              [...document.querySelectorAll('p:first-of-type a[href*=tiktok]')].every(
                (link) => link.nextElementSibling?.localName === tag || link.querySelector(tag),
              ),
            BADGE_TAG,
          ),
        'marks at all links in view',
      );
      expect(await countMarks(page)).toBeLessThan(TIKTOK / 100);
      await page.close();
    }, 900_000);
  },
  { routes: [million] },
);
