import { isAppProtocol } from './app-links.ts';
import { parameter } from './decoders.ts';
import { DOMAINS, resolvableHost, tailOf, tiktokHost } from './hosts.ts';
import { MAX_DEPTH, wrappersOf } from './unwrap.ts';
import { wrapperHosts } from './wrappers.ts';

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
const HEAD = /^[^!-\uffff]*(?:([a-zA-Z][a-zA-Z\d+.-]*):)?([\\/]*)([^\\/?#]*)/;

/** A host written as nearly all are. */
const PLAIN = /^https?:\/\/[a-z\d.-]*[a-z\d-]\//;

/** The last two labels of every host that matters, but for those with a name for each country. */
let tails: Set<string> | undefined;

/** Whether a host may belong to TikTok or to a wrapper; false for most others. */
function mayMatter(host: string): boolean {
  tails ??= new Set(`${DOMAINS},${wrapperHosts()}`.split(',').map(tailOf));
  return tails.has(tailOf(host)) || host.includes('google.') || host.includes('yandex.');
}

/** A path and query that the URL parser leaves as they are: without steps (`.` and `..`) and escaped characters. */
const UNCHANGED = /^(?!.*(\/\.|%2e))[\w\-./?=&%+~:;,@!$*()#]*$/i;

/** What a wrapper's address holds, as far as it is written plainly: an answer, or the targets that give it. */
function mayLeadOn(host: string, rest: string): boolean | string[] {
  if (rest.includes('ktok')) return true;
  const rows = wrappersOf(host);
  if (rows.length > 0 && !UNCHANGED.test(rest)) return true;
  const query = /\?[^#]*/.exec(rest)?.[0] ?? '';
  const targets = new Set<string>();
  for (const [, , read, decode] of rows) {
    if (read instanceof RegExp) {
      if (read.test(rest)) return true;
    } else if (decode || typeof read !== 'string') return true;
    else for (const name of read.split(',')) targets.add(parameter(query, name) ?? '');
  }
  return [...targets];
}

/** Whether an authority (user info, host and port as written) can belong to TikTok or to a wrapper. */
function knownAuthority(authority: string): boolean {
  if (!/^[\w.:-]+$/.test(authority)) return true;
  const host = resolvableHost(authority.replace(/:\d*$/, '').toLowerCase());
  return host !== null && (tiktokHost(host) !== null || wrappersOf(host).length > 0);
}

/**
 * Decides cheaply whether an attribute value can be a link to TikTok at all. It reads what stands before the path,
 * and of a wrapper the target that is written plainly. It never says false where `recognise` says true: a plain host
 * is looked up in the same tables, an oddly written one (escapes, other alphabets, user info) is always worth the
 * exact reading.
 *
 * @param href the attribute value as it stands
 * @param base whether the base address itself could be TikTok; then every relative address could
 */
export function couldBeTikTok(href: string, base = false): boolean {
  if (base) return true;
  let layer = [href];
  // One wrapper inside the other, as many as `recognise` takes off; each holds less text than the one around it.
  for (let depth = 0; layer.length > 0 && depth <= MAX_DEPTH; depth++) {
    const inner: string[] = [];
    for (const text of layer) {
      const held = look(text);
      if (held === true) return true;
      if (held) inner.push(...held);
    }
    layer = inner;
  }
  return false;
}

/** Whether an address can be a link to TikTok; of a wrapper, the targets of which that has to be asked. */
function look(href: string): boolean | string[] {
  // Nearly every address is a path or one of a few hosts: those are told without reading them.
  const first = href.charCodeAt(0);
  if (first === HASH || (first === SLASH && isWordLike(href.charCodeAt(1)))) return false;
  if (!PLAIN.test(href)) return readHead(href);
  const end = href.indexOf('/', 8);
  const host = href.slice(href.indexOf('/') + 2, end);
  return mayMatter(host) && (tiktokHost(host) !== null || mayLeadOn(host, href.slice(end)));
}

const HASH = 0x23;
const SLASH = 0x2f;
/** A digit or letter of ASCII, and what stands between. */
const isWordLike = (code: number): boolean => code >= 0x30 && code <= 0x7a && code !== 0x5c;

function readHead(href: string): boolean {
  const text = /[\t\n\r]/.test(href) ? href.replace(/[\t\n\r]/g, '') : href;
  const [, scheme, slashes = '', authority = ''] = HEAD.exec(text) ?? [];
  if (scheme ? !/^https?$/i.test(scheme) : slashes.length < 2)
    return scheme !== undefined && isAppScheme(scheme.toLowerCase());
  // Longer than any name with port: odd.
  return authority.length > 300 || knownAuthority(authority);
}

const isAppScheme = (scheme: string): boolean => scheme === 'intent' || isAppProtocol(`${scheme}:`);
