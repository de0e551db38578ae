import { recognise } from '../links/recognise.ts';
import { couldBeTikTok } from '../links/selectors.ts';
import { BADGE_TAG } from './badge.ts';
import type { Found } from './mark.ts';
import { isElement, queryAll, type Scope } from './unclobbered.ts';

export const WATCHED_ATTRIBUTES = ['href', 'src', 'data-src', 'cite', 'data-video-id'];

/**
 * The selectors of the first, native pass. One query each: a browser answers a single simple selector several times
 * faster than a list. All but a few links on real pages have the name in lower case; the sweep finds the rest.
 */
export const QUICK_SELECTORS: readonly string[] = ['[href*=ktok]', '.tiktok-embed', 'iframe'];
/** Embeds that are looked for in idle time. */
export const RARE = 'area,amp-tiktok,.wp-block-embed-tiktok,[data-src*=ktok],noscript';

const XLINK = 'http://www.w3.org/1999/xlink';

/** What native selectors find in a scope, itself included. With `badges`, badges and copies of them too. */
export function quickMatches(scope: Scope, badges: boolean): Element[] {
  const found: Element[] = [];
  for (const selector of badges ? [...QUICK_SELECTORS, BADGE_TAG] : QUICK_SELECTORS) {
    if (isElement(scope) && Element.prototype.matches.call(scope, selector)) found.push(scope);
    found.push(...queryAll(scope, selector));
  }
  return found;
}

const isLink = ({ localName }: Element): boolean => localName === 'a' || localName === 'area';

/** The text that decides what an element leads to; null where it can lead nowhere. */
export function writtenIn(element: Element): string | null {
  if (!isLink(element) && !element.matches('iframe,.tiktok-embed')) return null;
  if (!isLink(element)) return element.getAttribute('src') ?? element.getAttribute('cite');
  const href = element.getAttribute('href') ?? element.getAttributeNS(XLINK, 'href');
  return href && couldBeTikTok(href) && !element.closest('.tiktok-embed') ? href : null;
}

export function findIn(element: Element, written: string): Found | null {
  const recognition = recognise(written, element.baseURI);
  return recognition.tiktok ? { target: element, written, recognition, embed: !isLink(element) } : null;
}
