import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOCAL_KEYS } from '../../../lib/platform/storage-keys.ts';
import type { Snapshot } from '../../../lib/snapshot/snapshot.ts';
import { launch, type RunningBrowser, until } from '../../../scripts/start/browser.ts';
import { type FileServer, serve } from '../../../scripts/start/serve.ts';
import { restorePolicies, takePoliciesAway, whyNoPolicies } from '../../support/machine-policies.ts';
import {
  BROWSERS,
  inForce,
  marksOn,
  openOptions,
  PAGES,
  setPolicy,
  storedIn,
  storeFrom,
  textIn,
  under,
} from '../../support/policy-rig.ts';

const why = whyNoPolicies();
if (why) console.warn(`Tests of changing policies in real browsers are skipped: ${why}.`);

const RULE = { organisationName: 'Ministry', organisationRuleLevel: 'not-allowed', markStyle: 'word' };

describe.skipIf(why)('a policy', () => {
  let server: FileServer;
  let folder: string;
  beforeAll(async () => {
    server = await serve(PAGES);
    folder = mkdtempSync(join(tmpdir(), 'policy-tests-'));
  });
  afterAll(async () => {
    restorePolicies();
    rmSync(folder, { recursive: true, force: true });
    await server.close();
  });

  const visit = async ({ browser }: RunningBrowser): Promise<Page> => {
    const page = await browser.newPage();
    await page.goto(server.address);
    return page;
  };
  const wordToCome = (page: Page, word: string, what: string) =>
    until(async () => (await marksOn(page)).video?.verdict === word, what, 30_000);

  it('that comes late, changes and goes takes effect in Chromium without a reload of the page', async () => {
    const running = await launch('chromium');
    try {
      const page = await visit(running);
      await wordToCome(page, 'Not set up', 'a mark without a policy');
      const options = await running.open('options.html');
      expect(await textIn(options, '#administrators')).toContain('received no policy');

      setPolicy('chromium', RULE);
      await wordToCome(page, 'Not allowed', 'the late policy');
      setPolicy('chromium', { ...RULE, organisationRuleLevel: 'advised-against' });
      await wordToCome(page, 'Advised against', 'the changed policy');
      expect(await textIn(options, '#administrators')).toContain('set by Ministry');
      takePoliciesAway('chromium');
      await wordToCome(page, 'Not set up', 'the end of the policy');
      expect(await textIn(options, '#administrators')).toContain('received no policy');
    } finally {
      await running.close();
      takePoliciesAway('chromium');
    }
  });

  it('that changes or goes takes effect in Firefox with its next start, which the options say', async () => {
    const profile = join(folder, 'profile');
    await under(
      'firefox',
      RULE,
      async (running) => {
        const options = await openOptions(running);
        setPolicy('firefox', { ...RULE, markStyle: 'icon' });
        await options.reload().catch(() => {});
        await until(async () => (await inForce(options)).markStyle, 'the options again');
        expect((await inForce(options)).markStyle).toEqual(['word', 'policy, can be changed']);
        expect(await textIn(options, '#administrators')).toContain(
          'Firefox reads policies only when it starts',
        );
      },
      { profile },
    );
    await under(
      'firefox',
      { ...RULE, markStyle: 'icon' },
      async (running) => {
        expect((await inForce(await openOptions(running))).markStyle?.[0]).toBe('icon');
      },
      { profile },
    );
    const running = await launch('firefox', { profile });
    try {
      const options = await running.open('options.html');
      await until(
        async () => (await textIn(options, '#administrators')).includes('received no policy'),
        'the end of the policy',
      );
    } finally {
      await running.close();
    }
  }, 120_000);

  it.each(BROWSERS)('holds its locks against the storage and against a file (%s)', (name) =>
    under(name, { ...RULE, paused: false, locked: ['paused', 'markStyle'] }, async (running) => {
      const options = await openOptions(running);
      const page = await visit(running);
      await wordToCome(page, 'Not allowed', 'the mark');

      const forged = { by: 'employer', name: 'Ministry', text: '', level: 'information', devices: [] };
      await storeFrom(options, { 'setting:paused': true, 'setting:ownRule': forged });
      const untouched = async () => {
        expect(await inForce(options)).toMatchObject({
          paused: [false, 'policy, locked'],
          markStyle: ['word', 'policy, locked'],
          organisationRule: [{ level: 'not-allowed' }, 'policy, locked'],
        });
        await wordToCome(page, 'Not allowed', 'the mark again');
      };
      await untouched();
      // What the marks are drawn from, alone: no setting changes with it. More than once, because after an install
      // the background looks at the policy now and then, which would mend it as well.
      for (let times = 0; times < 3; times++) {
        const snapshot = async () => (await storedIn(options, LOCAL_KEYS.snapshot)) as Snapshot;
        await storeFrom(options, { [LOCAL_KEYS.snapshot]: { ...(await snapshot()), paused: true } });
        await until(async () => !(await snapshot()).paused, 'the snapshot put right', 2000);
      }
      await untouched();

      const file = join(folder, `${name}.json`);
      writeFileSync(
        file,
        JSON.stringify({
          format: 'policy-context-settings',
          version: 1,
          settings: { paused: true, markStyle: 'icon', toolbarCount: false },
        }),
      );
      const input = (await options.$('input[type=file]')) as ElementHandle<HTMLInputElement>;
      await input.uploadFile(file);
      await until(
        async () => (await inForce(options)).toolbarCount?.[1] === 'this person',
        'what is not locked in the file',
      );
      await untouched();
    }),
  );
});
