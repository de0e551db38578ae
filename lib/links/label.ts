import { percent, schemed } from './decoders.ts';
import { resolvableHost, tiktokHost } from './hosts.ts';

/** Whether a text can hold a URL of TikTok at all. */
export const NAMES_TIKTOK = /ktok|musical/i;

/** More is the text of no link that is a URL. */
const LONGEST = 2000;

/** A link's text as far as it reads as a URL of TikTok. */
export interface Label {
  readonly url: URL;
  /** Its end was cut off (`tiktok.com/@some…`). */
  readonly isCut: boolean;
}

/** Reads the text or title of a link; null unless the whole of it is a URL of TikTok, of which the scheme may be missing. */
export function readLabel(text: string): Label | null {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST || /\s/.test(trimmed)) return null;
  const whole = trimmed.replace(/(…|\.\.\.)$/, '');
  const url = URL.parse(schemed(whole));
  if (!url || !/^https?:$/.test(url.protocol) || url.username) return null;
  const host = resolvableHost(url.hostname);
  return host && tiktokHost(host, url.pathname) ? { url, isCut: whole !== trimmed } : null;
}

const hostOf = ({ hostname }: URL): string => hostname.replace(/^www\.|\.$/g, '');
const pathOf = ({ pathname }: URL): string => percent(pathname).replace(/\/+$/, '');

/**
 * Whether a label names the page of a URL: the same host and path. Queries are compared where both have one, as people
 * and mail programs leave them out.
 */
export function namesPageOf({ url: label, isCut }: Label, url: URL): boolean {
  if (hostOf(label) !== hostOf(url)) return false;
  if (isCut) {
    // The host alone names no page.
    const shown = percent(label.pathname) + percent(label.search);
    return shown.length > 1 && (percent(url.pathname) + percent(url.search)).startsWith(shown);
  }
  return pathOf(label) === pathOf(url) && (!label.search || !url.search || label.search === url.search);
}
