import type { SendToBackground } from '../messages/content-end.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { BadgeMaker } from './badge.ts';
import { findIn, recognitionOf } from './find.ts';
import type { Badge, Mark } from './mark.ts';
import { type PanelOptions, panelContent } from './panel.ts';
import { createPrivateFrame, type PrivateFrame } from './private-frame/opener.ts';
import { hasRoomForPanel } from './private-frame/room.ts';
import { isTooLong } from './too-long.ts';

export interface QuestionOptions extends PanelOptions {
  readonly send: SendToBackground;
  /** The mark of a link or of something in it. */
  readonly markOf: (node: EventTarget) => Mark | undefined;
  readonly snapshot: () => Snapshot | null;
  readonly maker: () => BadgeMaker | undefined;
}

/** Milliseconds that a click waits for the background to say whether this site was asked about before. */
const PATIENCE = 1000;

/** Where a click with these keys and this button opens a link; undefined for the place the page has chosen. */
function opensIn({ button, ctrlKey, metaKey, shiftKey }: MouseEvent) {
  if (button === 1 || ctrlKey || metaKey) return shiftKey ? 'tab' : 'background-tab';
  return shiftKey ? 'window' : undefined;
}

/** The URL to which a link leads now. */
const urlOf = ({ element, written }: Mark): string | undefined => URL.parse(written, element.baseURI)?.href;

/** A question that was asked; whether it still stands, its dialog says. */
interface Asked {
  readonly mark: Mark;
  readonly badge: Badge;
  readonly frame: PrivateFrame;
  readonly dialog: HTMLDialogElement;
  /** The URL that it is about. */
  readonly url: string | undefined;
}

const isStanding = ({ frame, dialog }: Asked): boolean => frame.isWhole() && dialog.matches(':modal');

/** Whether the link is the one that was asked about, and leads where it did. */
const isSame = ({ mark, badge, url }: Asked): boolean =>
  mark.element.isConnected &&
  mark.badge === badge &&
  findIn(mark.element, mark) === mark &&
  urlOf(mark) === url;

/**
 * Asks before a marked link opens. One question at a time: the latest click or press counts, so that no question that
 * got lost keeps later ones from being asked.
 */
export function createQuestion(options: QuestionOptions) {
  const { document, t, send, markOf, snapshot, maker } = options;
  /** This site was asked about, or answered, before. */
  let answered = false;
  let asked: Asked | undefined;
  /** The held event that waits for the background. */
  let waiting: UIEvent | undefined;

  /** Opens the link the way the held event would have. */
  function follow(element: Element, url: string | undefined, event: UIEvent): void {
    const mouse = event as MouseEvent;
    const where = opensIn(mouse);
    if (where && url) void send({ type: 'open-url', url, in: where });
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

  /** Takes the question away; where a mark is given, only the one about it. */
  function close(about = asked?.mark): void {
    if (!asked || asked.mark !== about) return;
    const { dialog, frame } = asked;
    asked = undefined;
    // Gives the focus back.
    dialog.close();
    frame.remove();
  }

  /** Where there is no place for the question, the popup asks it. */
  function handOver(mark: Mark, url: string | undefined): void {
    const about = url ?? recognitionOf(mark).destination ?? '';
    void send({ type: 'confirm-in-popup', ...(isTooLong(about) ? {} : { url: about }) });
  }

  function ask(mark: Mark, event: UIEvent, now: Snapshot): void {
    const { badge } = mark;
    if (!badge) return;
    const url = urlOf(mark);
    if (!hasRoomForPanel()) {
      handOver(mark, url);
      return;
    }
    const act = (action: string) => {
      const mayOpen = isSame(question);
      close(mark);
      if (action !== 'open' || !mayOpen) return;
      if (now.beforeOpen === 'once') {
        answered = true;
        void send({ type: 'confirmed' });
      }
      follow(mark.element, url, event);
    };
    const gone = () => {
      // The event comes late: the next question may be there by then.
      if (asked === question) close();
    };
    const frame = createPrivateFrame({
      document,
      box: 'dialog',
      title: t('menu_about_link'),
      sheet: now.sheets.frame,
      key: now.key,
      onShown: () => frame.focus(),
      onAct: act,
      onLost: () => {
        if (asked !== question) return;
        close();
        handOver(mark, url);
      },
    });
    const dialog = frame.box as HTMLDialogElement;
    const question: Asked = { mark, badge, frame, dialog, url };
    asked = question;
    dialog.onclose = gone;
    maker()?.hold(badge, frame.host);
    dialog.showModal();
    frame.draw({ panel: panelContent('confirmation', mark, now, t), personal: now.personal });
    // A dialog within something that the page hides, as a menu does after a click, is not seen; but it still keeps the
    // person from the rest of the page.
    const sizes = new ResizeObserver(() => {
      if (dialog.offsetWidth) return;
      sizes.disconnect();
      gone();
    });
    sizes.observe(dialog);
  }

  async function askOnce(mark: Mark, event: UIEvent, now: Snapshot): Promise<void> {
    waiting = event;
    const late = new Promise((done) => setTimeout(done, PATIENCE));
    const before = await Promise.race([send({ type: 'is-confirmed' }), late]);
    // Another click came, or the marks have changed.
    if (waiting !== event || snapshot() !== now || !mark.element.isConnected) return;
    answered = before === true;
    if (answered) follow(mark.element, urlOf(mark), event);
    else ask(mark, event, now);
  }

  return {
    /** For real clicks and presses of Enter, before anybody else sees them; true where the event was held back. */
    hold(event: UIEvent): boolean {
      const now = snapshot();
      if (!now || now.beforeOpen === 'never' || answered) return false;
      const { type } = event;
      const isPress = type === 'keydown' && (event as KeyboardEvent).key === 'Enter';
      if (!isPress && type !== 'click' && !(type === 'auxclick' && (event as MouseEvent).button === 1))
        return false;
      const mark = event.composedPath().map(markOf).find(Boolean);
      if (!mark?.badge || mark.embed) return false;
      // The page's base may be another than when the link was read.
      const found = findIn(mark.element);
      if (!found) return false;
      mark.recognition = found.recognition;
      event.preventDefault();
      event.stopImmediatePropagation();
      close();
      if (now.beforeOpen === 'once') void askOnce(mark, event, now);
      else ask(mark, event, now);
      return true;
    },
    close,
    /** The mark whose question is shown. */
    current: (): Mark | undefined => (asked && isStanding(asked) ? asked.mark : undefined),
    /** The page has changed: what is no longer shown, or no longer true, goes. */
    review(): void {
      if (asked && !(isStanding(asked) && isSame(asked))) close();
    },
  };
}

export type Question = ReturnType<typeof createQuestion>;
