import { sendToContent } from '../messages/background-end.ts';
import { changeSettings } from '../policy/settings-in-force.ts';
import { hostOf, withSite } from '../settings/site-lists.ts';

const step = (tabId: number, by: 1 | -1): void => {
  // A page without our content script has nobody to answer.
  sendToContent(tabId, { type: 'step', by }).catch(() => {});
};

/** What each command of the manifest does in the tab in front. */
const COMMANDS: Readonly<Record<string, (tabId: number, url: string | undefined) => void>> = {
  'next-mark': (tabId) => step(tabId, 1),
  'previous-mark': (tabId) => step(tabId, -1),
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
