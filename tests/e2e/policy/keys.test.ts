import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningBrowser, until } from '../../../scripts/start/browser.ts';
import { type FileServer, serve } from '../../../scripts/start/serve.ts';
import { restorePolicies, whyNoPolicies } from '../../support/machine-policies.ts';
import { questionText } from '../../support/person.ts';
import {
  BROWSERS,
  inForce,
  marksOn,
  openOptions,
  PAGES,
  textIn,
  toolbarText,
  under,
  welcomePages,
} from '../../support/policy-rig.ts';

const why = whyNoPolicies();
if (why) console.warn(`Tests of policies in real browsers are skipped: ${why}.`);

/** Every key but those that would hide what others do. Texts carry markup, which must stay text. */
const RULED = {
  organisationName: '<b>Ministry</b> of Examples',
  organisationRule: 'No <script>window.hacked = 1</script> TikTok here.',
  organisationRuleLevel: 'not-allowed',
  organisationRuleDevices: ['work-issued'],
  organisationRuleExceptions: 'Press <img src="x" onerror="window.hacked = 1">',
  organisationRuleUrl: 'https://intranet.ministry.example/rule',
  organisationContact: 'IT <i>desk</i>, ext. 4711',
  places: ['GB'],
  organisations: ['gb-parliament:member'],
  device: 'work-issued',
  markStyle: 'icon',
  linkKindsOff: ['profile'],
  sitesOff: ['localhost'],
  beforeOpen: 'ask',
  toolbarCount: false,
  sync: false,
  firstRun: false,
  updates: false,
  updatesUrl: 'https://updates.ministry.example/register/updates/',
  updatesRoot: 'ab'.repeat(32),
  updatesKey: 'Q5PRvYP0yejXepVZ6WlA8G91v9VqP9VPs62oPvrK0/M=',
  updatesIntervalHours: 24,
  publicUrl: 'https://register.ministry.example/',
  locked: ['markStyle', 'sitesOff', 'sync'],
};

