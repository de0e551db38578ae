import { SESSION_KEYS } from '../platform/storage-keys.ts';
import { storedValue } from '../platform/stored-value.ts';
import { z } from '../platform/zod.ts';

/**
 * What the context menu was opened on: a link's URL, or selected text that may hold one. Or a link that the person
 * wants to open, where the page has no place to ask them in.
 */
const LinkEnquiry = z.object({
  text: z.string(),
  from: z.enum(['link', 'selection', 'confirmation']),
  tabId: z.number(),
  /** The text of the link, where the browser tells it. */
  label: z.optional(z.string()),
});
export type LinkEnquiry = z.infer<typeof LinkEnquiry>;

/*
 * The popup is not there yet when the background opens it, so the enquiry waits in storage; in memory only, because it
 * can come from a private window.
 */
const waiting = storedValue('session', SESSION_KEYS.linkEnquiry, z.nullable(LinkEnquiry), null);

/** Leaves an enquiry for the popup that opens now. */
export const leaveEnquiry = waiting.set;

/**
 * The enquiry that was left in this tab and for which the popup was opened, or null. Taken once, so that the next
 * popup opens as usual; one from another tab, whose popup never came, is forgotten.
 */
export async function takeEnquiry(tabId: number | undefined): Promise<LinkEnquiry | null> {
  const enquiry = await waiting.get();
  if (enquiry === null) return null;
  await waiting.remove();
  return enquiry.tabId === tabId ? enquiry : null;
}
