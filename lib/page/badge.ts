import type { Snapshot } from '../snapshot.ts';
import { BADGE_TAG } from './badge-tag.ts';
import { element } from './element.ts';
import type { Badge } from './mark.ts';
import type { Position } from './place.ts';

/**
 * Makes badges that share their style sheets, so that a badge costs an element, a root and a button. The element has
 * the same attributes for every verdict.
 */
export function createBadgeMaker(document: Document) {
  const sheets = new Map<string, CSSStyleSheet>();
  let texts: Readonly<Record<string, string>> = {};
  const template = element(document, BADGE_TAG as 'div');
  template.translate = false;
  let button = element(document, 'button');
  const newButton = () => button.cloneNode(true) as HTMLButtonElement;

  /** Adds a style sheet to a root, where there is one of that name. Sheets are read when first needed. */
  const adopt = (root: ShadowRoot, name: string) => {
    const text = texts[name];
    if (text === undefined) return;
    const sheet = sheets.get(name) ?? new CSSStyleSheet();
    if (!sheets.has(name)) sheet.replaceSync(text);
    sheets.set(name, sheet);
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  };

  return {
    make(position: Position): Badge {
      const host = template.cloneNode() as HTMLElement;
      const root = host.attachShadow({ mode: 'closed' });
      adopt(root, 'badge');
      adopt(root, position);
      const own = newButton();
      root.append(own);
      return { host, root, button: own };
    },
    /** Adds the rules of the card to a badge's root; most badges never need them. */
    withCard: ({ root }: Badge): void => adopt(root, 'card'),
    /** Draws a badge anew after `restyle`. */
    renew(badge: Badge): void {
      const own = newButton();
      badge.button.replaceWith(own);
      badge.button = own;
    },
    /** Takes over verdict and style; the badges that are there follow at once in shape, and by `renew` in words. */
    restyle(snapshot: Snapshot): void {
      const { verdict, name, style } = snapshot;
      button = element(
        document,
        'button',
        '',
        style === 'word' && element(document, 'span', '', verdict.word),
      );
      button.type = 'button';
      button.ariaLabel = name;
      button.ariaHasPopup = 'dialog';
      texts = snapshot.sheets;
      for (const [name, sheet] of sheets) sheet.replaceSync(texts[name] ?? '');
    },
  };
}

export type BadgeMaker = ReturnType<typeof createBadgeMaker>;
