import { execFileSync } from 'node:child_process';
import { createHash, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GECKO_ID } from '../../../lib/platform/extension-ids.ts';
import { findBrowser } from '../../../scripts/setup.mjs';
import { BUILDS, type LaunchOptions, until } from '../../../scripts/start/browser.ts';
import { type FileServer, serve } from '../../../scripts/start/serve.ts';
import { extensionTargets } from '../../support/extension-targets.ts';
import { restorePolicies, whyNoPolicies } from '../../support/machine-policies.ts';
import {
  fileWith,
  inForce,
  marksOn,
  openOptions,
  PAGES,
  textIn,
  underFile,
  welcomePages,
} from '../../support/policy-rig.ts';
import { storedZip } from '../../support/stored-zip.ts';

const why = whyNoPolicies();
if (why) console.warn(`Tests of forced installs in real browsers are skipped: ${why}.`);

const RULE = { organisationName: 'Ministry', organisationRuleLevel: 'not-allowed' };

const MODES = ['force_installed', 'normal_installed'] as const;

/** As `docs/administrators.md` has it: the id is made from the public half of the key. */
const idOf = (pem: string): string => {
  const key = createPublicKey(pem).export({ type: 'spki', format: 'der' });
  const hex = createHash('sha256').update(key).digest('hex').slice(0, 32);
  return hex.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
};

const updates = (id: string, address: string, version: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">
  <app appid="${id}"><updatecheck codebase="${address}policy-context.crx" version="${version}"/></app>
</gupdate>`;

describe.skipIf(why)('an install by policy', () => {
  let folder: string;
  let server: FileServer;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'policy-install-'));
    server = await serve(folder);
    cpSync(PAGES, folder, { recursive: true });
  });
  afterAll(async () => {
    restorePolicies();
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    { mode: 'force_installed', firstRun: undefined },
    { mode: 'normal_installed', firstRun: undefined },
    { mode: 'force_installed', firstRun: true },
  ])(
    'from an own server, signed with an own key, marks links and greets only if told so: $mode, $firstRun (chromium)',
    async ({ mode, firstRun }) => {
      const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
      const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
      const id = idOf(pem);
      const own = `${mode}-${firstRun ?? 'unset'}`;
      const build = join(folder, own, 'policy-context');
      cpSync(BUILDS.chromium, build, { recursive: true });
      writeFileSync(`${build}.pem`, pem);
      execFileSync(
        findBrowser('chromium') ?? '',
        [
          '--headless',
          '--no-sandbox',
          `--user-data-dir=${join(folder, own, 'packing')}`,
          `--pack-extension=${build}`,
          `--pack-extension-key=${build}.pem`,
        ],
        { stdio: 'ignore' },
      );
      const { version } = JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8'));
      writeFileSync(join(folder, 'updates.xml'), updates(id, `${server.address}${own}/`, version));
      const file = {
        ExtensionSettings: {
          [id]: {
            installation_mode: mode,
            update_url: `${server.address}updates.xml`,
            override_update_url: true,
          },
        },
        ...fileWith('chromium', { ...RULE, firstRun }, id),
      };
      const options: LaunchOptions = {
        extension: null,
        profile: join(folder, own, 'profile'),
        // The look for updates is how a forced install begins; nothing but this machine is to be reached.
        without: ['--disable-background-networking'],
        args: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost'],
      };
      // Chromium lets nothing look into an extension that a policy installed; its marks show that it works.
      const wordOf = async (page: Page) => (await marksOn(page)).video?.verdict;
      await underFile(
        'chromium',
        file,
        async ({ browser }) => {
          const page = await browser.newPage();
          // Slowly, for Chromium reads policies only while it has nothing better to do.
          await until(
            async () => {
              await page.goto(server.address);
              return until(() => wordOf(page), 'a mark on this visit', 2000);
            },
            'a mark',
            45_000,
          );
          await until(async () => (await wordOf(page)) === 'Not allowed', 'the late policy', 30_000);
          // A browser ends the background once it has nothing more to do; whether to greet is settled by then.
          const targets = (type: 'page' | 'service_worker') =>
            extensionTargets(browser, `chrome-extension://${id}/`, type);
          const isSettled = async () =>
            firstRun ? (await targets('page')).length > 0 : (await targets('service_worker')).length === 0;
          await until(isSettled, 'the welcome page, or the rest of the background', 60_000);
          expect(await targets('page')).toEqual(firstRun ? [`chrome-extension://${id}/welcome.html`] : []);
        },
        options,
      );
      await underFile(
        'chromium',
        file,
        async ({ browser }) => {
          const page = await browser.newPage();
          await page.goto(server.address);
          await until(async () => (await wordOf(page)) === 'Not allowed', 'the policy after a restart');
        },
        options,
      );
    },
    240_000,
  );

  it.each(MODES)(
    '(%s) from a file is there with its policy and opens no page (firefox)',
    async (mode) => {
      const xpi = join(folder, 'policy-context.xpi');
      writeFileSync(xpi, storedZip(BUILDS.firefox));
      const file = {
        policies: {
          ExtensionSettings: {
            [GECKO_ID]: { installation_mode: mode, install_url: `file://${xpi}` },
          },
          Preferences: { 'xpinstall.signatures.required': { Value: false, Status: 'locked' } },
          '3rdparty': { Extensions: { [GECKO_ID]: RULE } },
        },
      };
      await underFile(
        'firefox',
        file,
        async (running) => {
          const options = await until(() => openOptions(running), 'the options', 45_000);
          expect((await inForce(options)).organisationRule?.[1]).toBe('policy, locked');
          expect(await textIn(options, '#administrators p')).toContain('set by Ministry');
          expect(await welcomePages(running)).toBe(0);
        },
        { extension: null },
      );
    },
    90_000,
  );
});
