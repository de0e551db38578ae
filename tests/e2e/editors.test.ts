import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch, type RunningBrowser } from '../../scripts/start/browser.ts';
import { bundledPages } from '../../scripts/start/bundle-pages.ts';
import type { EditorPage } from '../pages/editors/editor-page.ts';
import { BADGE_TAG, framesToPass, inBothBrowsers, until } from '../support/rig.ts';

declare const editorPage: EditorPage;
declare const goOn: () => void;

const TYPED = 'See https://www.tiktok.com/@typed and';
const LINKED = 'https://www.tiktok.com/@linked/video/7012345678901234567';

const marksIn = (page: Page, selector: string): Promise<number> =>
  page.evaluate((within, tag) => document.querySelectorAll(`${within} ${tag}`).length, selector, BADGE_TAG);

const marksInFrame = (page: Page): Promise<number> =>
  page.evaluate((tag) => frames[0]?.document.querySelectorAll(tag).length ?? 0, BADGE_TAG);

/** Waits for the editor, which is let go on when there are marks in what it will edit. */
async function beReady(page: Page, marked: boolean, query: URLSearchParams): Promise<void> {
  if (marked) await until(() => marksIn(page, '#outside'), 'the mark beside the editor');
  if (query.has('late')) {
    if (marked) await until(() => marksIn(page, '#editor'), 'the mark in the text');
    await page.evaluate(() => goOn());
  }
  if (query.has('shown')) {
    if (marked) await until(() => marksInFrame(page), 'the mark in the frame');
    await page.evaluate(() => goOn());
  }
  await until(() => page.evaluate(() => typeof editorPage === 'object'), 'the editor');
}

/** Copies the text beside the editor as a person does. */
async function copySource(page: Page): Promise<void> {
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    getSelection()?.selectAllChildren(document.getElementById('source') ?? document.body);
  });
  await press(page, 'KeyC');
}

async function press(page: Page, key: 'KeyC' | 'KeyV'): Promise<void> {
  await page.keyboard.down('Control');
  await page.keyboard.press(key);
  await page.keyboard.up('Control');
}

/** Whether the link that was copied stands somewhere else than beside the editor. */
const hasCopy = (page: Page): Promise<boolean> =>
  page.evaluate(() =>
    [document, ...[...document.querySelectorAll('iframe')].map((frame) => frame.contentDocument)].some(
      (each) => each?.querySelector('a[href*="@copied"]:not(#source *)'),
    ),
  );

/** Types, pastes and links, and returns what the editor saves. */
async function write(browser: RunningBrowser, address: string, marked: boolean): Promise<string> {
  const page = await browser.browser.newPage();
  await page.goto(address, { waitUntil: 'load' });
  await beReady(page, marked, new URL(address).searchParams);
  await page.bringToFront();
  await copySource(page);
  await page.evaluate(() => editorPage.focus());
  await page.keyboard.press('Enter');
  await page.keyboard.type(TYPED);
  await page.keyboard.press('Enter');
  await press(page, 'KeyV');
  // Some editors take in what is pasted a little later.
  await until(() => hasCopy(page), 'the pasted text');
  await page.evaluate((href) => editorPage.link(href, 'linked'), LINKED);
  // Whatever is done about the new links has been done when a later one beside the editor is marked.
  await page.evaluate(() => {
    const late = document.createElement('p');
    late.id = 'late';
    late.append(
      Object.assign(document.createElement('a'), {
        href: 'https://www.tiktok.com/@late',
        textContent: 'late',
      }),
    );
    document.body.append(late);
  });
  if (marked) {
    await until(() => marksIn(page, '#late'), 'the mark of a later link');
    // What the extension leaves for later has its turns.
    await framesToPass(page, 20);
  }
  const html = await page.evaluate(() => editorPage.save());
  await page.close();
  return html;
}

/** Pages of editors; those with `late` and `shown` begin over text that has marks by then. */
const EDITORS = [
  'contenteditable.html',
  'contenteditable.html?late',
  'prosemirror.html',
  'prosemirror.html?late',
  'quill.html',
  'quill.html?late',
  'tinymce.html',
  'tinymce.html?late',
  'tinymce.html?late&inline',
  'mail.html?late',
  'mail.html?late&frame',
  'mail.html?late&frame&shown',
];

inBothBrowsers(
  'editors',
  (rig) => {
    let without: RunningBrowser;
    beforeAll(async () => {
      without = await launch(rig().name, { extension: null });
    });
    afterAll(() => without?.close());

    it.each(EDITORS)('%s saves what it saves without the extension', async (path) => {
      const address = new URL(`editors/${path}`, rig().server.address).href;
      const [wanted, saved] = await Promise.all([
        write(without, address, false),
        write(rig().running, address, true),
      ]);
      expect(wanted).toContain('tiktok.com/@first');
      expect(wanted).toContain(TYPED);
      expect(wanted).toContain('tiktok.com/@copied');
      expect(wanted).toContain(LINKED);
      expect(saved).toBe(wanted);
    });
  },
  { routes: [bundledPages(() => null)] },
);
