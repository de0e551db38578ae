import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { launch } from '../../scripts/start/browser.ts';
import { english } from '../support/english.ts';
import { clickOn, openCard, pick, picture, welcomePage, words, wordsToCome } from '../support/person.ts';
import { inBothBrowsers, type Rig, until, verdictsShown } from '../support/rig.ts';

/** The extension's own storage, in its pages. */
declare const browser: { storage: { local: { clear(): Promise<void> } } };

/** What a person sees everywhere, once they have said who they are. */
interface Answer {
  /** On mark, toolbar, card, popup and register. */
  readonly word: string;
  /** How the sentence begins, on card, popup and register. */
  readonly sentence: RegExp;
  /** What the popup tells besides. */
  readonly popup: readonly RegExp[];
}

/** Looks at one answer in every place that gives it. */
async function expectEverywhere(rig: Rig, name: string, { word, sentence, popup: also }: Answer) {
  const page = await rig.visit('index.html');
  await until(async () => {
    const texts = await verdictsShown(page);
    return texts.length > 0 && texts.every((text) => text === word);
  }, `"${word}" at every mark`);
  expect(await openCard(page, '#video')).toMatch(new RegExp(sentence.source));
  await picture(rig.running, page, `${name}-card`);
  await page.keyboard.press('Escape');

  await until(async () => (await rig.toolbar(page)).title.includes(word), `"${word}" at the toolbar`);

  const popup = await rig.running.openPopup(page);
  const text = await wordsToCome(popup, sentence);
  expect(text).toContain(word);
  await until(() => popup.$('.verdict-word'), 'the answer');
  for (const part of also) await wordsToCome(popup, part);
  await picture(rig.running, popup, `${name}-popup`);
  await popup.close();

  const register = await rig.running.open('register.html');
  expect(await wordsToCome(register, sentence)).toContain(`For you: ${word}.`);
  await register.close();
  await page.close();
}

/** Says who one is on the options page. */
async function onOptions(rig: Rig, name: string, say: (options: Page) => Promise<void>): Promise<void> {
  const { inside } = rig;
  await inside.bringToFront();
  await say(inside);
  await wordsToCome(inside, 'Saved');
  await inside.evaluate(() => document.getElementById('you')?.scrollIntoView());
  await picture(rig.running, inside, `${name}-options`);
}

/** Says who one is on the welcome page. */
async function onWelcome(rig: Rig, name: string, say: (welcome: Page) => Promise<void>): Promise<void> {
  const welcome = await rig.running.open('welcome.html');
  await wordsToCome(welcome, 'Where do you work, study or live?');
  await say(welcome);
  await picture(rig.running, welcome, `${name}-welcome`);
  await welcome.close();
}

inBothBrowsers('somebody asks whether they may open it:', (rig) => {
  beforeEach(async () => {
    await rig().inside.evaluate(() => browser.storage.local.clear());
    await wordsToCome(rig().inside, 'Where do you work, study or live?');
  });

  it('staff of a UK ministry on a work phone', async () => {
    await onWelcome(rig(), 'uk-ministry', async (welcome) => {
      await pick(welcome, 'united king', 'United Kingdom');
      await pick(welcome, 'uk ministry', 'Government of the United Kingdom');
      await clickOn(welcome, 'button', 'Next');
      await clickOn(welcome, 'label', 'A work device');
      await wordsToCome(welcome, /Government of the United Kingdom: TikTok is not allowed on work devices/);
    });
    await expectEverywhere(rig(), 'uk-ministry', {
      word: 'Not allowed',
      sentence: /Government of the United Kingdom: TikTok is not allowed on work devices\./,
      popup: [/You work there\./],
    });
  });

  it('staff of the Scottish Parliament on an own phone with work mail', async () => {
    await onOptions(rig(), 'scottish-parliament', async (options) => {
      await clickOn(options, 'label', 'My own device, with work mail, work chat or work files');
      await pick(options, 'scottish parl', 'Scottish Parliament');
      await pick(options, 'scot', 'Scotland, United Kingdom');
    });
    await expectEverywhere(rig(), 'scottish-parliament', {
      word: 'Advised against',
      sentence:
        /Scottish Parliament: you are advised not to use TikTok on personal devices also used for work\./,
      popup: [/You work there\./],
    });
  });

  it('a contractor of the State of Texas on a work laptop', async () => {
    await onOptions(rig(), 'texan-contractor', async (options) => {
      await pick(options, 'texas', 'State of Texas');
      await options.select('.picked select', 'contractor');
      await pick(options, 'texas', 'Texas, United States');
      await clickOn(options, 'label', 'A work device');
    });
    await expectEverywhere(rig(), 'texan-contractor', {
      word: 'Not allowed',
      sentence: /State of Texas: TikTok is not allowed on work devices/,
      popup: [/You work for it as a contractor\./],
    });
  });

  it('an official in New Delhi', async () => {
    await onWelcome(rig(), 'new-delhi', async (welcome) => {
      await pick(welcome, 'india', 'India');
      await clickOn(welcome, 'button', 'Next');
      await clickOn(welcome, 'label', 'My own device, without work mail or work files');
      await wordsToCome(welcome, /India: TikTok is banned for everybody there/);
    });
    await expectEverywhere(rig(), 'new-delhi', {
      word: 'Blocked here',
      sentence: /India: TikTok is banned for everybody there/,
      popup: [/You are in India\./],
    });
  });

  it('an editor of the Danish public broadcaster on a work phone', async () => {
    await onOptions(rig(), 'danish-broadcaster', async (options) => {
      await pick(options, 'danmarks radio', 'DR (Danish Broadcasting Corporation)');
      await clickOn(options, 'label', 'A work device');
      await pick(options, 'denm', 'Denmark');
    });
    await expectEverywhere(rig(), 'danish-broadcaster', {
      word: 'Advised against',
      sentence: /Danish Broadcasting Corporation\): you are advised not to use TikTok on work devices\./,
      popup: [/You work there\./],
    });
  });
});

describe.each(['chromium', 'firefox'] as const)('after an install (%s)', (name) => {
  it('the welcome page is there, and its answers are kept', async () => {
    const running = await launch(name, { keepWelcome: true });
    try {
      const welcome = await welcomePage(running);
      await pick(welcome, 'scottish parl', 'Scottish Parliament');
      // As wide as a page at 400 %.
      const viewport = welcome.viewport();
      await welcome.setViewport({ width: 320, height: 640 });
      expect(await welcome.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await welcome.setViewport(viewport);
      await clickOn(welcome, '.steps button', english.t('welcome_step_device'));
      await clickOn(welcome, 'label', 'A work device');
      await wordsToCome(welcome, 'Saved');
      await clickOn(welcome, 'button', 'Next');
      await wordsToCome(welcome, 'Where to find things');
      await picture(running, welcome, 'welcome-end');
      const options = await running.open('options.html');
      expect(await options.$eval('input[type=radio]', (device) => (device as HTMLInputElement).checked)).toBe(
        true,
      );
      expect(await words(options)).toContain('You');
    } finally {
      await running.close();
    }
  });
});
