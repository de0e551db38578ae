import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, describe, expect, it } from 'vitest';
import { POLICY_KEY_NAMES } from '../../../lib/policy/keys.ts';
import { readPolicy } from '../../../lib/policy/read-policy.ts';
import { until } from '../../../scripts/start/browser.ts';
import { restorePolicies, whyNoPolicies } from '../../support/machine-policies.ts';
import {
  BROWSERS,
  inForce,
  openOptions,
  received,
  textIn,
  under,
  underFile,
} from '../../support/policy-rig.ts';

const why = whyNoPolicies();
if (why) console.warn(`Tests of sample policies in real browsers are skipped: ${why}.`);

const SAMPLES = fileURLToPath(new URL('../../../docs/policy-samples', import.meta.url));
const sample = (name: string): string => readFileSync(join(SAMPLES, name), 'utf8');

/** Clicks a button of the options and returns the text of the file that it would save. */
async function fileFrom(options: Page, button: string): Promise<string> {
  await options.evaluate(() => {
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => {
      Object.assign(window, { saved: (blob as Blob).text() });
      return make(blob);
    };
  });
  await options.evaluate((name) => {
    [...document.querySelectorAll('button')].find((each) => each.textContent === name)?.click();
  }, button);
  return until(() => options.evaluate(() => Reflect.get(window, 'saved') as Promise<string>), 'the file');
}

describe.skipIf(why)('policy files', () => {
  afterAll(restorePolicies);

  it.each(BROWSERS)('of the guide with every key are taken whole (%s)', (name) =>
    underFile(name, sample(`every-key.${name}.json`), async (running) => {
      const options = await openOptions(running);
      expect(Object.keys(await received(options)).sort()).toEqual([...POLICY_KEY_NAMES].sort());
      expect(await options.$('#administrators .notice')).toBeNull();
    }),
  );

  it.each(BROWSERS)('of the guide for a ministry set what they say (%s)', (name) =>
    underFile(name, sample(`ministry.${name}.json`), async (running) => {
      const options = await openOptions(running);
      expect(await inForce(options)).toMatchObject({
        organisationRule: [{ name: 'Ministry of Examples', level: 'not-allowed' }, 'policy, locked'],
        organisations: [[{ id: 'gb-government', relation: 'staff' }], 'policy, locked'],
        beforeOpen: ['ask', 'policy, locked'],
        markStyle: ['word', 'policy, can be changed'],
      });
      expect(await textIn(options, '#administrators p')).toContain('set by Ministry of Examples');
    }),
  );

  it('written by the options in one browser give the same values in the other', async () => {
    const policy = {
      organisationName: 'Ministère «Δ» & "Co"',
      organisationRule: 'First line.\nSecond <b>line</b>.',
      organisationRuleLevel: 'advised-against',
      places: ['GB'],
      organisations: ['gb-parliament:member'],
      sitesOff: ['intranet.example'],
      markStyle: 'icon',
      locked: ['sitesOff'],
    };
    const [values, file] = await under('chromium', policy, async (running) => {
      const options = await openOptions(running);
      const written = await fileFrom(options, 'Firefox (policies.json)');
      return [await inForce(options), written] as const;
    });
    await underFile('firefox', file, async (running) => {
      const options = await openOptions(running);
      expect(await inForce(options)).toEqual(values);
      const back = JSON.parse(await fileFrom(options, 'Chromium, Linux (JSON)'));
      const [again] = Object.values(back['3rdparty'].extensions);
      expect(readPolicy(again)).toEqual(readPolicy(policy));
    });
  });
});
