import { browser } from 'wxt/browser';
import type { PageState } from '../../components/popup/this-page.tsx';
import { pageCode } from '../../lib/links/code-role.ts';
import type { ContentToPopup } from '../../lib/messages/content-to-popup.ts';
import { connectToContent } from '../../lib/messages/popup-end.ts';
import type { PopupToContent } from '../../lib/messages/popup-to-content.ts';
import { whyUnreadable } from '../../lib/platform/unreadable-pages.ts';

/** How long to wait before a page that still loads is asked again, in milliseconds. */
const AGAIN = 400;
/** How long a page that has loaded may take until it answers. */
const PATIENCE = 1500;

/** The line to all frames of a tab. */
export interface PagePort {
  readonly send: (message: PopupToContent) => void;
}

/** Gathers what the frames of a page send. */
function gather() {
  const items = new Map<string, Extract<ContentToPopup, { type: 'items' }>>();
  const code = new Map<string, readonly string[]>();
  return {
    /** The host that the outermost frame names; null before it has answered, and for a page without one. */
    host: () => [...items.values()].find(({ host }) => host)?.host ?? null,
    /** Takes a message in. @returns the page as known now; null before any frame has told its links */
    take(message: ContentToPopup): PageState | null {
      if (message.type === 'items') items.set(message.frame, message);
      else code.set(message.frame, message.urls);
      if (items.size === 0) return null;
      const frames = [...items.values()];
      return {
        state: 'read',
        links: frames.flatMap((frame) =>
          frame.items.map((item) => ({ ...item, kind: item.kind ?? ('other' as const) })),
        ),
        total: frames.reduce((sum, { total }) => sum + total, 0),
        code: pageCode([...code.values()].flat()),
      };
    },
  };
}

/** May the extension act on the page's site? A browser that cannot say has not withheld it. */
async function isGranted(url: string | undefined): Promise<boolean> {
  const origin = url && URL.canParse(url) ? new URL(url).origin : null;
  if (!origin?.startsWith('http')) return true;
  return browser.permissions.contains({ origins: [`${origin}/*`] }).catch(() => true);
}

/**
 * Follows what the content scripts of a tab find. A page that still loads is asked until it answers.
 *
 * @param listener called with each new state of the page, and with its host where it has named that
 */
export function followPage(
  tabId: number,
  listener: (page: PageState, host: string | null) => void,
): PagePort {
  const since = performance.now();

  async function onSilence(): Promise<void> {
    const tab = await browser.tabs.get(tabId).catch(() => undefined);
    if (tab?.status === 'loading' || performance.now() - since < PATIENCE)
      setTimeout(() => {
        send = connect();
      }, AGAIN);
    else listener({ state: 'unreadable', why: whyUnreadable(tab?.url, await isGranted(tab?.url)) }, null);
  }

  function connect(): PagePort['send'] {
    const frames = gather();
    let answered = false;
    const toFrames = connectToContent(tabId, {
      onMessage(message) {
        const page = frames.take(message);
        if (!page) return;
        answered = true;
        listener(page, frames.host());
      },
      onClose: () => {
        if (!answered) void onSilence();
      },
    });
    toFrames({ type: 'code' });
    return toFrames;
  }

  let send = connect();
  return { send: (message) => send(message) };
}
