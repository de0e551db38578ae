import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, type RunningBrowser, until } from '../../scripts/start/browser.ts';
import { type FileServer, serve } from '../../scripts/start/serve.ts';
import { english } from '../support/english.ts';
import { clickOn, picture, wordsToCome } from '../support/person.ts';
import { countMarks, framesToPass } from '../support/rig.ts';

/*
 * A page of TikTok itself, as far as the browser knows: the name leads to this machine. Both browsers would turn to
 * https for a name that they know to be https only.
 */
const HOST = 'www.tiktok.com';
const HERE = {
  args: [`--host-resolver-rules=MAP ${HOST} 127.0.0.1`, '--disable-features=HttpsUpgrades'],
  prefs: {
    'network.dns.forceResolve': '127.0.0.1',
    'network.stricttransportsecurity.preloadlist': false,
    'dom.security.https_first': false,
  },
};

describe.each(['chromium', 'firefox'] as const)('on TikTok itself (%s)', (name) => {
  let running: RunningBrowser;
  let server: FileServer;
  beforeAll(async () => {
    server = await serve(fileURLToPath(new URL('../pages', import.meta.url)));
    running = await launch(name, {
      welcomeWithin: 30_000,
      ...(name === 'chromium' ? { args: HERE.args } : { prefs: HERE.prefs }),
    });
  });
  afterAll(async () => {
    await running?.close();
    await server?.close();
  });

  it('nothing is marked by default, and the popup leads with the verdict for being there', async () => {
    const page = await running.browser.newPage();
    const address = server.address.replace('127.0.0.1', HOST);
    await page.goto(`${address}index.html`, { waitUntil: 'load' });
    expect(new URL(page.url()).hostname).toBe(HOST);
    await framesToPass(page, 150);
    expect(await countMarks(page)).toBe(0);

    // Chromium tells the extension a tab's address only after a person's own click on the toolbar; the page names it.
    const popup = await running.openPopup(page);
    expect(await wordsToCome(popup, english.t('popup_on_tiktok'))).toMatch(
      new RegExp(`^${english.t('popup_on_tiktok')}\\s+${english.t('verdict_word_no_profile')}`),
    );
    await wordsToCome(popup, 'Links on TikTok’s own pages get no marks.');
    await picture(running, popup, 'on-tiktok-popup');
    await popup.close();

    const options = await running.open('options.html');
    await clickOn(options, '.switch', 'Mark links on tiktok.com too');
    await page.bringToFront();
    await until(async () => (await countMarks(page)) > 0, 'marks once they are wanted');
  });
});
