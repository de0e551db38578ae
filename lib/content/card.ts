import type { SendToBackground } from '../messages/content-end.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { BadgeMaker } from './badge.ts';
import type { Badge, Mark } from './mark.ts';
import { type PanelOptions, panelContent } from './panel.ts';
import { createPrivateFrame, type PrivateFrame } from './private-frame/opener.ts';
import { hasRoomForPanel } from './private-frame/room.ts';

const GAP = 8;

interface Opened {
  readonly mark: Mark;
  readonly badge: Badge;
  readonly frame: PrivateFrame;
  readonly snapshot: Snapshot;
  /** The card is wanted, and not only made ready. */
  isOpen: boolean;
}

/**
 * The card: one at a time, in a private frame. The frame is a child of the badge's element, so that it works in modal
 * dialogs of the page, and comes after its badge in reading and tab order. Shown in the top layer.
 */
export function createCard(
  options: PanelOptions & {
    readonly send: SendToBackground;
    /** Lets the badge of a mark take the focus. */
    readonly lend: (mark: Mark) => void;
  },
) {
  const { document, t, send, lend } = options;
  let made: Opened | undefined;

  /** Below its badge, else above, never beyond the edges of the frame. */
  function reposition(): void {
    if (!made?.isOpen) return;
    const { frame, badge, snapshot } = made;
    const { top, bottom, left, right } = badge.host.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height, style } = frame.box;
    // Without a scroll bar that takes room.
    const { clientWidth, clientHeight } = document.scrollingElement ?? document.documentElement;
    const view = { width: Math.min(innerWidth, clientWidth), height: Math.min(innerHeight, clientHeight) };
    const within = (value: number, room: number) => `${Math.max(GAP, Math.min(value, room - GAP))}px`;
    const isBelow = bottom + GAP + height <= view.height || top < GAP + height;
    style.top = within(isBelow ? bottom + GAP : top - GAP - height, view.height - height);
    style.left = within(snapshot.direction === 'rtl' ? right - width + GAP : left - GAP, view.width - width);
  }

  /** Takes away the card, or what was made ready for it; where a mark is given, only what is for that one. */
  function drop(about = made?.mark): void {
    if (!made || made.mark !== about) return;
    const { frame, badge } = made;
    made = undefined;
    frame.remove();
    badge.host.ariaExpanded = null;
  }

  function close(focusBack?: boolean): void {
    if (!made?.isOpen) return;
    const { mark, badge } = made;
    if (focusBack) {
      lend(mark);
      // Before the frame goes: a browser would take the focus out of it to nowhere, and so out of a menu of the page.
      badge.host.focus({ preventScroll: true });
    }
    drop();
  }

  function act(action: string, record: string): void {
    if (action === 'close') close(true);
    else if (action === 'set-up') void send({ type: 'open', page: 'set-up' });
    else void send({ type: 'open', page: 'register', ...(record && { record }) });
  }

  /** Where the page lets no frame be, the popup says the same. */
  function onLost(): void {
    const wasWanted = made?.isOpen;
    drop();
    if (wasWanted) void send({ type: 'open', page: 'popup' });
  }

  function make(mark: Mark, badge: Badge, snapshot: Snapshot, maker: BadgeMaker): Opened {
    drop();
    const frame = createPrivateFrame({
      document,
      box: 'div',
      title: t('menu_about_link'),
      sheet: snapshot.sheets.frame,
      key: snapshot.key,
      onShown: reposition,
      onAct: act,
      onLost,
    });
    frame.box.popover = 'manual';
    // Its place is in pixels of the view, whatever part of the page is zoomed.
    frame.box.style.zoom = `${1 / (badge.host.currentCSSZoom ?? 1)}`;
    const opened: Opened = { mark, badge, frame, snapshot, isOpen: false };
    made = opened;
    maker.hold(badge, frame.host);
    frame.box.showPopover();
    return opened;
  }

  return {
    /** The mark whose card is open. */
    current: (): Mark | undefined => (made?.isOpen ? made.mark : undefined),
    close,
    drop,
    reposition,
    /** The page has changed: a card that a browser hid, as its place was moved, goes for good. */
    review(): void {
      if (made && !(made.frame.isWhole() && made.frame.box.matches(':popover-open'))) drop();
    },
    /** At the first sign that a card may be wanted: makes its frame, which takes longest. */
    prepare(mark: Mark, snapshot: Snapshot, maker: BadgeMaker): void {
      if (mark.badge && !made?.isOpen && made?.mark !== mark && hasRoomForPanel())
        make(mark, mark.badge, snapshot, maker);
    },
    /** What was made ready is not wanted after all. */
    release(): void {
      if (made && !made.isOpen) drop();
    },
    /**
     * Opens the card at a badge.
     *
     * @param focus moves the focus into the card; without, the card is only looked at
     */
    open(mark: Mark, focus: boolean, snapshot: Snapshot, maker: BadgeMaker): void {
      const { badge } = mark;
      if (!badge) return;
      if (!hasRoomForPanel()) {
        if (focus) void send({ type: 'open', page: 'popup' });
        return;
      }
      const opened = made?.mark === mark && made.frame.isWhole() ? made : make(mark, badge, snapshot, maker);
      if (!opened.isOpen) {
        opened.isOpen = true;
        badge.host.ariaExpanded = 'true';
        opened.frame.draw({ panel: panelContent('card', mark, snapshot, t), personal: snapshot.personal });
        reposition();
      }
      if (!focus) return;
      // By way of the badge: of a focus that goes into a frame, the page is not told that it stays within its menu.
      badge.host.focus({ preventScroll: true });
      opened.frame.focus();
    },
  };
}

export type Card = ReturnType<typeof createCard>;
