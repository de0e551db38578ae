import { couldBeTikTok } from '../links/could-be-tiktok.ts';
import { EMBED_CANDIDATES } from '../links/embeds.ts';
import { NAMES_TIKTOK } from '../links/label.ts';
import { isPlainlyTikTok, plainKind } from '../links/plain-url.ts';
import { recognise } from '../links/recognise.ts';
import type { LinkKind, Recognition } from '../links/recognition.ts';
import { BADGE_TAG } from './badge-tag.ts';
import { isInBox, readEmbed } from './embed.ts';
import type { Found } from './found.ts';
import { addAll, ELEMENT, isElement, queryAll, type Scope } from './unclobbered.ts';

export const WATCHED_ATTRIBUTES = ['href', 'src', 'data-src', 'cite', 'data-video-id'];

/** Selectors of the first, native pass. All but a few links on real pages have the name in lower case. */
const LINK = '[href*=ktok]';
const QUOTE = '.tiktok-embed';
const FRAME = 'iframe';
/** In a small part one query for all is quicker than one for each. */
const TOGETHER = [LINK, QUOTE, FRAME, BADGE_TAG].join();
/** Elements that are looked for in idle time, by name and by selector: rare links and embeds. */
export const RARE_NAMES = 'area noscript amp-tiktok object embed'.split(' ');
export const RARE_SELECTORS: readonly string[] = EMBED_CANDIDATES.split(',').filter((each) =>
  /[.[]/.test(each),
);
const EMBED = `noscript,${EMBED_CANDIDATES}`;

const XLINK = 'http://www.w3.org/1999/xlink';

/**
 * Adds to a list what native selectors find in a scope, itself included. The sweep finds the rest.
 *
 * @param badges looks for badges and copies of them in all of a document or root, too; there may be some
 */
export function quickMatches(scope: Scope, badges: boolean, found: Element[]): void {
  const search = (selector: string): void => addAll(queryAll(scope, selector), found);
  if (isElement(scope)) {
    if (ELEMENT.matches.call(scope, TOGETHER)) found.push(scope);
    search(TOGETHER);
    return;
  }
  const before = found.length;
  search(LINK);
  // The code that TikTok gives out for embedding holds links, too.
  if (found.length > before) search(QUOTE);
  // Counts the frames of the document; those in shadow roots are not among them.
  if (scope !== document || window.length > 0) search(FRAME);
  if (badges) search(BADGE_TAG);
}

/**
 * Reads whether an element leads to TikTok; null also where a page makes the reading fail, so that no element costs
 * another its mark.
 *
 * @param before what was read last time; returned as it is where nothing has changed
 */
export function findIn<T extends Found>(element: Element, before?: T): T | Found | null {
  try {
    return find(element, before);
  } catch {
    return null;
  }
}

function find<T extends Found>(element: Element, before?: T): T | Found | null {
  const { localName } = element;
  // Elements of other languages may be called `a`, too.
  const embed = !((localName === 'a' || localName === 'area') && 'href' in element);
  const written = !embed
    ? (element.getAttribute('href') ?? element.getAttributeNS(XLINK, 'href'))
    : localName === 'iframe' && element.getAttribute('src');
  const same = before && before.written === written ? before : undefined;
  if (same && !embed) return same;
  const isPlain = !!written && isPlainlyTikTok(written);
  if (embed && !isPlain) return findEmbed(element, before);
  if (same) return same;
  if (!written || !(isPlain || couldBeTikTok(written) || couldBeTikTok(element.baseURI)) || isInBox(element))
    return null;
  if (isPlain) return { element, written, embed, recognition: undefined };
  const recognition = readLink(element, written);
  return recognition.tiktok ? { element, written, embed, recognition } : null;
}

/** Reads a link's URL, and where that alone does not say it, what the link's text or title does. */
function readLink(element: Element, written: string): Recognition {
  const { baseURI } = element;
  const found = recognise(written, baseURI);
  if (found.tiktok || !NAMES_TIKTOK.test(written)) return found;
  const labels = [element.textContent, element.getAttribute('title')].filter((label) => label !== null);
  return labels.map((label) => recognise(written, baseURI, label)).find(({ tiktok }) => tiktok) ?? found;
}

function findEmbed<T extends Found>(element: Element, before?: T): T | Found | null {
  const recognition = ELEMENT.matches.call(element, EMBED) ? readEmbed(element) : null;
  if (!recognition) return null;
  const written = recognition.destination ?? '';
  if (before?.written === written) return before;
  return { element, written, embed: true, recognition, hidden: element.localName === 'noscript' };
}

/** To what a link or embed leads. Read when first asked for: whether it leads to TikTok is told much sooner. */
export const recognitionOf = (found: Found): Recognition =>
  (found.recognition ??=
    (found.embed ? readEmbed(found.element) : null) ?? recognise(found.written, found.element.baseURI));

/** Its kind alone, which is mostly told by a look at the address. */
export const kindOf = (found: Found): LinkKind | null =>
  found.embed ? 'embed' : (found.recognition?.kind ?? plainKind(found.written) ?? recognitionOf(found).kind);
