import { browser } from 'wxt/browser';
import { z } from '../platform/zod.ts';
import type { Sender } from './background-end.ts';

/**
 * What a page of the extension sends to the background.
 *
 * - `look-for-updates`: looks at once; answered when it has ended.
 * - `shipped-register`: takes away what updates have brought.
 */
const PageToBackground = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('look-for-updates') }),
  z.strictObject({ type: z.literal('shipped-register') }),
]);
type PageToBackground = z.infer<typeof PageToBackground>;

/** What is done with each kind of message; answered when the promise is done. */
export type PageAnswers = { readonly [Type in PageToBackground['type']]: () => Promise<void> };

/** A page of ours has one of our URLs; a content script, which any page may have taken over, has the page's. */
const isOurPage = ({ id, url }: Sender): boolean =>
  id === browser.runtime.id && url !== undefined && url.startsWith(browser.runtime.getURL('/'));

/** A listener for `runtime.onMessage`; see `contentListener`. */
export const pageListener =
  (answers: PageAnswers) =>
  (raw: unknown, sender: Sender): Promise<boolean> | undefined => {
    const { data: message } = PageToBackground.safeParse(raw);
    if (!message || !isOurPage(sender)) return undefined;
    return answers[message.type]().then(() => true);
  };

/** Sends to the background. Resolves when it is done; rejects where the background could not do it. */
export const sendToBackground = async (message: PageToBackground): Promise<void> => {
  await browser.runtime.sendMessage(message);
};
