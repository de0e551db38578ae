import { browser } from 'wxt/browser';
import type { FromFrame } from './page/protocol.ts';
import { z } from './zod.ts';

/*
 * Every message that the background takes. What does not fit is dropped without an answer: it comes from another
 * extension, from a content script of another version, or from somebody who should not know the way.
 */

const Count = z.int().check(z.nonnegative());
const RecordId = z.string().check(z.regex(/^[a-z0-9-]{1,120}$/));

/** The wire form of `FromFrame` in `lib/page/protocol.ts`. */
export const FrameMessage: z.ZodMiniType<FromFrame> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('summary'), links: Count, embeds: Count }),
  z.strictObject({
    type: z.literal('open'),
    page: z.enum(['register', 'popup']),
    record: z.exactOptional(RecordId),
  }),
  z.strictObject({ type: z.literal('asked') }),
  z.strictObject({ type: z.literal('answered') }),
  z.strictObject({
    type: z.literal('open-address'),
    address: z.url({ protocol: /^https?$/ }).check(z.maxLength(10_000)),
    in: z.enum(['tab', 'background-tab', 'window']),
  }),
]);

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
