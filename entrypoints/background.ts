import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { answerFrame } from '../lib/background/answer-frame.ts';
import { answerCommand } from '../lib/background/commands.ts';
import { addMenus, answerMenu } from '../lib/background/context-menu.ts';
import { guardSnapshot, renewSnapshot } from '../lib/background/keep-snapshot.ts';
import { awaitLatePolicy } from '../lib/background/late-policy.ts';
import { backToShipped, lookForUpdates, startUpdates } from '../lib/background/register-updates.ts';
import { noteStyleChange } from '../lib/background/style-notice.ts';
import { forgetTab, showVerdict } from '../lib/background/toolbar.ts';
import { welcome } from '../lib/background/welcome.ts';
import { pageListener } from '../lib/messages/page-to-background.ts';
import { repairSettings } from '../lib/policy/settings-in-force.ts';
import { watchSettings } from '../lib/settings/store.ts';

function start(): void {
  const renew = async () => {
    // What cannot be repaired must not keep the marks from being right.
    await repairSettings().catch(() => {});
    const { snapshot, settings } = await renewSnapshot();
    await showVerdict({ verdict: snapshot.verdict, count: settings.toolbarCount });
  };
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
    awaitLatePolicy(() => void renew());
  });
  browser.tabs.onRemoved.addListener((tabId) => void forgetTab(tabId));
  const settleUpdates = startUpdates(() => void renew());
  watchSettings(() => {
    void renew();
    settleUpdates();
  });
  guardSnapshot();
  void renew();
  settleUpdates();
}

// A module, so that it shares the pages' chunks: schemas, register and settings are in the package once.
export default defineBackground({ type: 'module', main: start });
