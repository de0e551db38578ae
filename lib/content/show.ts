import type { Mark } from './mark.ts';

/**
 * Scrolls to a link, puts the focus on its badge, and lets an outline around the link fade. An animation of its own
 * needs neither an attribute nor a node in the page, and ends by itself.
 */
export function show({ place, badge, element }: Mark): void {
  const shown = place?.anchor ?? element;
  const outline = (color: string) => ({ outline: `3px solid ${color}`, outlineOffset: '3px' });
  shown.scrollIntoView({ block: 'center', behavior: 'instant' });
  badge?.host.focus({ preventScroll: true });
  shown.animate([outline('#44699c'), outline('#44699c'), outline('#44699c00')], 2500);
}
