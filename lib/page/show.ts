import type { BadgeMaker } from './badge.ts';
import { element } from './element.ts';
import type { Mark } from './mark.ts';

const MILLISECONDS = 2400;
const MARGIN = 5;

/** Scrolls to a link, puts the focus on its badge, and draws a frame around it for a moment. */
export function show(
  document: Document,
  { place, badge, target }: Mark,
  maker: BadgeMaker | undefined,
): void {
  const shown = place?.anchor ?? target;
  shown.scrollIntoView({ block: 'center', behavior: 'instant' });
  if (!badge) return;
  badge.button.focus({ preventScroll: true });
  maker?.withCard(badge);
  const { left, top, width, height } = shown.getBoundingClientRect();
  const frame = element(document, 'div', 'frame');
  frame.popover = 'manual';
  frame.style.cssText = `left:${left - MARGIN}px;top:${top - MARGIN}px;width:${width + 2 * MARGIN}px;height:${height + 2 * MARGIN}px`;
  badge.root.append(frame);
  frame.showPopover();
  setTimeout(() => frame.remove(), MILLISECONDS);
}
