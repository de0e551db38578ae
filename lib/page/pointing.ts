import type { Card } from './card.ts';
import type { Mark } from './mark.ts';

/** Milliseconds that the pointer rests on a badge before the card opens, and may be away before it closes. */
const INTENT = 300;
const GRACE = 350;

/**
 * Events at a badge that the page would otherwise see at whatever lies around it: a card that is one large button, a
 * list that is dragged, keys that a page has taken for itself.
 */
const SHIELDED = [
  'click',
  'auxclick',
  'dblclick',
  'contextmenu',
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'touchstart',
  'touchend',
  'keydown',
  'keypress',
  'keyup',
] as const;

/**
 * Brings pointer and keys to badges and card. Only what a person does counts: events made by a page's script are left
 * alone and do nothing.
 *
 * @returns `listen`, to be called for the window and for each shadow root that holds badges: a closed root hides
 * from all above it at which of its elements an event happened
 */
export function createPointing(
  markOf: (host: EventTarget) => Mark | undefined,
  card: Card,
  signal: AbortSignal,
) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pointed: Mark | undefined;
  /** The card was opened by pointing and goes when the pointer goes. */
  let passing = false;

  const markAt = (event: Event): Mark | undefined => {
    const [first] = event.composedPath();
    return first && markOf(first);
  };

  function shielded(event: Event): void {
    if (!event.isTrusted) return;
    if (event.type === 'keydown' && (event as KeyboardEvent).key === 'Escape' && card.current()) {
      event.stopImmediatePropagation();
      event.preventDefault();
      card.close(!passing || card.hasFocus());
      return;
    }
    const mark = markAt(event);
    if (event.type === 'pointerdown' && mark !== card.current()) card.close();
    if (!mark) return;
    if (mark === card.current()) {
      // On its way into the card; stopped again where it comes out (see `guard`).
      guard(mark);
      return;
    }
    event.stopImmediatePropagation();
    if (event.type === 'click' || event.type === 'auxclick') {
      event.preventDefault();
      if (event.type === 'click') {
        clearTimeout(timer);
        passing = false;
        card.open(mark, true);
      }
    }
  }

  const guarded = new WeakSet<Mark>();
  function guard(mark: Mark): void {
    const badge = mark.badge;
    if (!badge || guarded.has(mark)) return;
    guarded.add(mark);
    for (const type of SHIELDED)
      badge.host.addEventListener(
        type,
        (event) => {
          event.stopPropagation();
          if (type === 'click' || type === 'auxclick') event.preventDefault();
        },
        { signal },
      );
    badge.root.addEventListener(
      'click',
      (event) => {
        if (!event.isTrusted) return;
        // At the badge itself a card that is only looked at stays, one that was opened closes.
        if (event.target === mark.badge?.button) {
          if (passing) card.open(mark, true);
          else card.close(true);
        }
        passing = false;
      },
      { signal },
    );
  }

  function over(event: Event): void {
    if (!event.isTrusted || (event as PointerEvent).pointerType !== 'mouse') return;
    const mark = markAt(event);
    if (mark === pointed) return;
    pointed = mark;
    clearTimeout(timer);
    const current = card.current();
    if (mark && mark === current) return;
    if (mark) {
      // A page that scrolls under a resting pointer is no wish to read.
      mark.badge?.host.addEventListener('pointermove', intent, { once: true, signal });
    } else if (current && passing) {
      timer = setTimeout(() => card.close(), GRACE);
    }
  }

  function intent(): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!pointed?.badge?.host.isConnected || (card.current() && !passing)) return;
      card.open(pointed, false);
      passing = card.current() === pointed;
      guard(pointed);
    }, INTENT);
  }

  signal.addEventListener('abort', () => clearTimeout(timer));

  return {
    listen(target: EventTarget): void {
      for (const type of SHIELDED)
        target.addEventListener(type, shielded, { capture: true, signal, passive: type.startsWith('touch') });
      target.addEventListener('pointerover', over, { capture: true, signal, passive: true });
    },
    /** Opens the card as if its badge had been clicked. */
    open(mark: Mark): void {
      passing = false;
      card.open(mark, true);
    },
  };
}
