import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { answerFrame } from '../lib/background/answer-frame.ts';
import { answerCommand } from '../lib/background/commands.ts';
import { addMenus, answerMenu } from '../lib/background/context-menu.ts';
import { guardSnapshot } from '../lib/background/keep-snapshot.ts';
import { awaitLatePolicy } from '../lib/background/late-policy.ts';
import { backToShipped, lookForUpdates, startUpdates } from '../lib/background/register-updates.ts';
import { renew } from '../lib/background/renew.ts';
import { noteStyleChange } from '../lib/background/style-notice.ts';
import { forgetTab } from '../lib/background/toolbar.ts';
import { welcome } from '../lib/background/welcome.ts';
import { pageListener } from '../lib/messages/page-to-background.ts';
import { watchSettings } from '../lib/settings/store.ts';

function start(): void {
  // Listeners are added at once: a background that was stopped misses the event that wakes it otherwise.
  browser.runtime.onMessage.addListener(answerFrame);
  browser.runtime.onMessage.addListener(
    pageListener({ 'look-for-updates': lookForUpdates, 'shipped-register': backToShipped }),
  );
  browser.contextMenus.onClicked.addListener(answerMenu);
  browser.commands.onCommand.addListener(answerCommand);
  browser.runtime.onInstalled.addListener((install) => {
    void addMenus();
    void welcome(install);
    void noteStyleChange(install);
    awaitLatePolicy(renew);
  });
  browser.tabs.onRemoved.addListener((tabId) => void forgetTab(tabId));
  const settleUpdates = startUpdates(renew);
  watchSettings(() => {
    renew();
    settleUpdates();
  });
  guardSnapshot();
  renew();
  settleUpdates();
}

// A module, so that it shares the pages' chunks: schemas, register and settings are in the package once.
export default defineBackground({ type: 'module', main: start });
