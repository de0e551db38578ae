import { LINK_KINDS } from '../links/recognition.ts';
import { z } from '../platform/zod.ts';
import { MAX_ITEMS } from './popup-port.ts';

// Sizes are bounded: what a page holds, a page can make long.
const Short = z.string().check(z.maxLength(200));
const LongUrl = z.string().check(z.maxLength(8192));

/** One link or embed of a frame. */
const PageItem = z.object({
  /** Unique among all frames of the tab. */
  id: Short,
  embed: z.boolean(),
  /** The URL as it stands in the page, cut to 2,000 characters with an ellipsis at its end. */
  written: z.string().check(z.maxLength(2000)),
  /** A badge is drawn for it, or will be when it comes near the view. */
  marked: z.boolean(),
  // As in `Recognition`.
  kind: z.nullable(z.enum(LINK_KINDS)),
  via: z.readonly(z.array(Short).check(z.maxLength(20))),
  destination: z.nullable(LongUrl),
  /** The host of a destination that is too long to be shown or opened; absent for any other. */
  longHost: z.optional(Short),
  handle: z.nullable(Short),
  videoId: z.nullable(Short),
  uploadTime: z.nullable(z.iso.datetime()),
  redirector: z.optional(Short),
});
export type PageItem = z.infer<typeof PageItem>;

/**
 * What the content script of a frame sends over the popup's port: its items at once and after each change; `code` when
 * asked.
 */
export const ContentToPopup = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('items'),
    frame: Short,
    /** The host of the page, from its outermost frame; empty from the others. */
    host: z.string().check(z.maxLength(255)),
    items: z.array(PageItem).check(z.maxLength(MAX_ITEMS)),
    /** How many there are in all. */
    total: z.int().check(z.nonnegative()),
  }),
  z.object({
    type: z.literal('code'),
    frame: Short,
    /** Absolute URLs that the frame loaded and whose host resembles TikTok's; the popup decides. */
    urls: z.array(LongUrl).check(z.maxLength(1000)),
  }),
]);
export type ContentToPopup = z.infer<typeof ContentToPopup>;

/** The same before its items were checked: what a page holds must not cost the others that are right. */
const Unread = z.object({ type: z.literal('items'), items: z.array(z.unknown()) });

/**
 * A message of a frame as the popup takes it; null for anything else. Items that do not fit, and those beyond the most,
 * are left out: `total` tells that there are more.
 */
export function readContentToPopup(raw: unknown): ContentToPopup | null {
  const unread = Unread.safeParse(raw).data;
  const items = unread?.items.slice(0, MAX_ITEMS).flatMap((item) => PageItem.safeParse(item).data ?? []);
  return ContentToPopup.safeParse(items ? { ...(raw as object), items } : raw).data ?? null;
}
