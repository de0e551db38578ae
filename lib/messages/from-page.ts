import { LINK_KINDS } from '../links/recognition.ts';
import { z } from '../platform/zod.ts';
import { type FromPage, MAX_ITEMS } from './protocol.ts';

/*
 * The check of what frames send over the popup's port. Apart from `page/protocol.ts`, because the content script carries
 * no schema library. Sizes are bounded: what a page holds, a page can make long.
 */

const Short = z.string().check(z.maxLength(200));
const Address = z.string().check(z.maxLength(100_000));

const Item = z.object({
  id: Short,
  embed: z.boolean(),
  written: Address,
  marked: z.boolean(),
  kind: z.nullable(z.enum(LINK_KINDS)),
  via: z.array(Short).check(z.maxLength(20)),
  destination: z.nullable(Address),
  handle: z.nullable(Short),
  videoId: z.nullable(Short),
  uploadTime: z.nullable(z.iso.datetime()),
  redirector: z.optional(Short),
});

const Message = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('items'),
    frame: Short,
    host: z.string().check(z.maxLength(255)),
    items: z.array(Item).check(z.maxLength(MAX_ITEMS)),
    total: z.int().check(z.nonnegative()),
  }),
  z.object({
    type: z.literal('code'),
    frame: Short,
    addresses: z.array(Address).check(z.maxLength(1000)),
  }),
]);

/** The message of a frame, or null for anything else. */
export const readFromPage = (value: unknown): FromPage | null => Message.safeParse(value).data ?? null;
