import { isAppProtocol } from './app-links.ts';
import { isBrowserProtocol } from './browser-schemes.ts';
import type { UrlParts } from './host-mappings.ts';
import { resolvableHost, tiktokHost } from './hosts.ts';
import { MAX_DEPTH, targetsOf } from './unwrap.ts';
import { mayMatter, type Wrapper, wrappersAnywhere, wrappersOf } from './wrappers.ts';

/** What stands before the path: scheme, slashes, authority. Characters up to the blank may precede it. */
const HEAD = /^[^!-\uffff]*(?:([a-zA-Z][a-zA-Z\d+.-]*):)?([\\/]*)([^\\/?#]*)/;

/** What the URL parser leaves out, and signs of a path that it changes: backslashes, and steps (`.` and `..`). */
const LEFT_OUT = /[\t\n\r]/;
const CHANGED = /\\|\/\.|%2e/i;

/** What the URL of a known wrapper holds, as far as it is written plainly: an answer, or the targets that give it. */
function heldBy(rows: readonly Wrapper[], hostname: string, rest: string): boolean | string[] {
  if (rest.includes('ktok')) return true;
  const hashAt = rest.indexOf('#');
  const before = hashAt < 0 ? rest : rest.slice(0, hashAt);
  const queryAt = before.indexOf('?');
  const pathname = queryAt < 0 ? before : before.slice(0, queryAt);
  if (CHANGED.test(pathname) || LEFT_OUT.test(rest)) return true;
  const search = queryAt < 0 ? '' : before.slice(queryAt);
  const hash = hashAt < 0 ? '' : rest.slice(hashAt);
  const url: UrlParts = { protocol: 'https:', hostname, pathname, search, hash };
  const held = new Set<string>();
  for (const row of rows)
    for (const target of targetsOf(row, url)) {
      // A host alone, or a path of the wrapper's own: rare.
      if (target !== null && (typeof target !== 'string' || /^\/(?!\/)/.test(target))) return true;
      if (target) held.add(target);
    }
  return [...held];
}

/** The paths of wrappers that run on any host. */
let anywhere: RegExp | undefined;
/** How long what follows the host is at least in those that carry no name of TikTok that can be seen. */
const SHORTEST = 40;
/** A name of TikTok, or the beginning of a URL in base64. */
const HINT = /ktok|musical|aHR0c/i;

/**
 * Whether a URL is worth reading whoever its host is: for its path, or for what the link's text may say.
 *
 * @param end where its path begins
 */
function mayRedirect(href: string, end: number): boolean {
  const query = href.indexOf('?', end);
  if (query >= 0 && HINT.test(href.slice(query))) return true;
  if (href.length > end + SHORTEST && (LEFT_OUT.test(href) || CHANGED.test(href))) return true;
  anywhere ??= new RegExp(
    wrappersAnywhere()
      .map(({ path }) => path().source.replace(/^\^|\$$/g, ''))
      .join('|'),
    'y',
  );
  anywhere.lastIndex = end;
  return anywhere.test(href);
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
 * @param base whether the base URL itself could be TikTok; then every relative URL could
 */
export function couldBeTikTok(href: string, base = false): boolean {
  if (base) return true;
  const held = look(href);
  return typeof held === 'boolean' ? held : couldHold(held);
}

/**
 * The same for the targets of a wrapper: one wrapper inside the other, as many as `recognise` takes off. Each holds less
 * text than the one around it.
 */
function couldHold(targets: readonly string[]): boolean {
  let layer = targets;
  for (let depth = 0; layer.length > 0 && depth < MAX_DEPTH; depth++) {
    const inner = layer.map(look);
    if (inner.includes(true)) return true;
    layer = inner.filter((held) => typeof held !== 'boolean').flat();
  }
  return false;
}

/** Hosts, as written, of neither TikTok nor a wrapper: most links of a page lead to few hosts. */
const elsewhere = new Set<string>();
/** How many are remembered, and how long a URL is from which none is taken. */
const MANY = 200;
const LONG = 300;

/** Whether a URL can be a link to TikTok; of a wrapper, the targets of which that has to be asked. */
function look(href: string): boolean | string[] {
  // Nearly every URL is a path or one of a few hosts: those are told without reading them.
  const first = href.charCodeAt(0);
  if (first === HASH || (first === SLASH && isWordLike(href.charCodeAt(1)))) return false;
  if (href.startsWith('mailto:') || href.startsWith('tel:')) return false;
  const start = href.startsWith('https://') ? 8 : href.startsWith('http://') ? 7 : 0;
  const slash = start && href.indexOf('/', start);
  if (slash > 0 && elsewhere.has(href.slice(start, slash))) return mayRedirect(href, slash);
  let end = start;
  /** Where its last label begins, and the one before. */
  let last = start;
  let tail = start;
  // A host written as nearly all are, with a path. Quicker than a pattern, and finds the labels on its way.
  for (
    let code = start && href.charCodeAt(end);
    isWord(code) || code === DOT;
    code = href.charCodeAt(++end)
  ) {
    if (code !== DOT) continue;
    tail = last;
    last = end + 1;
  }
  if (last === end || href.charCodeAt(end) !== SLASH) return readHead(href);
  const host = href.slice(start, end);
  if (!mayMatter(href.slice(tail, end))) {
    // A browser keeps the whole URL for as long as a part of it.
    if (elsewhere.size < MANY && href.length < LONG) elsewhere.add(host);
    return mayRedirect(href, end);
  }
  if (tiktokHost(host) !== null) return true;
  const held = heldBy(wrappersOf(host), host, href.slice(end));
  return held === true || mayRedirect(href, end) || held;
}

const HASH = 0x23;
const SLASH = 0x2f;
const DOT = 0x2e;
const DASH = 0x2d;
/** A small letter or a digit of ASCII, or a dash. */
const isWord = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || code === DASH;
/** A digit or letter of ASCII, and what stands between. */
const isWordLike = (code: number): boolean => code >= 0x30 && code <= 0x7a && code !== 0x5c;

function readHead(href: string): boolean {
  const text = LEFT_OUT.test(href) ? href.replace(/[\t\n\r]/g, '') : href;
  const [head = '', scheme, slashes = '', authority = ''] = HEAD.exec(text) ?? [];
  if (scheme ? !/^https?$/i.test(scheme) : slashes.length < 2)
    return scheme !== undefined && opensMore(`${scheme.toLowerCase()}:`);
  // Longer than any name with port: odd.
  return authority.length > 300 || knownAuthority(authority) || mayRedirect(text, head.length);
}

/** Whether links with a protocol may open an app or a browser, and a page of TikTok in it. */
const opensMore = (protocol: string): boolean =>
  protocol === 'intent:' || isAppProtocol(protocol) || isBrowserProtocol(protocol);