describe.skipIf(why)('each key takes effect', () => {
  let server: FileServer;
  /** The same pages under another host. */
  let elsewhere: string;
  beforeAll(async () => {
    server = await serve(PAGES);
    elsewhere = server.address.replace('127.0.0.1', 'localhost');
  });
  afterAll(async () => {
    restorePolicies();
    await server.close();
  });

  const visit = async ({ browser }: RunningBrowser, address: string): Promise<Page> => {
    const page = await browser.newPage();
    await page.goto(address);
    return page;
  };
  /**
   * Waits until the popup lists the links of a page, after which a mark would be there. Chromium tells a popup the
   * site only where a person opened it, so what the popup says of the site is looked at in Firefox.
   */
  const OWN_RULE = '.own-rule-text';
  const LINKS = 'TikTok links on this page: 3';
  const scanned = async (running: RunningBrowser, page: Page, ofSite: string) => {
    const popup = await running.openPopup(page);
    const wanted = running.name === 'firefox' ? [LINKS, ofSite] : [LINKS];
    await until(async () => {
      const text = await textIn(popup, 'body');
      return wanted.every((each) => text.includes(each));
    }, wanted.join(' and '));
  };
  const group = (options: Page, legend: string) =>
    options.evaluate((wanted) => {
      const found = [...document.querySelectorAll('fieldset')].find(
        (each) => each.querySelector('legend')?.textContent === wanted,
      );
      return { disabled: found?.disabled, text: found?.querySelector('.policy-note')?.textContent };
    }, legend);

  it.each(BROWSERS)('in marks, popup and options: a rule, a profile and locks (%s)', (name) =>
    under(name, RULED, async (running) => {
      const options = await openOptions(running);
      const values = await inForce(options);
      expect(values).toMatchObject({
        places: [['GB'], 'policy, can be changed'],
        organisations: [[{ id: 'gb-parliament', relation: 'member' }], 'policy, can be changed'],
        device: ['work-issued', 'policy, can be changed'],
        organisationRule: [{ by: 'employer', level: 'not-allowed' }, 'policy, locked'],
        markStyle: ['icon', 'policy, locked'],
        linkKindsOff: [['profile'], 'policy, can be changed'],
        sitesOff: [['localhost'], 'policy, locked'],
        beforeOpen: ['ask', 'policy, can be changed'],
        toolbarCount: [false, 'policy, can be changed'],
        sync: [false, 'policy, locked'],
        updates: [false, 'policy, can be changed'],
        updatesUrl: ['https://updates.ministry.example/register/updates/', 'policy, can be changed'],
        paused: [false, 'initial value'],
      });
      const standing = await textIn(options, '#administrators');
      for (const key of ['updatesIntervalHours', 'firstRun']) expect(standing).toContain(key);
      expect(standing).toContain('updatesKey: this key no longer exists. Set updatesRoot instead');
      expect(await group(options, 'What a mark looks like')).toEqual({
        disabled: true,
        text: ' Locked by <b>Ministry</b> of Examples through a policy of this browser. You cannot change it here.',
      });
      expect(await group(options, 'Toolbar button')).toEqual({
        disabled: false,
        text: 'Preset by <b>Ministry</b> of Examples. You can change it.',
      });

      const page = await visit(running, server.address);
      const marks = await until(async () => {
        const found = await marksOn(page);
        return found.video?.verdict === 'Not allowed' && found;
      }, 'marks by the rule');
      expect(Object.keys(marks)).toEqual(['video', 'corporate']);
      expect(marks.video?.word).toBe('');
      expect(await toolbarText(options, page)).toBe('');

      const popup = await running.openPopup(page);
      await until(
        async () => (await textIn(popup, OWN_RULE)).includes('Read your organisation’s rule'),
        'the rule in the popup',
      );
      expect(await textIn(popup, 'h1')).toContain(
        `${RULED.organisationName} (rule set by your organisation)`,
      );
      const label = await popup.evaluate(
        (rule) => document.querySelector(rule)?.getAttribute('aria-label'),
        OWN_RULE,
      );
      const first = `${label} ${await textIn(popup, OWN_RULE)}`;
      for (const text of [RULED.organisationName, RULED.organisationRule, RULED.organisationContact])
        expect(first).toContain(text);
      expect(await textIn(popup, 'header')).toContain(RULED.organisationRuleExceptions);
      expect(
        await popup.evaluate(
          (rule) => document.querySelector<HTMLAnchorElement>(`${rule} a`)?.href,
          OWN_RULE,
        ),
      ).toBe(RULED.organisationRuleUrl);
      for (const each of [popup, options, page]) {
        expect(await each.evaluate(() => Reflect.get(window, 'hacked'))).toBeUndefined();
        expect(await each.evaluate(() => document.querySelector('b, i, img'))).toBeNull();
      }
      if (name === 'firefox') await popup.close();

      await page.bringToFront();
      await page.click('#video');
      await until(async () => (await questionText(page)).includes('Open this link anyway?'), 'the question');
      expect(page.url()).toBe(server.address);

      const off = await visit(running, elsewhere);
      await scanned(running, off, 'Locked by your administrator');
      expect(await marksOn(off)).toEqual({});
    }),
  );

  it.each(BROWSERS)(
    'on the only sites, with a word and a count, on TikTok too, in the account (%s)',
    (name) =>
      under(
        name,
        {
          sitesOnly: ['localhost'],
          markStyle: 'word',
          toolbarCount: true,
          marksOnTikTok: true,
          sync: true,
          linkKindsOff: [],
          organisationName: 'City of Examples',
          organisationRuleLevel: 'advised-against',
        },
        async (running) => {
          const options = await openOptions(running);
          expect(await inForce(options)).toMatchObject({
            marksOnTikTok: [true, 'policy, can be changed'],
            sync: [true, 'policy, can be changed'],
          });
          const page = await visit(running, elsewhere);
          const marks = await until(async () => {
            const found = await marksOn(page);
            return found.video?.word && found;
          }, 'marks with words');
          expect(Object.values(marks).map(({ word }) => word)).toEqual(Array(3).fill('Advised against'));
          await until(async () => (await toolbarText(options, page)) === '3', 'the count');
          const other = await visit(running, server.address);
          await scanned(running, other, 'Marks on 127.0.0.1');
          expect(await marksOn(other)).toEqual({});
        },
      ),
  );

  it.each(BROWSERS)('when paused: no page is touched, and nobody can change that (%s)', (name) =>
    under(name, { paused: true, locked: ['all'] }, async (running) => {
      const options = await openOptions(running);
      const values = Object.values(await inForce(options));
      expect(values.map(([, origin]) => origin)).toEqual(values.map(() => 'policy, locked'));
      expect((await group(options, 'Marks')).text).toContain('Locked by your administrator');
      const page = await visit(running, server.address);
      await scanned(running, page, 'Marks are paused everywhere');
      expect(await marksOn(page)).toEqual({});
    }),
  );

  it.each([
    [false, 0],
    [true, 1],
  ])('firstRun: %s opens %i welcome pages after an install (firefox)', (firstRun, count) =>
    under(
      'firefox',
      { firstRun },
      async (running) => {
        await openOptions(running);
        if (count > 0) await until(async () => (await welcomePages(running)) === count, 'the welcome page');
        // It would be there before the options have been opened and read.
        expect(await welcomePages(running)).toBe(count);
      },
      { keepWelcome: true },
    ),
  );
});
