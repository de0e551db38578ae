import { element } from './element.ts';
import type { Mark } from './mark.ts';

const STYLE = `
.shown{all:initial;position:fixed;inset:auto;box-sizing:border-box;pointer-events:none;border:3px solid #44699c;border-radius:6px;outline:2px solid #fff;background:#44699c22;animation:fade .5s 1.8s forwards}
@keyframes fade{to{opacity:0}}
@media (forced-colors:active){.shown{border-color:Highlight}}`;
const SECONDS = 2.4;

/** Scrolls to a marked link, puts the focus on its badge, and draws a frame around it for a moment. */
export function show(document: Document, { place, badge, target }: Mark): void {
  const shown = place?.anchor ?? target;
  shown.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  if (!badge) return;
  badge.button.focus({ preventScroll: true });
  const { left, top, width, height } = shown.getBoundingClientRect();
  const frame = element(document, 'div', 'shown');
  const style = element(document, 'style', '', STYLE);
  frame.popover = 'manual';
  frame.style.cssText = `left:${left - 5}px;top:${top - 5}px;width:${width + 10}px;height:${height + 10}px`;
  badge.root.append(style, frame);
  frame.showPopover();
  setTimeout(() => {
    frame.remove();
    style.remove();
  }, SECONDS * 1000);
}
