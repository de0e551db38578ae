import { addCaptureListener } from './capture-listener.ts';
import type { Card } from './card.ts';
import type { Question } from './confirm-before-open.ts';
import type { Mark } from './mark.ts';

/** Milliseconds that the pointer rests on a badge before the card opens, and may be away before it closes. */
const INTENT = 300;
const GRACE = 350;

/**
 * Events at a badge that the page would otherwise see at whatever lies around it: a card that is one large button, a
 * list that is dragged, keys that a page has taken for itself.
 */
const SHIELDED =
  'click auxclick dblclick contextmenu pointerdown pointerup mousedown mouseup touchstart touchend keydown keypress keyup';

export interface PointingOptions {
  readonly markOf: (host: EventTarget) => Mark | undefined;
  readonly card: Card;
  readonly question: Question;
  readonly open: (mark: Mark, focus: boolean) => void;
  /** Called at the first sign that a card may be wanted. */
  readonly prepare: (mark: Mark) => void;
  /** Whether the pointer's rest on a badge opens the card, and not only a click. */
  readonly opensOnHover: () => boolean;
  readonly signal: AbortSignal;
}

/**
 * Brings pointer and keys to badges and card. Only what a person does counts: events made by a page's script are left
 * alone and do nothing.
 *
 * @returns a function to be called for the window, whenever its listeners may be gone, and for each shadow root that
 * holds badges: a closed root hides from all above it at which of its elements an event happened
 */
export function createPointing({
  markOf,
  card,
  question,
  open,
  prepare,
  opensOnHover,
  signal,
}: PointingOptions) {
  const listening = new WeakSet<EventTarget>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pointed: Mark | undefined;
  /** The card was opened by pointing and goes when the pointer goes. */
  let passing = false;

  /** The mark at which an event happened: at the badge itself, or at the frame in it. */
  const markAt = (event: Event): Mark | undefined =>
    event
      .composedPath()
      .slice(0, 2)
      .map((node) => markOf(node))
      .find(Boolean);
  const later = (work: () => void, milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(work, milliseconds);
  };
  const enter = (mark: Mark, focus: boolean) => {
    clearTimeout(timer);
    passing = !focus;
    open(mark, focus);
  };

  function shield(event: Event): void {
    if (!event.isTrusted) return;
    const { type } = event;
    const mark = markAt(event);
    // A mark may lie within its link.
    if (!mark && question.hold(event as UIEvent)) {
      card.close();
      return;
    }
    const current = card.current();
    const key = type === 'keydown' ? (event as KeyboardEvent).key : '';
    const isEscape = !!current && key === 'Escape';
    if (isEscape) card.close(!passing || mark === current);
    else if (!mark) {
      if (type === 'pointerdown') card.close();
      return;
    }
    const isAtBadge = !!mark && event.composedPath()[0] === mark.badge?.host;
    const isPress = isAtBadge && (key === 'Enter' || key === ' ');
    // What does not press it (Tab, the next link) is the page's.
    if (type === 'keydown' && !isPress && !isEscape) return;
    event.stopImmediatePropagation();
    // The focus goes to the card at once: a badge that is hidden from screen readers may not have it.
    if (/click$|mousedown/.test(type) || isEscape || isPress) event.preventDefault();
    if (!mark || !isAtBadge || !(type === 'click' || (isPress && !(event as KeyboardEvent).repeat))) return;
    // A card that is only looked at stays, one that was opened closes.
    if (card.current() === mark && !passing) card.close(true);
    else enter(mark, true);
  }

  function focused(event: Event): void {
    const mark = event.isTrusted && markAt(event);
    if (mark) prepare(mark);
    else card.release();
  }

  /** A menu that closes when the focus leaves it is not left when that goes from a badge into the card at it. */
  function left(event: Event): void {
    const mark = event.isTrusted && markAt(event);
    if (mark && mark === card.current() && !passing) event.stopImmediatePropagation();
  }

  function over(event: Event): void {
    if (!event.isTrusted || (event as PointerEvent).pointerType !== 'mouse') return;
    const mark = markAt(event);
    if (mark === pointed) return;
    pointed = mark;
    clearTimeout(timer);
    if (mark) prepare(mark);
    else card.release();
    // A page that scrolls under a resting pointer is no wish to read.
    if (mark && mark !== card.current() && opensOnHover())
      mark.badge?.host.addEventListener('pointermove', () => later(intend, INTENT), { once: true, signal });
    else if (!mark && passing) later(card.close, GRACE);
  }

  function intend(): void {
    if (pointed && (passing || !card.current())) enter(pointed, false);
  }

  return (target: EventTarget): void => {
    if (target !== window && listening.has(target)) return;
    listening.add(target);
    addCaptureListener(target, SHIELDED, shield, signal);
    addCaptureListener(target, 'pointerover', over, signal);
    addCaptureListener(target, 'focusin', focused, signal);
    addCaptureListener(target, 'focusout', left, signal);
    addCaptureListener(target, 'scroll', card.reposition, signal);
  };
}
