import type { Snapshot } from '../snapshot.ts';
import { element } from './element.ts';
import type { Badge } from './mark.ts';
import type { Position } from './place.ts';

/** The badge's element. Not a custom element: browsers give extensions no registry, and none is needed. */
export const BADGE_TAG = 'tiktok-policy-mark';

/**
 * Makes badges that share their style sheets, so that a badge costs an element, a root and a button. The element has
 * the same attributes for every verdict.
 */
export function createBadgeMaker(document: Document) {
  const sheets = {
    badge: new CSSStyleSheet(),
    over: new CSSStyleSheet(),
    card: new CSSStyleSheet(),
  };
  const template = element(document, BADGE_TAG as 'div');
  template.translate = false;
  let button = element(document, 'button');
  const newButton = () => button.cloneNode(true) as HTMLButtonElement;

  return {
    make(position: Position): Badge {
      const host = template.cloneNode() as HTMLElement;
      const root = host.attachShadow({ mode: 'closed' });
      root.adoptedStyleSheets = /over|below/.test(position) ? [sheets.badge, sheets.over] : [sheets.badge];
      const own = newButton();
      root.append(own);
      return { host, root, button: own };
    },
    /** Adds the rules of the card to a badge's root; most badges never need them. */
    withCard({ root }: Badge): void {
      if (!root.adoptedStyleSheets.includes(sheets.card))
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheets.card];
    },
    /** Draws a badge anew after `restyle`. */
    renew(badge: Badge): void {
      const own = newButton();
      badge.button.replaceWith(own);
      badge.button = own;
    },
    /** Takes over verdict and style; the badges that are there follow at once in shape, and by `renew` in words. */
    restyle({ verdict: { word }, name, style, sheets: texts }: Snapshot): void {
      button = element(document, 'button', '', style === 'word' && element(document, 'span', '', word));
      button.type = 'button';
      button.ariaLabel = name;
      button.ariaHasPopup = 'dialog';
      sheets.badge.replaceSync(texts.badge);
      sheets.over.replaceSync(texts.over);
      sheets.card.replaceSync(texts.card);
    },
  };
}

export type BadgeMaker = ReturnType<typeof createBadgeMaker>;
