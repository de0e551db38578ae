import { type DrawnPanel, drawPanel } from './draw-panel.ts';
import { EMPTY_MARKUP, type ToOpener, type ToRenderer } from './wire.ts';

/**
 * Whether a document may be a private frame: one without an origin, with the empty document of our frames. There is no
 * script in it and none can come, so there will never be a link in it either.
 */
export const couldBePrivate = (
  { origin, location }: Pick<typeof globalThis, 'origin' | 'location'>,
  document: Document,
): boolean =>
  origin === 'null' &&
  location.href === 'about:srcdoc' &&
  document.documentElement?.outerHTML === EMPTY_MARKUP;

/**
 * Waits for our script in the page around, and draws what it sends. A page can make the same frame and offer it the
 * same: whoever does not know the key gets no answer, so that nobody can tell that there is somebody.
 *
 * @param readKey the key of this session; undefined where there is none
 */
export function awaitOffer(window: Window, readKey: () => Promise<string | undefined>): void {
  window.addEventListener('message', ({ source, ports: [port, ...more], isTrusted }) => {
    if (!isTrusted || source !== window.parent || !port || more.length > 0) return;
    const post = (message: ToOpener): void => port.postMessage(JSON.stringify(message));
    port.onmessage = async ({ data: key }) => {
      const own = await readKey();
      if (own === undefined || key !== own) {
        port.close();
        return;
      }
      port.onmessage = ({ data }) => receive(data as string, post);
      post({ type: 'hello', url: window.location.href });
    };
  });

  let drawn: DrawnPanel | undefined;

  function receive(data: string, post: (message: ToOpener) => void): void {
    const [line = ''] = data.split('\n', 1);
    const message = JSON.parse(line) as ToRenderer;
    if (message.type === 'focus') {
      drawn?.focus();
      return;
    }
    const drawing = { panel: message.panel, personal: data.slice(line.length) };
    drawn = drawPanel(window.document, drawing, (action, record) => post({ type: 'act', action, record }));
    // The task after the frame that draws it: it has been painted.
    window.requestAnimationFrame(() => setTimeout(() => post({ type: 'painted' })));
  }
}
