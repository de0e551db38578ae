import type { Translate } from '../i18n.ts';
import type { Snapshot } from '../snapshot.ts';
import { CARD_STYLE } from './card-style.ts';
import { element } from './element.ts';
import type { Mark } from './mark.ts';
import type { FromFrame } from './protocol.ts';
import { COLOURS, SHAPES } from './shapes.ts';

export interface CardOptions {
  readonly document: Document;
  readonly t: Translate;
  /** BCP 47 tag and direction of the texts. */
  readonly locale: string;
  readonly direction: string;
  readonly snapshot: () => Snapshot;
  readonly send: (message: FromFrame) => void;
}

/** What a link is, in words: "Video by @handle". */
export function titleOf(t: Translate, { recognition: { kind, handle }, embed }: Mark): string {
  const what = t(`page_kind_${(kind ?? 'other').replaceAll('-', '_') as 'video'}`);
  const named = handle ? t('page_by', what, `@${handle}`) : what;
  return embed ? t('page_embedded', named) : named;
}

/** Smallest frame, in CSS pixels, in which a card can be read. */
const ROOM = { width: 220, height: 160 };
const GAP = 8;

/**
 * The card: one at a time, within the closed root of its badge, so that it adds nothing to the page, works in modal
 * dialogs of the page, and comes after its badge in reading and tab order. Shown in the top layer.
 */
export function createCard({ document, t, locale, direction, snapshot, send }: CardOptions) {
  let open: { mark: Mark; card: HTMLElement } | undefined;
  let sheet: CSSStyleSheet | undefined;
  const make = element.bind(null, document) as <K extends keyof HTMLElementTagNameMap>(
    tag: K,
    name?: string,
    ...content: (Node | string | false | null)[]
  ) => HTMLElementTagNameMap[K];

  const button = (name: string, text: string, act: () => void) => {
    const made = make('button', name, text);
    made.type = 'button';
    made.addEventListener('click', (event) => event.isTrusted && act());
    return made;
  };

  function content(mark: Mark): Node[] {
    const { verdict, restrictions, response, register } = snapshot();
    const { uploadTime, via, destination } = mark.recognition;
    const icon = make('i');
    icon.style.cssText = `${SHAPES[verdict.level]};color:${COLOURS[verdict.level]}`;
    const address = make('p', 'address', destination ?? '');
    address.dir = 'ltr';
    const heading = make('h2', '', icon, verdict.word);
    heading.id = 'h';
    return [
      heading,
      make('p', '', verdict.sentence),
      ...verdict.notes.map((note) => make('p', 'soft', note)),
      make(
        'div',
        'part',
        make('p', 'title', titleOf(t, mark)),
        uploadTime &&
          make(
            'p',
            'soft',
            t(
              'page_uploaded',
              new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
                new Date(uploadTime),
              ),
            ),
          ),
        via.length > 0 && make('p', 'soft', t('card_wrapped')),
        destination !== null && address,
      ),
      ...(restrictions.length
        ? [
            make(
              'ul',
              'part',
              ...restrictions.slice(0, 3).map(({ id, title, line }) =>
                make(
                  'li',
                  '',
                  button('title', title, () => send({ type: 'open', page: 'register', record: id })),
                  make('p', 'soft', line),
                ),
              ),
            ),
          ]
        : []),
      make('div', 'part', make('p', 'title', t('card_response')), make('p', '', response)),
      make(
        'div',
        'part row',
        button('act', t('card_more'), () => send({ type: 'open', page: 'register' })),
        button('act', t('card_close'), () => close(true)),
        make('p', 'soft', register),
      ),
    ];
  }

  /** Below its badge, else above, never beyond the edges of the frame. */
  function position(): void {
    if (!open) return;
    const { card, mark } = open;
    const at = mark.badge?.host.getBoundingClientRect();
    if (!at) return;
    const { offsetWidth, offsetHeight } = card;
    const { clientWidth, clientHeight } = { clientWidth: innerWidth, clientHeight: innerHeight };
    const below = at.bottom + GAP;
    const above = at.top - GAP - offsetHeight;
    const top = below + offsetHeight <= clientHeight || above < 0 ? below : above;
    const start = direction === 'rtl' ? at.right - offsetWidth + GAP : at.left - GAP;
    const within = (value: number, size: number, room: number) =>
      Math.max(GAP, Math.min(value, room - size - GAP));
    card.style.left = `${within(start, offsetWidth, clientWidth)}px`;
    card.style.top = `${within(top, offsetHeight, clientHeight)}px`;
  }

  function close(focusBack = false): void {
    if (!open) return;
    const { mark, card } = open;
    open = undefined;
    card.remove();
    const own = mark.badge?.button;
    own?.removeAttribute('aria-expanded');
    if (focusBack) own?.focus({ preventScroll: true });
  }

  return {
    /** The mark whose card is open. */
    current: (): Mark | undefined => open?.mark,
    close,
    position,
    /** Whether the focus is in the card. */
    hasFocus: (): boolean => !!open?.mark.badge?.root.activeElement?.closest('.card'),
    /**
     * Opens the card at a badge.
     *
     * @param focus moves the focus into the card; without, the card is only looked at
     */
    open(mark: Mark, focus: boolean): void {
      if (!mark.badge) return;
      if (innerWidth < ROOM.width || innerHeight < ROOM.height) {
        if (focus) send({ type: 'open', page: 'popup' });
        return;
      }
      if (open?.mark !== mark) {
        close();
        const { root, button: own } = mark.badge;
        if (!sheet) {
          sheet = new CSSStyleSheet();
          sheet.replaceSync(CARD_STYLE);
        }
        if (!root.adoptedStyleSheets.includes(sheet))
          root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
        const card = make('div', 'card', ...content(mark));
        card.popover = 'manual';
        card.tabIndex = -1;
        card.dir = direction;
        card.lang = locale;
        card.setAttribute('role', 'dialog');
        card.setAttribute('aria-labelledby', 'h');
        root.append(card);
        card.showPopover();
        own.setAttribute('aria-expanded', 'true');
        open = { mark, card };
        position();
      }
      if (focus) open?.card.focus({ preventScroll: true });
    },
  };
}

export type Card = ReturnType<typeof createCard>;
