/** Does an element stand still while the page scrolls? */
function isHeld(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement)
    if (/sticky|fixed/.test(getComputedStyle(at).position)) return true;
  return false;
}

/**
 * Brings what the keyboard leads to wholly into sight, past what stays in sight above and below it. Firefox
 * 153 scrolls only to what is wholly out of sight, and so leaves it half covered.
 */
export function keepFocusInSight(): void {
  addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement && target.matches(':focus-visible') && !isHeld(target))
      target.scrollIntoView({ block: 'nearest' });
  });
}
