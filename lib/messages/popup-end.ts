import { browser } from 'wxt/browser';
import { type ContentToPopup, readContentToPopup } from './content-to-popup.ts';
import { POPUP_PORT } from './popup-port.ts';
import type { PopupToContent } from './popup-to-content.ts';

/** What the popup does with what comes from the frames of a tab. */
export interface FrameListeners {
  /** A frame has sent something; what does not fit the schema is dropped before. */
  readonly onMessage: (message: ContentToPopup) => void;
  /** No frame listens, or none any more. */
  readonly onClose: () => void;
}

/** Opens the line to all frames of a tab. @returns sends to each of them */
export function connectToContent(
  tabId: number,
  { onMessage, onClose }: FrameListeners,
): (message: PopupToContent) => void {
  const port = browser.tabs.connect(tabId, { name: POPUP_PORT });
  port.onMessage.addListener((raw: unknown) => {
    const message = readContentToPopup(raw);
    if (message) onMessage(message);
  });
  port.onDisconnect.addListener(() => {
    // Reading it keeps Chromium from reporting an error for a tab without a content script.
    void browser.runtime.lastError;
    onClose();
  });
  return (message) => port.postMessage(message);
}
