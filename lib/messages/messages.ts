import { browser } from 'wxt/browser';
import { FrameMessage } from './frame-message.ts';
import type { FromFrame } from './protocol.ts';

/*
 * Every message that the background takes. What does not fit is dropped without an answer: it comes from another
 * extension, from a content script of another version, or from somebody who should not know the way.
 */

/** The sender as far as the rules look at it; a subset of `runtime.MessageSender`. */
export interface Sender {
  readonly id?: string | undefined;
  readonly frameId?: number | undefined;
  readonly url?: string | undefined;
  readonly tab?: { readonly id?: number | undefined; readonly url?: string | undefined } | undefined;
}

export interface FrameMessageFrom {
  readonly message: FromFrame;
  readonly tabId: number;
  readonly frameId: number;
}

/** A message from one of our own content scripts, or null. */
export function readFrameMessage(message: unknown, sender: Sender): FrameMessageFrom | null {
  const tabId = sender.tab?.id;
  if (sender.id !== browser.runtime.id || tabId === undefined) return null;
  const checked = FrameMessage.safeParse(message);
  return checked.success ? { message: checked.data, tabId, frameId: sender.frameId ?? 0 } : null;
}
