import { isAppProtocol } from './app-links.ts';
import { resolvableHost, tiktokHost } from './hosts.ts';
import { wrappersOf } from './unwrap.ts';

/**
 * Parts of an `href` for the first, native pass (`[href*="…"]`, with regard to case, which is ten times as fast
 * as without). They find every ordinary spelling; {@link couldBeTikTok} finds the others later.
 */
export const FIRST_PASS: readonly string[] = [
  // tiktok.com, www-tiktok-com, tnktok.com, tfxktok.com, tiktok: …; percent-encoding leaves letters alone
  'ktok',
  'kTok',
  'KTOK',
  'tiktxk',
  'musical',
  'snssdk',
  'ugc.trill',
  // "tiktok" in base64, by its place among the groups of three bytes
  'dGlrdG9r',
  'Rpa3Rva',
  '0aWt0b2',
];

/** What stands before the path: scheme, slashes, authority. Characters up to the blank may precede it. */
const HEAD = /^[^!-\uffff]*(?:([a-z][a-z\d+.-]*):)?([\\/]*)([^\\/?#]*)/i;

/** Answers by authority: links of a page share few. Emptied when full. */
const answers = new Map<string, boolean>();
const MAX_ANSWERS = 200;

/** Whether an authority (user info, host and port as written) can belong to TikTok or to a wrapper. */
function knownAuthority(authority: string): boolean {
  if (!/^[\w.:-]+$/.test(authority)) return true;
  const host = resolvableHost(authority.replace(/:\d*$/, '').toLowerCase());
  return host !== null && (tiktokHost(host) !== null || wrappersOf(host).length > 0);
}

/**
 * Decides cheaply whether an attribute value can be a link to TikTok at all. It reads only what stands before
 * the path, and never says false where `recognise` says true: a plain host is looked up in the same tables, an
 * oddly written one (escapes, other alphabets, user info) is always worth the exact reading.
 *
 * @param href the attribute value as it stands
 * @param base whether the base address itself could be TikTok; then every relative address could
 */
export function couldBeTikTok(href: string, base = false): boolean {
  const text = /[\t\n\r]/.test(href) ? href.replace(/[\t\n\r]/g, '') : href;
  const [, scheme, slashes = '', authority = ''] = HEAD.exec(text) ?? [];
  if (scheme ? !/^https?$/i.test(scheme) : slashes.length < 2) {
    return base || (scheme !== undefined && isAppScheme(scheme.toLowerCase()));
  }
  // Longer than any name with port: odd, and not worth keeping.
  if (base || authority.length > 300) return true;
  let answer = answers.get(authority);
  if (answer === undefined) {
    if (answers.size >= MAX_ANSWERS) answers.clear();
    answer = knownAuthority(authority);
    answers.set(authority, answer);
  }
  return answer;
}

const isAppScheme = (scheme: string): boolean => scheme === 'intent' || isAppProtocol(`${scheme}:`);
