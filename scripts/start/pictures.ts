/*
 * `npm run pictures`: takes the pictures of the README anew from a real browser, for staff of the UK government on a
 * work device.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { setup } from '../setup.mjs';
import { launch, tabIdOf } from './browser.ts';
import { serve } from './serve.ts';

const PAGES = fileURLToPath(new URL('../../tests/pages', import.meta.url));
const FOLDER = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));

/** The part of the extension API that is used inside the extension's own page. */
declare const browser: { storage: { local: { set(entries: object): Promise<void> } } };

const PROFILE = {
  'setting:organisations': [{ id: 'gb-government', relation: 'staff' }],
  'setting:places': ['GB'],
  'setting:device': 'work-issued',
};

const settled = () => new Promise((wait) => setTimeout(wait, 1500));

setup(['chromium']);
if (spawnSync('wxt', ['build', '-b', 'chrome'], { stdio: 'inherit' }).status !== 0) process.exit(1);
mkdirSync(FOLDER, { recursive: true });

const server = await serve(PAGES);
const running = await launch('chromium', {
  viewport: { width: 900, height: 640 },
  args: ['--force-device-scale-factor=2'],
});
try {
  const options = await running.open('options.html');
  await options.evaluate((profile) => browser.storage.local.set(profile), PROFILE);
  const page = await running.browser.newPage();
  await page.goto(server.address);
  await settled();
  const mark = await page.$('tiktok-policy-mark');
  await mark?.click();
  await settled();
  await page.screenshot({ path: `${FOLDER}badge-and-card.png` });
  const tabId = await tabIdOf(options, page);
  const popup = await running.open(`popup.html?tab=${tabId}`);
  await popup.setViewport({ width: 390, height: 640 });
  await settled();
  await popup.screenshot({ path: `${FOLDER}popup.png` });
} finally {
  await running.close();
  await server.close();
}
