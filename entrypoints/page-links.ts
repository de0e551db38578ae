import type { browser as Browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { extensionApi } from '../lib/content/extension-api.ts';
import { startPage } from '../lib/content/page.ts';
import { awaitOffer, couldBePrivate } from '../lib/content/private-frame/renderer.ts';
import { sitesOf } from '../lib/content/sites.ts';
import { DOCUMENT, read } from '../lib/content/unclobbered.ts';
import { createSender, listenToBackground, listenToPopups } from '../lib/messages/content-end.ts';
import { LOCAL_KEYS } from '../lib/platform/storage-keys.ts';
import { readSnapshot, type Snapshot } from '../lib/snapshot/snapshot.ts';

/*
 * The content script, started in every frame by the manifest (`wxt.config.ts`). Not one of WXT's own content
 * scripts: their start sends a DOM event named after the extension, by which a page can see the extension, and
 * which a page can send to stop the script. And without the polyfill: all that is used here answers with promises
 * in every browser supported, and the polyfill is as large as the recogniser.
 */

interface Root {
  readonly openOrClosedShadowRoot?: ShadowRoot | null;
}
type Api = typeof Browser & {
  readonly dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null };
};
/** A browser sets up each part of it at its first use, which takes as long as the rest of a page without a hit. */
const api = extensionApi<Api>(globalThis as { readonly browser?: Api; readonly chrome?: Api });
const { runtime } = api;
let dom: Api['dom'];

/** Milliseconds after which marks come although the page still loads. */
const PATIENCE = 5000;
/** Milliseconds after load after which marks come although the page has not paused. */
const BUSY = 2000;

const snapshot = async (): Promise<Snapshot | null> =>
  readSnapshot((await api.storage.local.get(LOCAL_KEYS.snapshot))[LOCAL_KEYS.snapshot]);

function start(): void {
  const life = new AbortController();
  // A page that the browser renders ahead is marked ahead; but its tab still shows, and counts, the page before.
  const shown =
    Reflect.get(DOCUMENT, 'prerendering', document) &&
    new Promise((resolve) =>
      window.addEventListener('prerenderingchange', resolve, { capture: true, once: true }),
    );
  const { signal } = life;
  const send = createSender(runtime);
  const connect = startPage({
    document,
    t: (key, ...parts) => api.i18n.getMessage(key as 'extension_name', parts.map(String)),
    sites: () => sitesOf(globalThis),
    signal,
    stop: () => life.abort(),
    isAlive: () => !!runtime.id,
    shadowRootOf(element) {
      dom ??= api.dom;
      return dom ? dom.openOrClosedShadowRoot(element) : ((element as Root).openOrClosedShadowRoot ?? null);
    },
    readSnapshot: snapshot,
    onSnapshot: (listener) =>
      api.storage.local.onChanged.addListener(({ [LOCAL_KEYS.snapshot]: change }) => {
        if (change) listener(readSnapshot(change.newValue));
      }),
    onCommand: (listener) => listenToBackground(runtime, listener),
    send: async (message) => {
      await shown;
      return send(message);
    },
  });
  listenToPopups(runtime, connect);
}

export default defineUnlistedScript(() => {
  if (couldBePrivate(globalThis, document)) {
    // Nothing of the verdict is taken from the storage here: the frame may be the page's. Asked for at once, as a person
    // may be waiting for what is to be drawn.
    const key = snapshot().then((stored) => stored?.key);
    awaitOffer(window, () => key);
    return;
  }
  // Frameworks that take over HTML from the server cannot do with nodes that they have not written. Most begin before
  // the page has loaded, and the large ones go on after that in many small tasks; so the first marks come when the
  // page first has nothing to do.
  let waiting = true;
  const once = () => {
    if (waiting) start();
    waiting = false;
  };
  const soon = () => requestIdleCallback(once, { timeout: BUSY });
  if (read(DOCUMENT, 'readyState', document) === 'complete') soon();
  else window.addEventListener('load', soon, { once: true });
  setTimeout(once, PATIENCE);
});
