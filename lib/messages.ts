import { browser } from 'wxt/browser';
import { z } from './zod.ts';

/*
 * Every message that the background takes. What does not fit is dropped without an answer: it comes from another
 * extension, from a content script of another version, or from somebody who should not know the way.
 */

const Count = z.int().check(z.nonnegative());

/** From a content script: how much it found in its frame. */
const Summary = z.strictObject({ type: z.literal('summary'), links: Count, embeds: Count });
export type Summary = z.infer<typeof Summary>;

/** From a content script: the person asked for more than fits on the page. */
const Open = z.strictObject({
  type: z.literal('open'),
  page: z.enum(['register', 'popup', 'options']),
  /** A record to show, by id. */
  record: z.optional(z.string().check(z.regex(/^[a-z0-9-]{1,120}$/))),
});

export const PageMessage = z.discriminatedUnion('type', [Summary, Open]);
export type PageMessage = z.infer<typeof PageMessage>;

/** The sender as far as the rules look at it; a subset of `runtime.MessageSender`. */
export interface Sender {
  readonly id?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?: { readonly id?: number | undefined } | undefined;
}

/** A message from one of our own content scripts, or null. */
export function readPageMessage(
  message: unknown,
  sender: Sender,
): { message: PageMessage; tabId: number; frameId: number } | null {
  const checked = PageMessage.safeParse(message);
  const tabId = sender.tab?.id;
  if (!checked.success || sender.id !== browser.runtime.id || tabId === undefined) return null;
  return { message: checked.data, tabId, frameId: sender.frameId ?? 0 };
}
