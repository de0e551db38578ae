import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { locale, t } from '../lib/i18n.ts';
import { startPage } from '../lib/page/page.ts';
import { PAGE_PORT, readPageCommand, readToPage } from '../lib/page/protocol.ts';
import { sitesOf } from '../lib/page/sites.ts';
import { SNAPSHOT_KEY, type Snapshot } from '../lib/snapshot.ts';

/*
 * The content script, started in every frame by the manifest (`wxt.config.ts`). Not one of WXT's own content
 * scripts: their start sends a DOM event named after the extension, by which a page can see the extension, and
 * which a page can send to stop the script.
 */

/** Milliseconds after which marks come although the page still loads. */
const PATIENCE = 5000;

const isSnapshot = (value: unknown): value is Snapshot =>
  (value as Snapshot | null | undefined)?.format === 1;

type WithRoots = Element & { readonly openOrClosedShadowRoot?: ShadowRoot | null };
interface WithDom {
  readonly dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null };
}

function openRootOf(element: Element): ShadowRoot | null {
  const { dom } = (globalThis as { chrome?: WithDom }).chrome ?? {};
  return dom?.openOrClosedShadowRoot
    ? dom.openOrClosedShadowRoot(element)
    : ((element as WithRoots).openOrClosedShadowRoot ?? null);
}

function start(): void {
  const life = new AbortController();
  const { signal } = life;
  const page = startPage({
    document,
    t,
    locale: locale(),
    direction: browser.i18n.getMessage('@@bidi_dir'),
    sites: sitesOf(globalThis),
    signal,
    openRootOf,
    isAlive: () => !!browser.runtime?.id,
    stop: () => life.abort(),
    readSnapshot: async () => {
      const stored = (await browser.storage.local.get(SNAPSHOT_KEY))[SNAPSHOT_KEY];
      return isSnapshot(stored) ? stored : null;
    },
    onSnapshot: (listener) => {
      const onChanged = (changes: Record<string, { newValue?: unknown }>) => {
        const change = changes[SNAPSHOT_KEY];
        if (change) listener(isSnapshot(change.newValue) ? change.newValue : null);
      };
      browser.storage.local.onChanged.addListener(onChanged);
      signal.addEventListener('abort', () => browser.storage?.local.onChanged.removeListener(onChanged));
    },
    // The background may be gone for a moment; the next message finds it again.
    send: (message) => void browser.runtime.sendMessage(message).catch(() => {}),
  });
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== PAGE_PORT) return;
    const popup = page.connect((message) => port.postMessage(message));
    port.onMessage.addListener((message) => {
      const known = readToPage(message);
      if (known) popup.receive(known);
    });
    port.onDisconnect.addListener(popup.close);
  });
  browser.runtime.onMessage.addListener((message: unknown) => {
    const command = readPageCommand(message);
    if (command) page.command(command);
    return undefined;
  });
}

export default defineUnlistedScript(() => {
  let waiting = true;
  const once = () => {
    if (!waiting) return;
    waiting = false;
    start();
  };
  // Frameworks that take over HTML from the server mostly do so before the page has loaded, and cannot do with nodes
  // that they have not written; so the first marks come in a task of their own after that.
  if (Reflect.get(Document.prototype, 'readyState', document) === 'complete') once();
  else {
    window.addEventListener('load', () => setTimeout(once), { once: true });
    setTimeout(once, PATIENCE);
  }
});
