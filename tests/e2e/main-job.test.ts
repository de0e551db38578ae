import { expect, it } from 'vitest';
import { cardText, clickOn, markOf } from '../support/person.ts';
import {
  BADGE_TAG,
  countMarks,
  framesToPass,
  inBothBrowsers,
  marksIn,
  marksToCome,
  markTexts,
  until,
  verdictsShown,
} from '../support/rig.ts';

/** Ids on `tests/pages/index.html` whose link gets a mark in the same tree. */
const MARKED = [
  ...[
    'video',
    'profile',
    'photo',
    'short',
    'safelinks',
    'proofpoint',
    'search',
    'bing',
    'nested',
    'app',
    'shop',
    'live',
  ],
  ...['odd', 'svg', 'area', 'block', 'embed'],
];
/** Those, the bare embed text, and the link that comes later. */
const IN_LIGHT_TREE = MARKED.length + 2;
/** Besides: an open root, a closed root, a frame. */
const ALL = IN_LIGHT_TREE + 3;

const STAFF = {
  'setting:organisations': [{ id: 'gb-government', relation: 'staff' }],
  'setting:places': ['GB'],
  'setting:device': 'work-issued',
};

inBothBrowsers('on a page that links to TikTok', (rig) => {
  it('every link and embed gets one mark, in whichever tree it lies', async () => {
    const page = await rig().visit('index.html');
    await marksToCome(page, IN_LIGHT_TREE);
    if (rig().name === 'chromium') await until(async () => (await marksIn(page)).length === ALL, 'all marks');
    const near = await page.evaluate(
      (tag, ids) =>
        ids.filter((id) => {
          const link = document.getElementById(id);
          const owner = link?.closest('svg, map') ?? link;
          const around = [owner, owner?.parentElement].flatMap((each) => [
            ...(each?.querySelectorAll(tag) ?? []),
          ]);
          return around.length === 0 && owner?.nextElementSibling?.localName !== tag;
        }),
      BADGE_TAG,
      MARKED,
    );
    expect(near).toEqual([]);
  });

  it('look-alikes, searches, share buttons and links in editors get none', async () => {
    const page = await rig().visit('index.html');
    await marksToCome(page, IN_LIGHT_TREE);
    const wrong = await page.evaluate(
      (tag) =>
        [...document.querySelectorAll('.never, [contenteditable]')].filter(
          (each) => each.querySelector(tag) || each.nextElementSibling?.localName === tag,
        ).length,
      BADGE_TAG,
    );
    expect(wrong).toBe(0);
  });

  it('the toolbar counts links and embeds over all frames', async () => {
    const page = await rig().visit('index.html');
    // 22 marks, the newsroom, the link in the editor and the embed without script are listed too.
    await until(async () => (await rig().toolbar(page)).text === String(ALL + 3), 'the count');
    await page.goto(new URL('plain.html', rig().server.address).href);
    await until(async () => (await rig().toolbar(page)).text === '', 'no count');
  });

  it('a click opens the card, Escape closes it and the page keeps its place', async () => {
    const page = await rig().visit('index.html');
    await marksToCome(page, IN_LIGHT_TREE);
    await (await page.$(markOf('#nested')))?.click();
    const card = await until(async () => {
      const text = await cardText(page);
      return text.includes('https://www.tiktok.com/@demo.creator') && text;
    }, 'the card');
    expect(card).toContain('Microsoft Safe Links');
    const address = page.url();
    await page.keyboard.press('Escape');
    await until(async () => !/TikTok’s response/.test(await cardText(page)), 'the card to close');
    expect(page.url()).toBe(address);
  });

  it('the keyboard reaches a mark after its link, opens the card and comes back', async () => {
    const page = await rig().visit('index.html');
    await marksToCome(page, IN_LIGHT_TREE);
    await page.focus('#video');
    await page.keyboard.press('Tab');
    const focused = () => page.evaluate(() => document.activeElement?.localName);
    expect(await focused()).toBe(BADGE_TAG);
    await page.keyboard.press('Enter');
    await until(async () => /TikTok’s response/.test(await cardText(page)), 'the card');
    await page.keyboard.press('Escape');
    await until(async () => !/TikTok’s response/.test(await cardText(page)), 'the card to close');
    expect(await focused()).toBe(BADGE_TAG);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('profile');
  });

  it('marks follow links that come, change and go', async () => {
    const page = await rig().visit('plain.html');
    await page.evaluate(() => {
      const link = Object.assign(document.createElement('a'), {
        id: 'new',
        href: 'https://www.tiktok.com/@a',
        textContent: 'new',
      });
      document.body.append(link);
    });
    await marksToCome(page, 1);
    await page.evaluate(() => document.getElementById('new')?.setAttribute('href', 'https://example.org/'));
    await marksToCome(page, 0);
    await page.evaluate(() =>
      document.getElementById('new')?.setAttribute('href', 'https://vm.tiktok.com/ZM1/'),
    );
    await marksToCome(page, 1);
    await page.evaluate(() => document.getElementById('new')?.remove());
    await marksToCome(page, 0);
  });

  it('marks are neither copied nor selected with the text', async () => {
    await rig().store({ 'setting:markStyle': 'word' });
    const page = await rig().visit('index.html');
    await marksToCome(page, IN_LIGHT_TREE);
    const copied = await page.evaluate(() => {
      getSelection()?.selectAllChildren(document.querySelector('p:nth-of-type(1)') ?? document.body);
      return String(getSelection());
    });
    const words = (await markTexts(page))[0] ?? '';
    expect(words).not.toBe('');
    expect(copied).not.toContain(words);
    await rig().store({ 'setting:markStyle': 'icon' });
  });

  it('a page without such links is left exactly as it was', async () => {
    const page = await rig().visit('plain.html');
    await framesToPass(page, 180);
    const { html, sheets } = await page.evaluate(() => ({
      html: document.documentElement.outerHTML,
      sheets: document.adoptedStyleSheets.length,
    }));
    const served = await (await fetch(new URL('plain.html', rig().server.address))).text();
    const squeeze = (text: string) => text.replace(/<!doctype html>|\s+/gi, '');
    expect(squeeze(html)).toBe(squeeze(served));
    expect(sheets).toBe(0);
  });

  it('settings reach open pages without a reload', async () => {
    const page = await rig().visit('index.html');
    await marksToCome(page, IN_LIGHT_TREE);
    await rig().store(STAFF);
    await until(
      async () => (await verdictsShown(page)).every((text) => text === 'Not allowed'),
      'the new verdict',
    );
    expect((await rig().toolbar(page)).title).toMatch(/not allowed/i);
    await rig().store({ 'setting:paused': true });
    await marksToCome(page, 0);
    await rig().store({ 'setting:paused': false, 'setting:linkKindsOff': [] });
    await marksToCome(page, IN_LIGHT_TREE + 1);
    await rig().store({ 'setting:linkKindsOff': ['corporate'], 'setting:sitesOff': ['127.0.0.1'] });
    await marksToCome(page, 0);
    await rig().store({ 'setting:sitesOff': [] });
    await marksToCome(page, IN_LIGHT_TREE);
  });

  it('the popup leads with the verdict and lists what is on the page', async () => {
    await rig().store(STAFF);
    const page = await rig().visit('index.html');
    await marksToCome(page, IN_LIGHT_TREE);
    const popup = await rig().running.openPopup(page);
    const text = () => popup.evaluate(() => document.body.innerText);
    await until(
      async () => /Government of the United Kingdom: TikTok is not allowed/.test(await text()),
      'the verdict',
    );
    await until(async () => (await text()).includes(`TikTok links on this page: ${ALL + 3}`), 'the list');
    await popup.close();
  });

  it('the popup has the switch for the site, though nobody clicked the toolbar button', async () => {
    const page = await rig().visit('index.html');
    await marksToCome(page, IN_LIGHT_TREE);
    const popup = await rig().running.openPopup(page);
    await clickOn(popup, '.switch', '127.0.0.1');
    await marksToCome(page, 0);
    expect((await rig().stored())['setting:sitesOff']).toEqual(['127.0.0.1']);
    await until(() => popup.$('[role=switch][aria-checked=false]'), 'the switch, off');
    await clickOn(popup, '.switch', '127.0.0.1');
    await marksToCome(page, IN_LIGHT_TREE);
    await popup.close();
  });
});

inBothBrowsers('damaged settings', (rig) => {
  it('are named on the options page, and what is right is kept', async () => {
    await rig().store({ 'setting:places': ['GB', 'Atlantis'], 'setting:markStyle': 7 });
    const options = await rig().running.open('options.html');
    const text = () => options.evaluate(() => document.body.innerText);
    await until(async () => (await text()).includes('Atlantis'), 'the damage in words');
    await until(async () => (await text()).includes('United Kingdom'), 'the place that is right');
    const page = await rig().visit('index.html');
    await until(async () => (await countMarks(page)) > 0, 'marks in spite of the damage');
    expect((await marksIn(page)).length).toBeGreaterThan(0);
  });
});
