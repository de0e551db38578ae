import { afterAll, describe, expect, it } from 'vitest';
import { until } from '../../../scripts/start/browser.ts';
import { restorePolicies, whyNoPolicies } from '../../support/machine-policies.ts';
import { BROWSERS, inForce, openOptions, received, textIn, under } from '../../support/policy-rig.ts';

const why = whyNoPolicies();
if (why) console.warn(`Tests of wrong policies in real browsers are skipped: ${why}.`);

const HUGE = 100_000;

describe.skipIf(why)('what is wrong in a policy', () => {
  afterAll(restorePolicies);

  it.each(BROWSERS)('is named with reason and remedy, and the rest takes effect (%s)', (name) =>
    under(
      name,
      {
        organisationName: 'Ministry',
        organisationRuleUrl: 'http://intranet.ministry.example/rule',
        organisationRuleExceptions: 'Press',
        device: 'laptop',
        sitesOff: ['intranet.example', 'https://news.example/path'],
        markStyle: 'icon',
        locked: ['markStyle', 'hats'],
      },
      async (running) => {
        const options = await openOptions(running);
        expect(await inForce(options)).toMatchObject({
          markStyle: ['icon', 'policy, locked'],
          sitesOff: [['intranet.example'], 'policy, may be changed'],
          device: [null, 'initial value'],
          organisationRule: [null, 'initial value'],
        });
        const told = await textIn(options, '#administrators .notice');
        expect(told).toContain('organisationRuleUrl: the value is not an address that starts with https://');
        expect(told).toContain('organisationRuleExceptions: there is no rule for it to belong to.');
        expect(told).toContain('device: the value is not one of these words: work-issued');
        expect(told).toContain('sitesOff[1]: this entry was left out, the others are in use.');
        expect(told).toContain('locked[1]: there is no key of this name to lock.');
      },
    ),
  );

  const WRONG_TYPES = {
    paused: 'yes',
    places: ['GB', 5],
    sitesOnly: 'news.example',
    updatesIntervalHours: 1.5,
    hats: 3,
    toolbarCount: false,
  };

  it('of type or name is withheld by Chromium, which the page says', () =>
    under('chromium', WRONG_TYPES, async (running) => {
      const options = await openOptions(running);
      expect(await received(options)).toEqual({ toolbarCount: false });
      expect(await inForce(options)).toMatchObject({ toolbarCount: [false, 'policy, may be changed'] });
      expect(await textIn(options, '#administrators')).toContain('chrome://policy');
    }));

  it('of type or name comes through in Firefox and is named', () =>
    under('firefox', WRONG_TYPES, async (running) => {
      const options = await openOptions(running);
      expect(await inForce(options)).toMatchObject({
        toolbarCount: [false, 'policy, may be changed'],
        places: [['GB'], 'policy, may be changed'],
        paused: [false, 'initial value'],
      });
      const told = await textIn(options, '#administrators .notice');
      for (const where of ['paused', 'places[1]', 'sitesOnly', 'updatesIntervalHours', 'hats'])
        expect(told).toContain(`${where}: `);
      expect(await textIn(options, '#administrators')).toContain('about:policies');
    }));

  it.each(BROWSERS)('in size is cut or left out, and the page stays of use (%s)', (name) =>
    under(
      name,
      {
        organisationName: 'M'.repeat(HUGE),
        organisationRule: 'x'.repeat(HUGE * 10),
        sitesOff: Array.from({ length: HUGE }, (_, i) => `site-${i}.example`),
        markStyle: 'icon',
      },
      async (running) => {
        const options = await openOptions(running);
        const values = await inForceWithoutLists();
        expect(values).toContain('policy, may be changed');
        const told = await textIn(options, '#administrators .notice');
        expect(told).toContain('organisationRule: the value is not text of 1 to 2,000 characters');
        expect(told).toContain('sitesOff: the list is longer than 2000 entries.');
        const shown = await options.evaluate(() => document.body.textContent?.length ?? 0);
        expect(shown).toBeLessThan(200_000);
        await options.click('#marks .switch-input');
        await until(async () => (await textIn(options, '.saved')) === 'Saved', 'the next change');

        function inForceWithoutLists() {
          return options.evaluate(
            () =>
              [...document.querySelectorAll('#administrators tbody tr')].find(
                (row) => row.children[0]?.textContent === 'markStyle',
              )?.children[2]?.textContent,
          );
        }
      },
    ),
  );
});
