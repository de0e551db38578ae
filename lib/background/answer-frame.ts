import { readFrameMessage, type Sender } from '../messages.ts';
import { report } from '../toolbar/toolbar.ts';
import { currentSnapshot } from './keep-snapshot.ts';
import { openPopup, openRegister } from './open-page.ts';

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
  switch (message.type) {
    case 'summary':
      return reportCounts(tabId, frameId, message.links, message.embeds);
    case 'open':
      return message.page === 'popup' ? openPopup(tabId) : openRegister(message.record);
    default:
      return undefined;
  }
}
