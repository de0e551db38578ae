import { EMBED_CANDIDATES, EMBED_TEXT } from '../links/embeds.ts';
import { recognise } from '../links/recognise.ts';
import { couldBeTikTok } from '../links/selectors.ts';
import { BADGE_TAG } from './badge-tag.ts';
import { isInBox, readEmbed } from './embed.ts';
import type { Found } from './mark.ts';
import { ELEMENT, isElement, queryAll, type Scope } from './unclobbered.ts';

export const WATCHED_ATTRIBUTES = ['href', 'src', 'data-src', 'cite', 'data-video-id'];

/**
 * The selectors of the first, native pass. One query each: a browser answers a single simple selector several times
 * faster than a list. All but a few links on real pages have the name in lower case; the sweep finds the rest.
 */
export const QUICK_SELECTORS: readonly string[] = ['[href*=ktok]', '.tiktok-embed', 'iframe'];
/** Embeds and links that are looked for in idle time, for the same reason one by one. */
export const RARE_SELECTORS: readonly string[] = [
  'area',
  'noscript',
  'amp-tiktok',
  'object',
  'embed',
  'blockquote[data-video-id]',
  '[data-src*=tiktok]',
  ...EMBED_TEXT.split(','),
];
const EMBED = `noscript,${EMBED_CANDIDATES}`;

const XLINK = 'http://www.w3.org/1999/xlink';

/** Adds to a list what native selectors find in a scope, itself included. With `badges`, badges and copies of them too. */
export function quickMatches(scope: Scope, badges: boolean, found: Element[]): void {
  for (const selector of badges ? [...QUICK_SELECTORS, BADGE_TAG] : QUICK_SELECTORS) {
    if (isElement(scope) && ELEMENT.matches.call(scope, selector)) found.push(scope);
    for (const element of queryAll(scope, selector)) found.push(element);
  }
}

/**
 * Reads what an element leads to.
 *
 * @param before what was read last time; returned as it is where nothing has changed
 */
export function findIn<T extends Found>(target: Element, before?: T): T | Found | null {
  // A form is no link and no embed, and its fields can hide all its members.
  if (target instanceof HTMLFormElement) return null;
  // Elements of other languages may be called `a`, too.
  if (!/^(a|area)$/.test(target.localName) || !('href' in target)) {
    const recognition = ELEMENT.matches.call(target, EMBED) ? readEmbed(target) : null;
    if (!recognition) return null;
    const written = recognition.destination ?? '';
    if (before?.written === written) return before;
    return { target, written, recognition, embed: true, hidden: target.localName === 'noscript' };
  }
  const written = target.getAttribute('href') ?? target.getAttributeNS(XLINK, 'href');
  if (before && before.written === written) return before;
  if (!written || !(couldBeTikTok(written) || couldBeTikTok(target.baseURI)) || isInBox(target)) return null;
  const recognition = recognise(written, target.baseURI);
  return recognition.tiktok ? { target, written, recognition, embed: false } : null;
}
