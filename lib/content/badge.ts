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
  const shape = element(document, 'b');
  let word: HTMLElement | undefined;
  const fill = (root: ShadowRoot): void =>
    root.replaceChildren(shape.cloneNode(), ...(word ? [word.cloneNode(true)] : []));

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

  const namesOf = ({ spot, isPlated, isOnDark }: Badge): string[] =>
    ['badge', spot, isOnDark && 'dark', 'icon', isPlated && 'plate'].filter((name) => name !== false);

  return {
    /** A badge without its rules, which it gets in the page. */
    make(spot: Spot): Badge {
      const host = template.cloneNode() as HTMLElement;
      const root = host.attachShadow({ mode: 'closed' });
      fill(root);
      return { host, root, spot, isPlated: false, isOnDark: false };
    },
    /** Gives a badge its rules, whenever it came into the page: a root that goes to another document loses them. */
    dress: (badge: Badge): void => dress(badge.root, ...namesOf(badge)),
    /** Adds the rules of the card to a badge's root; most badges never need them. */
    withCard: (badge: Badge): void => dress(badge.root, ...namesOf(badge), 'card'),
    /** Draws a badge anew after `restyle`. */
    renew: ({ root }: Badge): void => fill(root),
    /** Takes over verdict and style; the badges that are there follow at once in shape, and by `renew` in words. */
    restyle({ verdict, style, sheets: next }: Snapshot): void {
      word = style === 'word' ? element(document, 'span', '', verdict.word) : undefined;
      texts = next;
      for (const [name, sheet] of sheets) sheet.replaceSync(texts[name] ?? '');
    },
  };
}

export type BadgeMaker = ReturnType<typeof createBadgeMaker>;
