import type { Snapshot } from '../snapshot/snapshot.ts';
import { BADGE_TAG } from './badge-tag.ts';
import { element } from './element.ts';
import type { Badge } from './mark.ts';
import type { Spot } from './place.ts';
import { DOCUMENT, read } from './unclobbered.ts';

/**
 * Makes badges that share their style sheets, so that a badge costs an element, a root and a button. The element has
 * the same attributes for every verdict.
 *
 * A page may define the badge's element. So badges are made in a document of their own, which has no definitions: once
 * a badge comes into the page, its root is there. A class of the page then finds no place for a root of its own, and
 * `ElementInternals` give out only roots attached after the class took over.
 */
export function createBadgeMaker(page: Document) {
  const document = read(DOCUMENT, 'implementation', page).createHTMLDocument('');
  const sheets = new Map<string, CSSStyleSheet>();
  let texts: Readonly<Record<string, string>> = {};
  const template = element(document, BADGE_TAG as 'div');
  template.translate = false;
  let button = element(document, 'button');
  const newButton = () => button.cloneNode(true) as HTMLButtonElement;

  /** The style sheet of a name, where there is one. Sheets are read when first needed. */
  const sheetOf = (name: string): CSSStyleSheet | [] => {
    const text = texts[name];
    if (text === undefined) return [];
    const sheet = sheets.get(name) ?? new CSSStyleSheet();
    if (!sheets.has(name)) sheet.replaceSync(text);
    sheets.set(name, sheet);
    return sheet;
  };
  /** Sets all sheets of a root at once: browsers take long for each that is added to their list. */
  const dress = (root: ShadowRoot, ...names: readonly string[]): void => {
    root.adoptedStyleSheets = names.flatMap(sheetOf);
  };

  return {
    /** A badge without its rules, which it gets in the page. */
    make(spot: Spot): Badge {
      const host = template.cloneNode() as HTMLElement;
      const root = host.attachShadow({ mode: 'closed' });
      const own = newButton();
      root.append(own);
      return { host, root, spot, button: own };
    },
    /** Gives a badge its rules, whenever it came into the page: a root that goes to another document loses them. */
    dress: ({ root, spot }: Badge): void => dress(root, 'badge', spot),
    /** Adds the rules of the card to a badge's root; most badges never need them. */
    withCard: ({ root, spot }: Badge): void => dress(root, 'badge', spot, 'card'),
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
