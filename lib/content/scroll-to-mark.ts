import type { Mark } from './mark.ts';
import { shownBy } from './surroundings.ts';

/**
 * Scrolls to a link, and lets an outline around it fade. An animation of its own needs neither an attribute nor a node in
 * the page, and ends by itself.
 */
export function scrollToMark(mark: Mark): void {
  const shown = shownBy(mark) ?? mark.element;
  const outline = (color: string) => ({ outline: `3px solid ${color}`, outlineOffset: '3px' });
  shown.scrollIntoView({ block: 'center', behavior: 'instant' });
  shown.animate([outline('#44699c'), outline('#44699c'), outline('#44699c00')], 2500);
}

/** Puts the focus on the badge of a mark, or on its link where that has none. */
export function focusAt({ badge, element }: Mark): void {
  (badge?.host ?? (element as HTMLElement)).focus({ preventScroll: true });
}
