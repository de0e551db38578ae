import { recognise } from '../links/recognise.ts';
import { BADGE_TAG } from './badge.ts';
import type { Found } from './mark.ts';
import { hrefOf } from './sweep.ts';

const LINKS = '[href*="tiktok"]';
const EMBEDS =
  'iframe[src*="tiktok"],iframe[data-src*="tiktok"],.tiktok-embed,amp-tiktok,.wp-block-embed-tiktok';
export const CANDIDATES = `a${LINKS},area${LINKS},${EMBEDS},${BADGE_TAG}`;
export const WATCHED_ATTRIBUTES = ['href', 'src', 'data-src', 'cite', 'data-video-id', 'contenteditable'];
export const couldBe = (href: string): boolean => /tiktok/i.test(href);

export function findIn(element: Element): Found | null {
  const isLink = element.localName === 'a' || element.localName === 'area';
  if (!isLink) {
    const written = element.getAttribute('src') ?? element.getAttribute('cite') ?? '';
    const recognition = recognise(written, element.baseURI);
    return recognition.tiktok ? { target: element, written, recognition, embed: true } : null;
  }
  if (element.closest('.tiktok-embed')) return null;
  const written = hrefOf(element);
  if (!written) return null;
  const recognition = recognise(written, element.baseURI);
  return recognition.tiktok ? { target: element, written, recognition, embed: false } : null;
}
