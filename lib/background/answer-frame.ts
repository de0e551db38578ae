import { readFrameMessage, type Sender } from '../messages/messages.ts';
import { hostOf } from '../settings/site-lists.ts';
import { isConfirmed, rememberConfirmed } from './confirmed-sites.ts';
import { currentSnapshot } from './keep-snapshot.ts';
import { openAddress, openPopup, openRegister } from './open-page.ts';
import { report } from './toolbar.ts';

async function reportCounts(tabId: number, frameId: number, links: number, embeds: number): Promise<void> {
  const { snapshot, settings } = await currentSnapshot();
  await report(
    tabId,
    frameId,
    { links, embeds },
    { verdict: snapshot.verdict, count: settings.toolbarCount },
  );
}

/** Acts on a message of a content script; anything else is dropped. A promise is the answer. */
export function answerFrame(raw: unknown, sender: Sender): Promise<unknown> | undefined {
  const from = readFrameMessage(raw, sender);
  if (!from) return undefined;
  const { message, tabId, frameId } = from;
  const host = hostOf(sender.tab?.url ?? sender.url);
  switch (message.type) {
    case 'summary':
      return reportCounts(tabId, frameId, message.links, message.embeds);
    case 'open':
      return message.page === 'popup' ? openPopup(tabId) : openRegister(message.record);
    case 'asked':
      return host === null ? Promise.resolve(false) : isConfirmed(host);
    case 'answered':
      return host === null ? undefined : rememberConfirmed(host);
    case 'open-address':
      return openAddress(message.address, message.in, tabId);
  }
}
