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
          sitesOff: [['intranet.example'], 'policy, can be changed'],
          device: [null, 'initial value'],
          organisationRule: [null, 'initial value'],
        });
        const told = await textIn(options, '#administrators .notice');
        expect(told).toContain('organisationRuleUrl is not in use. An address must start with https://');
        expect(told).toContain('organisationRuleExceptions takes effect only together with organisationRule');
        expect(told).toContain('device is not in use. The value is one of these words: work-issued');
        expect(told).toContain('sitesOff[1] is not in use.');
        expect(told).toContain('locked[1]: no key has this name.');
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
      expect(await inForce(options)).toMatchObject({ toolbarCount: [false, 'policy, can be changed'] });
      expect(await textIn(options, '#administrators')).toContain('chrome://policy');
    }));

  it('of type or name comes through in Firefox and is named', () =>
    under('firefox', WRONG_TYPES, async (running) => {
      const options = await openOptions(running);
      expect(await inForce(options)).toMatchObject({
        toolbarCount: [false, 'policy, can be changed'],
        places: [['GB'], 'policy, can be changed'],
        paused: [false, 'initial value'],
      });
      const told = await textIn(options, '#administrators .notice');
      for (const where of ['paused', 'places[1]', 'sitesOnly', 'updatesIntervalHours'])
        expect(told).toContain(`${where} is not in use.`);
      expect(told).toContain('hats: no key has this name.');
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
        expect(values).toContain('policy, can be changed');
        const told = await textIn(options, '#administrators .notice');
        expect(told).toContain('organisationRule is not in use. The value is text of 1 to 5,000 characters');
        expect(told).toContain('sitesOff: the list may have 2000 entries.');
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
