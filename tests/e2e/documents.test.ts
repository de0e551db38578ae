import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import type { Route } from '../../scripts/start/serve.ts';
import { changes, standingOf } from '../support/layout-figures.ts';
import { cardText, markOf } from '../support/person.ts';
import { BADGE_TAG, inBothBrowsers, marksIn, marksToCome, until } from '../support/rig.ts';

/* Documents of other kinds, and with other rights. */

const POLICY =
  "default-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'; report-uri /reports";
const reports: string[] = [];

const strict: Route = (request, response, url) => {
  if (url.pathname === '/reports') {
    request.on('data', (part) => reports.push(String(part)));
    response.end();
    return true;
  }
  if (url.pathname !== '/strict') return false;
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': POLICY,
  });
  response.end(readFileSync(new URL('../pages/gauntlet/strict-csp.html', import.meta.url)));
  return true;
};

const cardToCome = (page: Page) => until(() => cardText(page), 'the card');

inBothBrowsers(
  'a document',
  (rig) => {
    const visit = (name: string) => rig().visit(`gauntlet/${name}`);
    const counted = async (page: Page, count: number) =>
      until(async () => (await rig().toolbar(page)).text === String(count), `a count of ${count}`);

    it('with TikTok as its base has links to TikTok that do not name it', async () => {
      const page = await visit('based.html');
      await marksToCome(page, 2);
      await counted(page, 2);
    });

    it('of many elements has its oddly spelled links marked, in a closed root and one that comes alone, too', async () => {
      const page = await visit('odd-spellings.html');
      await counted(page, 9);
      // What is far from the view is marked when it comes near.
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await marksToCome(page, 8);
    });

    it('in XHTML is marked, drawings and all, but no element that is only called like a link', async () => {
      const page = await visit('document.xhtml');
      await marksToCome(page, 2);
      const beside = await page.evaluate(
        (tag) =>
          [...document.querySelectorAll(tag)].map((badge) => [
            badge.previousElementSibling?.localName,
            badge.namespaceURI,
          ]),
        BADGE_TAG,
      );
      const html = 'http://www.w3.org/1999/xhtml';
      expect(beside).toEqual([
        ['a', html],
        ['svg', html],
      ]);
      await (await page.$(markOf('#link')))?.click();
      await cardToCome(page);
      await counted(page, 2);
    });

    it('that is a drawing lists its links, and marks only the HTML in it', async () => {
      const page = await visit('drawing.svg');
      await counted(page, 3);
      const beside = await page.evaluate(
        (tag) => [...document.querySelectorAll(tag)].map((badge) => badge.previousElementSibling?.localName),
        BADGE_TAG,
      );
      expect(beside).toEqual(['a']);
    });

    it('with a strict content security policy and trusted types is marked, and nothing is reported', async () => {
      const page = await rig().running.browser.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      await page.goto(new URL('strict', rig().server.address).href);
      await until(async () => (await marksIn(page)).length === 3, '3 marks');
      const box = await page.evaluate((tag) => {
        const { width, height } = document.querySelector(tag)?.getBoundingClientRect() ?? {};
        return { width, height };
      }, BADGE_TAG);
      expect(box.width).toBeGreaterThan(12);
      await (await page.$(markOf('#link')))?.click();
      await cardToCome(page);
      expect(complaints.filter((text) => !/favicon/.test(text))).toEqual([]);
      expect(reports.filter((text) => !/favicon/.test(text))).toEqual([]);
    });

    it('in a sandboxed frame is marked as any other', async () => {
      const page = await visit('sandboxed.html');
      await counted(page, 4);
      await until(async () => {
        const found = await Promise.all(page.frames().map((frame) => frame.$$(BADGE_TAG)));
        return found.flat().length === 4;
      }, '4 marks');
    });

    it('with content for browsers without scripts shows none of it, and lists the embed', async () => {
      const page = await visit('noscript.html');
      await marksToCome(page, 1);
      await counted(page, 2);
    });

    it('on paper is as it would be without marks', async ({ skip }) => {
      skip(rig().name === 'firefox', 'Firefox lays nothing out for paper over its test protocol.');
      await rig().store({ 'setting:paused': true });
      const page = await visit('print.html');
      await page.emulateMediaType('print');
      const before = await standingOf(page);
      await page.emulateMediaType('screen');
      await rig().store({ 'setting:paused': false });
      await marksToCome(page, 3);
      await page.emulateMediaType('print');
      expect(changes(before, await standingOf(page))).toEqual({ moved: [], restyled: [] });
      const shown = await page.evaluate(
        (tag) =>
          [...document.querySelectorAll(tag)].filter((badge) => getComputedStyle(badge).display !== 'none'),
        BADGE_TAG,
      );
      expect(shown).toEqual([]);
      await page.emulateMediaType('screen');
      // A mark that was placed in the very frame before is placed anew, as its place was another on paper.
      await marksToCome(page, 3);
    });
  },
  { routes: [strict] },
);
