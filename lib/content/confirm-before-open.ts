import type { SendToBackground } from '../messages/content-end.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { BadgeMaker } from './badge.ts';
import { recognitionOf } from './find.ts';
import type { Mark } from './mark.ts';
import { createPanel, type PanelOptions } from './panel.ts';
import { DOCUMENT } from './unclobbered.ts';

export interface QuestionOptions extends PanelOptions {
  readonly send: SendToBackground;
  /** The mark of a link or of something in it. */
  readonly markOf: (node: EventTarget) => Mark | undefined;
  readonly snapshot: () => Snapshot | null;
  readonly maker: () => BadgeMaker | undefined;
}

/** Where a click with these keys and this button opens a link; undefined for the place the page has chosen. */
function opensIn({ button, ctrlKey, metaKey, shiftKey }: MouseEvent) {
  if (button === 1 || ctrlKey || metaKey) return shiftKey ? 'tab' : 'background-tab';
  return shiftKey ? 'window' : undefined;
}

/**
 * Asks before a marked link opens. To be called for real clicks and presses of Enter, before anybody else sees them;
 * true where the event was held back.
 */
export function createQuestion(options: QuestionOptions) {
  const { document, send, markOf, snapshot, maker } = options;
  /** This site was asked about, or answered, before. */
  let answered = false;
  /** A question is open, or about to be. */
  let asking = false;

  /** Opens the link the way the held event would have. */
  function follow({ element, written }: Mark, event: UIEvent): void {
    const mouse = event as MouseEvent;
    const where = opensIn(mouse);
    const address = URL.parse(written, element.baseURI)?.href;
    if (where && address) void send({ type: 'open-url', url: address, in: where });
    // A click of a script: the page's handlers see it, once, and the browser follows the link.
    else
      element.dispatchEvent(
        new MouseEvent('click', {
          bubbles: true,
          cancelable: true,
          composed: true,
          view: window,
          altKey: mouse.altKey,
        }),
      );
  }

  function copy(text: string): void {
    const fill = (event: ClipboardEvent) => {
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    // The clipboard of `navigator` is missing on pages without https.
    window.addEventListener('copy', fill, { capture: true, once: true });
    DOCUMENT.execCommand.call(document, 'copy');
    window.removeEventListener('copy', fill, true);
  }

  function ask(mark: Mark, event: UIEvent, now: Snapshot): void {
    const { badge, written } = mark;
    if (!badge) return;
    maker()?.withCard(badge);
    const dialog = createPanel(options, 'dialog', 'card ask', now.confirmation, now, mark, (action) => {
      if (action === 'copy') copy(recognitionOf(mark).destination ?? written);
      dialog.close();
      if (action !== 'open') return;
      if (now.beforeOpen === 'once') {
        answered = true;
        void send({ type: 'confirmed' });
      }
      follow(mark, event);
    }) as HTMLDialogElement;
    dialog.onclose = () => {
      dialog.remove();
      asking = false;
    };
    badge.root.append(dialog);
    dialog.showModal();
    asking = true;
  }

  return (event: UIEvent): boolean => {
    const now = snapshot();
    if (!now || now.beforeOpen === 'never' || answered) return false;
    const { type } = event;
    const isPress = type === 'keydown' && (event as KeyboardEvent).key === 'Enter';
    if (!isPress && type !== 'click' && !(type === 'auxclick' && (event as MouseEvent).button === 1))
      return false;
    const mark = event.composedPath().map(markOf).find(Boolean);
    if (!mark?.badge || mark.embed) return false;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (asking) return true;
    if (now.beforeOpen === 'once') {
      asking = true;
      void send({ type: 'is-confirmed' }).then((before) => {
        answered = before === true;
        asking = false;
        if (answered) follow(mark, event);
        else ask(mark, event, now);
      });
    } else ask(mark, event, now);
    return true;
  };
}
