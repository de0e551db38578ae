import type { Translate } from '../i18n.ts';
import type { Snapshot } from '../snapshot.ts';
import type { BadgeMaker } from './badge.ts';
import { type Content, element } from './element.ts';
import type { Badge, Mark } from './mark.ts';
import type { FromFrame } from './protocol.ts';

export interface CardOptions {
  readonly document: Document;
  readonly t: Translate;
  /** BCP 47 tag and direction of the texts. */
  readonly locale: string;
  readonly direction: string;
  readonly send: (message: FromFrame) => void;
}

/** Smallest frame, in CSS pixels, in which a card can be read. */
const ROOM = { width: 220, height: 160 };
const GAP = 8;

/**
 * The card: one at a time, within the closed root of its badge, so that it adds nothing to the page, works in modal
 * dialogs of the page, and comes after its badge in reading and tab order. Shown in the top layer.
 */
export function createCard({ document, t, locale, direction, send }: CardOptions) {
  let open: { mark: Mark; badge: Badge; card: HTMLElement } | undefined;
  const make = <K extends keyof HTMLElementTagNameMap>(tag: K, name?: string, ...content: Content[]) =>
    element(document, tag, name, ...content);
  const line = (text: string, name?: string) => make('p', name, text);

  const button = (text: string, act: () => void) => {
    const made = make('button', '', text);
    made.type = 'button';
    made.onclick = (event) => event.isTrusted && act();
    return made;
  };

  /** What a link is: "Video by @handle", when uploaded, where it leads. */
  function about({ recognition: { kind, handle, uploadTime, via, destination }, embed }: Mark): Node {
    let title = t(`page_kind_${kind?.replaceAll('-', '_') as 'video'}`);
    if (handle) title = t('page_by', title, `@${handle}`);
    if (embed) title = t('page_embedded', title);
    const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
    const address = line(destination ?? '', 'address');
    address.dir = 'ltr';
    return make(
      'section',
      '',
      line(title, 'title'),
      uploadTime && line(t('page_uploaded', day.format(new Date(uploadTime))), 'soft'),
      via[0] && line(t('card_wrapped'), 'soft'),
      destination && address,
    );
  }

  const content = (mark: Mark, { verdict, restrictions, response, register }: Snapshot): Node[] => [
    make('h2', '', make('i'), verdict.word),
    line(verdict.sentence),
    ...verdict.notes.map((note) => line(note, 'soft')),
    about(mark),
    make(
      'section',
      '',
      ...restrictions.flatMap(({ id, title, line: text }) => [
        make(
          'p',
          'title gap',
          button(title, () => send({ type: 'open', page: 'register', record: id })),
        ),
        line(text, 'soft'),
      ]),
    ),
    make('section', '', line(t('card_response'), 'title'), line(response)),
    make(
      'section',
      'row',
      button(t('card_more'), () => send({ type: 'open', page: 'register' })),
      button(t('card_close'), () => close(true)),
      line(register, 'soft'),
    ),
  ];

  /** Below its badge, else above, never beyond the edges of the frame. */
  function position(): void {
    if (!open) return;
    const { card, badge } = open;
    const { top, bottom, left, right } = badge.host.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = card;
    const within = (value: number, room: number) => `${Math.max(GAP, Math.min(value, room - GAP))}px`;
    const below = bottom + GAP + height <= innerHeight || top < GAP + height;
    card.style.top = within(below ? bottom + GAP : top - GAP - height, innerHeight - height);
    card.style.left = within(direction === 'rtl' ? right - width + GAP : left - GAP, innerWidth - width);
  }

  function close(focusBack?: boolean): void {
    if (!open) return;
    const { badge, card } = open;
    open = undefined;
    card.remove();
    badge.button.ariaExpanded = null;
    if (focusBack) badge.button.focus({ preventScroll: true });
  }

  return {
    /** The mark whose card is open. */
    current: (): Mark | undefined => open?.mark,
    close,
    position,
    /**
     * Opens the card at a badge.
     *
     * @param focus moves the focus into the card; without, the card is only looked at
     */
    open(mark: Mark, focus: boolean, snapshot: Snapshot, maker: BadgeMaker): void {
      const { badge } = mark;
      if (!badge) return;
      if (innerWidth < ROOM.width || innerHeight < ROOM.height) {
        if (focus) send({ type: 'open', page: 'popup' });
        return;
      }
      if (open?.mark !== mark) {
        close();
        maker.withCard(badge);
        const card = make('div', 'card', ...content(mark, snapshot));
        open = { mark, badge, card };
        card.popover = 'manual';
        card.tabIndex = -1;
        card.dir = direction;
        card.lang = locale;
        card.role = 'dialog';
        card.ariaLabel = snapshot.verdict.word;
        badge.root.append(card);
        card.showPopover();
        badge.button.ariaExpanded = 'true';
        position();
      }
      if (focus) open?.card.focus({ preventScroll: true });
    },
  };
}

export type Card = ReturnType<typeof createCard>;
