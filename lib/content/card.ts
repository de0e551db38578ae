import type { SendToBackground } from '../messages/content-end.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { BadgeMaker } from './badge.ts';
import type { Badge, Mark } from './mark.ts';
import { createPanel, type PanelOptions } from './panel.ts';

/** Smallest frame, in CSS pixels, in which a card can be read. */
const ROOM = { width: 220, height: 160 };
const GAP = 8;

/**
 * The card: one at a time, within the closed root of its badge, so that it adds nothing to the page, works in modal
 * dialogs of the page, and comes after its badge in reading and tab order. Shown in the top layer.
 */
export function createCard(options: PanelOptions & { readonly send: SendToBackground }) {
  const { send } = options;
  let open: { mark: Mark; badge: Badge; card: HTMLElement } | undefined;

  /** Below its badge, else above, never beyond the edges of the frame. */
  function reposition(): void {
    if (!open) return;
    const { card, badge } = open;
    const { top, bottom, left, right } = badge.host.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = card;
    const within = (value: number, room: number) => `${Math.max(GAP, Math.min(value, room - GAP))}px`;
    const below = bottom + GAP + height <= innerHeight || top < GAP + height;
    card.style.top = within(below ? bottom + GAP : top - GAP - height, innerHeight - height);
    card.style.left = within(card.dir === 'rtl' ? right - width + GAP : left - GAP, innerWidth - width);
  }

  function close(focusBack?: boolean): void {
    if (!open) return;
    const { badge, card } = open;
    open = undefined;
    card.remove();
    badge.button.ariaExpanded = null;
    if (focusBack) badge.button.focus({ preventScroll: true });
  }

  function act(action: string, record: string): void {
    if (action === 'close') close(true);
    else if (action === 'set-up') void send({ type: 'open', page: 'set-up' });
    else void send({ type: 'open', page: 'register', ...(record && { record }) });
  }

  return {
    /** The mark whose card is open. */
    current: (): Mark | undefined => open?.mark,
    close,
    reposition,
    /** The page has changed: a card that a browser hid, as its place was moved, goes for good. */
    review(): void {
      if (open && !open.card.matches(':popover-open')) close();
    },
    /**
     * Opens the card at a badge.
     *
     * @param focus moves the focus into the card; without, the card is only looked at
     */
    open(mark: Mark, focus: boolean, snapshot: Snapshot, maker: BadgeMaker): void {
      const { badge } = mark;
      if (!badge) return;
      if (innerWidth < ROOM.width || innerHeight < ROOM.height) {
        if (focus) void send({ type: 'open', page: 'popup' });
        return;
      }
      if (open?.mark !== mark) {
        close();
        maker.withCard(badge);
        const card = createPanel(options, 'div', 'card', snapshot.card, snapshot, mark, act);
        open = { mark, badge, card };
        card.popover = 'manual';
        card.tabIndex = -1;
        card.role = 'dialog';
        badge.root.append(card);
        card.showPopover();
        badge.button.ariaExpanded = 'true';
        reposition();
      }
      if (focus) open?.card.focus({ preventScroll: true });
    },
  };
}

export type Card = ReturnType<typeof createCard>;
