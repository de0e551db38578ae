import type { browser } from 'wxt/browser';
import type { BackgroundToContent } from './background-to-content.ts';
import type { AnswerToContent, ContentToBackground, FromContent } from './content-to-background.ts';
import type { ContentToPopup } from './content-to-popup.ts';
import { POPUP_PORT } from './popup-port.ts';
import type { PopupToContent } from './popup-to-content.ts';

/*
 * The content script's end of all lines. It checks nothing: only the extension itself can send to a content script, and
 * the schemas would be several times as large as the rest of it.
 */

type Runtime = Pick<typeof browser.runtime, 'sendMessage' | 'onMessage' | 'onConnect'>;

/** Sends to the background. Resolves to its answer; to undefined where there is none. Never rejects. */
export type SendToBackground = <Type extends ContentToBackground['type']>(
  message: FromContent<Type>,
) => Promise<AnswerToContent<Type> | undefined>;

/** The sender of a content script. */
export const createSender =
  (runtime: Runtime): SendToBackground =>
  (message) =>
    // The background may be gone for a moment; the next message finds it again.
    runtime.sendMessage(message).catch(() => undefined);

/** Calls back with what the background sends. What `listener` returns is the answer: it did it. */
export function listenToBackground(
  runtime: Runtime,
  listener: (message: BackgroundToContent) => boolean,
): void {
  runtime.onMessage.addListener((message, _sender, respond: (done: boolean) => void) => {
    respond(listener(message as BackgroundToContent));
    return undefined;
  });
}

/** What a frame does for one popup. */
export interface PopupLine {
  receive(message: PopupToContent): void;
  /** The popup has closed. */
  close(): void;
}

/** Connects each popup that opens over the page. */
export function listenToPopups(
  runtime: Runtime,
  connect: (send: (message: ContentToPopup) => void) => PopupLine,
): void {
  runtime.onConnect.addListener((port) => {
    if (port.name !== POPUP_PORT) return;
    const line = connect((message) => port.postMessage(message));
    port.onDisconnect.addListener(line.close);
    port.onMessage.addListener((message) => line.receive(message as PopupToContent));
  });
}
