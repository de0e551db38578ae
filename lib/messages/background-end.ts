import { browser } from 'wxt/browser';
import { type BackgroundToContent, Done } from './background-to-content.ts';
import { type AnswersToContent, ContentToBackground, type FromContent } from './content-to-background.ts';

/** The sender as far as the rules look at it; a subset of `runtime.MessageSender`. */
export interface Sender {
  readonly id?: string | undefined;
  readonly frameId?: number | undefined;
  readonly url?: string | undefined;
  readonly tab?: { readonly id?: number | undefined; readonly url?: string | undefined } | undefined;
}

/** The frame that a message came from. */
export interface SendingFrame {
  readonly tabId: number;
  readonly frameId: number;
  /** The URL of the page in the tab; of the frame itself where the browser does not tell that. */
  readonly pageUrl: string | undefined;
}

/** What is done with each kind of message; the promise is the answer. */
export type ContentAnswers = {
  readonly [Type in ContentToBackground['type']]: (
    message: FromContent<Type>,
    from: SendingFrame,
  ) => Promise<Type extends keyof AnswersToContent ? AnswersToContent[Type] : void>;
};

/** The frame of one of our own content scripts; null for any other sender. */
function frameOf({ id, frameId, url, tab }: Sender): SendingFrame | null {
  if (id !== browser.runtime.id || tab?.id === undefined) return null;
  return { tabId: tab.id, frameId: frameId ?? 0, pageUrl: tab.url ?? url };
}

/**
 * A listener for `runtime.onMessage`. What does not fit is dropped without an answer: it comes from another extension,
 * from a content script of another version, or from somebody who should not know the way.
 */
export const contentListener =
  (answers: ContentAnswers) =>
  (raw: unknown, sender: Sender): Promise<unknown> | undefined => {
    const from = frameOf(sender);
    const { data: message } = ContentToBackground.safeParse(raw);
    if (!from || !message) return undefined;
    // The table gives each kind of message its own function; the compiler does not follow that through a lookup.
    const answer = answers[message.type] as (
      message: ContentToBackground,
      from: SendingFrame,
    ) => Promise<unknown>;
    return answer(message, from);
  };

/**
 * Sends to the content script of a frame, or of all frames of a tab. Resolves to whether a frame did it; rejects where
 * none of ours listens.
 */
export async function sendToContent(
  tabId: number,
  message: BackgroundToContent,
  frameId?: number,
): Promise<boolean> {
  const answer: unknown = await browser.tabs.sendMessage(
    tabId,
    message,
    ...(frameId === undefined ? [] : [{ frameId }]),
  );
  return Done.safeParse(answer).data ?? false;
}
