import { browser } from 'wxt/browser';
import { z } from '../zod.ts';

/** What the person asked about from the context menu: an address, or text that may hold one. */
export const About = z.object({ text: z.string(), tabId: z.number() });
export type About = z.infer<typeof About>;

const KEY = 'about';

/** Leaves the question for the popup that opens now. Kept in memory only, because it can come from a private window. */
export const ask = (about: About): Promise<void> => browser.storage.session.set({ [KEY]: about });

/** The question the popup was opened for, or null; taken once, so that the next popup opens as usual. */
export async function takeQuestion(): Promise<About | null> {
  const checked = About.safeParse((await browser.storage.session.get(KEY))[KEY]);
  if (!checked.success) return null;
  await browser.storage.session.remove(KEY);
  return checked.data;
}

const ADDRESS =
  /\b(?:https?|snssdk\d+|tiktok|musically):\/\/[^\s<>"']+|\b(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/[^\s<>"']*)?/i;

/** The first address in a text as a person selects it, with a scheme; null without one. */
export function addressIn(text: string): string | null {
  const found = ADDRESS.exec(text)?.[0].replace(/[.,;:!?)\]}]+$/, '');
  if (!found) return null;
  return /^[a-z0-9]+:\/\//i.test(found) ? found : `https://${found}`;
}
