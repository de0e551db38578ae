import { browser } from 'wxt/browser';
import { recognise } from '../links/recognise.ts';
import type { Recognition } from '../links/recognition.ts';
import { urlIn } from '../links/url-in-text.ts';
import { z } from '../platform/zod.ts';

/** What the person asked about from the context menu: a link's address, or selected text that may hold one. */
export const About = z.object({
  text: z.string(),
  from: z.enum(['link', 'selection']),
  tabId: z.number(),
  /** The text of the link, where the browser tells it. */
  label: z.optional(z.string()),
});
export type About = z.infer<typeof About>;

const KEY = 'about';

/** Leaves the question for the popup that opens now. Kept in memory only, because it can come from a private window. */
export const ask = (about: About): Promise<void> => browser.storage.session.set({ [KEY]: about });

/**
 * The question that was asked in this tab and for which the popup was opened, or null. Taken once, so that the next
 * popup opens as usual; one from another tab, whose popup never came, is forgotten.
 */
export async function takeQuestion(tabId: number | undefined): Promise<About | null> {
  const checked = About.safeParse((await browser.storage.session.get(KEY))[KEY]);
  if (!checked.success) return null;
  await browser.storage.session.remove(KEY);
  return checked.data.tabId === tabId ? checked.data : null;
}

/** The address asked about and what it is; both null where the selected text holds none. */
export function answerTo({ text, from, label }: Pick<About, 'text' | 'from' | 'label'>): {
  address: string | null;
  recognition: Recognition | null;
} {
  const address = from === 'link' ? text : urlIn(text);
  return { address, recognition: address === null ? null : recognise(address, undefined, label) };
}
