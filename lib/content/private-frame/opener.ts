import { element } from '../element.ts';
import { createGate } from './gate.ts';
import { type Drawing, EMPTY_DOCUMENT, type ToOpener, type ToRenderer } from './wire.ts';

export interface PrivateFrameOptions {
  readonly document: Document;
  /** Around the frame: a `dialog` can keep the person from the rest of the page. */
  readonly box: 'div' | 'dialog';
  /** What the frame is called, the same for every verdict. */
  readonly title: string;
  /** Style rules of box and frame. */
  readonly sheet: string;
  /** Tells the renderer that it is us. A page that knew it could find out that the extension is installed. */
  readonly key: string;
  /** What is drawn can be seen. */
  readonly onShown: () => void;
  /** The person pressed a button, or Escape (`close`). */
  readonly onAct: (action: string, record: string) => void;
  /** The frame cannot be had, or is no longer as it was made; it was removed. */
  readonly onLost: () => void;
}

/** Milliseconds from the wish to see something to the moment it is given up; on a busy page it takes a quarter second. */
const PATIENCE = 3000;

/**
 * Makes a frame that the page cannot read, in a closed root of its own. Nothing else may be in that root: Firefox hands
 * the frame's element to the page with some events, and from there the page gets the root.
 *
 * The frame starts once `host` is put into the page, and stays invisible until something is drawn in it.
 */
export function createPrivateFrame(options: PrivateFrameOptions) {
  const { document, title, sheet, key, onShown, onAct, onLost } = options;
  const frame = element(document, 'iframe');
  frame.setAttribute('sandbox', '');
  frame.srcdoc = EMPTY_DOCUMENT;
  frame.title = title;
  const box = element(document, options.box, 'box', frame);
  // Not to be reached by keys as long as there is nothing to be seen.
  box.inert = true;
  // No custom element: a page could define that, and would get the root.
  const host = element(document, 'div');
  const root = host.attachShadow({ mode: 'closed' });
  const rules = new CSSStyleSheet();
  rules.replaceSync(sheet);
  root.adoptedStyleSheets = [rules];
  root.append(box);
  const gate = createGate(root, frame, lose);
  let port: MessagePort | undefined;
  let wanted: Drawing | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isGreeted = false;
  let isShown = false;
  let isFocusWanted = false;
  let isGone = false;

  function remove(): void {
    isGone = true;
    clearTimeout(timer);
    gate.close();
    port?.close();
    host.remove();
  }

  function lose(): void {
    if (isGone) return;
    remove();
    onLost();
  }

  const post = (message: ToRenderer, personal = ''): void =>
    port?.postMessage(`${JSON.stringify(message)}\n${personal}`);

  /** What is sent is not kept here too: a page can tell how much memory is in use. */
  function postDrawing({ panel, personal }: Drawing): void {
    wanted = undefined;
    post({ type: 'draw', panel }, personal);
  }

  frame.addEventListener('load', () => {
    if (isGone) return;
    gate.countLoad();
    if (!gate.isOpen()) {
      lose();
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port = port1;
    port.onmessage = ({ data }) => receive(JSON.parse(data as string) as ToOpener);
    // A frame without an origin cannot be named as the receiver. The key follows once the renderer can be nobody else.
    frame.contentWindow?.postMessage('', '*', [port2]);
    port.postMessage(key);
  });

  function receive(message: ToOpener): void {
    if (isGone) return;
    if (!gate.isOpen()) lose();
    // A document of the page in our frame would have an address of its own.
    else if (message.type === 'hello' && message.url !== 'about:srcdoc') lose();
    else if (message.type === 'hello') {
      isGreeted = true;
      if (wanted) postDrawing(wanted);
    } else if (message.type === 'painted') reveal();
    else onAct(message.action, message.record);
  }

  function reveal(): void {
    clearTimeout(timer);
    if (isShown) return;
    isShown = true;
    box.inert = false;
    box.classList.add('shown');
    onShown();
    if (isFocusWanted) focus();
  }

  /** Puts the focus into the frame, once it can be seen. */
  function focus(): void {
    isFocusWanted = true;
    if (!isShown) return;
    frame.focus({ preventScroll: true });
    post({ type: 'focus' });
  }

  return {
    /** To be put into the page. */
    host,
    box,
    isShown: (): boolean => isShown,
    /** Whether the frame is there and as it was made. */
    isWhole: (): boolean => !isGone && host.isConnected && (!port || gate.isOpen()),
    /** Draws in the frame, as soon as it is proved to be as made, and shows it. */
    draw(drawing: Drawing): void {
      timer ??= setTimeout(lose, PATIENCE);
      if (isGreeted && gate.isOpen()) postDrawing(drawing);
      else wanted = drawing;
    },
    focus,
    remove,
  };
}

export type PrivateFrame = ReturnType<typeof createPrivateFrame>;
