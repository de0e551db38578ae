import { browser } from 'wxt/browser';
import type { PageCommand } from '../messages/protocol.ts';
import { changeSettings } from '../policy/settings-in-force.ts';
import { hostOf, withSite } from '../settings/site-lists.ts';

const toPage = (tabId: number, command: PageCommand): void => {
  // A page without our content script has nobody to answer.
  browser.tabs.sendMessage(tabId, command).catch(() => {});
};

/** What each command of the manifest does in the tab in front. */
const COMMANDS: Readonly<Record<string, (tabId: number, url: string | undefined) => void>> = {
  'next-mark': (tabId) => toPage(tabId, { type: 'step', by: 1 }),
  'previous-mark': (tabId) => toPage(tabId, { type: 'step', by: -1 }),
  'toggle-site': (_tabId, url) => {
    const host = hostOf(url);
    if (host) void changeSettings((current) => withSite(current, host, 'toggle'));
  },
};

/** Answers a keyboard command. */
export const answerCommand = (
  name: string,
  tab: { readonly id?: number | undefined; readonly url?: string | undefined } | undefined,
): void => {
  if (tab?.id !== undefined) COMMANDS[name]?.(tab.id, tab.url);
};
