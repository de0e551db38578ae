import { contentListener, type SendingFrame } from '../messages/background-end.ts';
import { leaveEnquiry } from '../messages/background-to-popup.ts';
import type { FromContent } from '../messages/content-to-background.ts';
import { hostOf } from '../settings/site-lists.ts';
import { personalOf } from '../snapshot/snapshot.ts';
import { isConfirmed, rememberConfirmed } from './confirmed-sites.ts';
import { currentSnapshot } from './keep-snapshot.ts';
import { openPopup, openRegister, openSetUp, openUrl } from './open-page.ts';
import { report } from './toolbar.ts';

async function reportCounts(
  { links, embeds }: FromContent<'summary'>,
  { tabId, frameId }: SendingFrame,
): Promise<boolean> {
  const { snapshot, settings } = await currentSnapshot();
  await report(
    tabId,
    frameId,
    { links, embeds },
    { verdict: personalOf(snapshot).verdict, count: settings.toolbarCount },
  );
  return true;
}

/** Acts on the messages of content scripts. */
export const answerFrame = contentListener({
  summary: reportCounts,
  open: ({ page, record }, { tabId }) => {
    if (page === 'set-up') return openSetUp();
    return page === 'popup' ? openPopup(tabId) : openRegister(record);
  },
  async 'confirm-in-popup'({ url }, { tabId }) {
    // Not after the enquiry is stored: Firefox opens a popup only within what the person does.
    const opened = openPopup(tabId);
    if (url !== undefined) await leaveEnquiry({ text: url, from: 'confirmation', tabId });
    await opened;
  },
  async 'is-confirmed'(_message, { pageUrl }) {
    const host = hostOf(pageUrl);
    return host !== null && isConfirmed(host);
  },
  async confirmed(_message, { pageUrl }) {
    const host = hostOf(pageUrl);
    if (host !== null) await rememberConfirmed(host);
  },
  'open-url': (message, { tabId }) => openUrl(message.url, message.in, tabId),
});
