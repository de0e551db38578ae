import type { Snapshot } from '../snapshot/snapshot.ts';
import { BADGE_TAG } from './badge-tag.ts';
import { element } from './element.ts';
import type { Badge, Mark } from './mark.ts';
import type { Spot } from './place.ts';
import { DOCUMENT, read } from './unclobbered.ts';

/** Characters of a link's text that its badge is called by. */
const LONGEST_NAME = 80;

/** What the badge of a link is called, the same for every verdict: by the text of the link, where it has one. */
export function nameOf(
  { element, embed }: Pick<Mark, 'element' | 'embed'>,
  { plain, before, after }: Snapshot['badgeName'],
): string {
  const text = embed
    ? ''
    : (element.textContent ?? '')
        .slice(0, 10 * LONGEST_NAME)
        .replace(/\s+/g, ' ')
        .trim();
  if (!text) return plain;
  return before + (text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME)}…` : text) + after;
}

/**
 * Makes badges that share their style sheets, so that a badge costs an element, a root and a span.
 *
 * Nothing in the root can be pointed at, focused, selected or read as text: in Firefox a page gets at any node that an
 * event or a range has to do with, and from there at the whole root (`docs/decisions/0008`). So the element itself takes
 * pointer and keys, with attributes that are the same for every verdict.
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
  const drawing = element(document, 'span');

  /** The style sheet of a name, where there is one. Sheets are read when first needed. */
  const sheetOf = (name: string): CSSStyleSheet | [] => {
    const text = texts[name];
    if (text === undefined) return [];
    const sheet = sheets.get(name) ?? new CSSStyleSheet();
    if (!sheets.has(name)) sheet.replaceSync(text);
    sheets.set(name, sheet);
    return sheet;
  };

  return {
    /** A badge without its rules, which it gets in the page. */
    make(spot: Spot): Badge {
      const host = template.cloneNode() as HTMLElement;
      const root = host.attachShadow({ mode: 'closed' });
      root.append(drawing.cloneNode());
      return { host, root, spot, isPlated: false, isOnDark: false };
    },
    /** Gives a badge its rules, whenever it came into the page: a root that goes to another document loses them. */
    dress({ root, spot, isPlated, isOnDark }: Badge): void {
      // All at once: browsers take long for each that is added to their list.
      root.adoptedStyleSheets = ['badge', spot, isOnDark ? 'dark' : '', isPlated ? 'plate' : ''].flatMap(
        sheetOf,
      );
    },
    /** Puts the frame of a card or question into the badge's element. Most badges never need a slot. */
    hold({ host, root }: Badge, frame: HTMLElement): void {
      if (!root.lastElementChild?.matches('slot')) root.append(element(document, 'slot'));
      host.append(frame);
    },
    /** Takes over verdict and style; the badges that are there follow at once. */
    restyle(snapshot: Snapshot): void {
      texts = snapshot.sheets;
      for (const [name, sheet] of sheets) sheet.replaceSync(texts[name] ?? '');
    },
  };
}

export type BadgeMaker = ReturnType<typeof createBadgeMaker>;
