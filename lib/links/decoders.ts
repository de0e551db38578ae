/**
 * How wrappers write their target. Every function is total (no input makes it throw), decodes once, and takes
 * time linear in its input.
 */

/** Percent-decoding by the URL standard: broken escapes stay as they are, `+` stays a plus. */
export function percent(text: string): string {
  try {
    // The same for all that is not broken, and several times as fast.
    return decodeURIComponent(text);
  } catch {}
  return new URLSearchParams(`v=${text.replace(/[+&]/g, encodeURIComponent)}`).get('v') ?? '';
}

/**
 * A query parameter's decoded value, null where it is missing. The first of that name counts. Not through
 * `searchParams`: Node 24 takes quadratic time there for a query of many names without `=`.
 *
 * @param query with or without its question mark
 */
export function parameter(query: string, name: string): string | null {
  const text = query.replace(/^\??/, '&');
  const at = text.indexOf(`&${name}=`);
  if (at < 0) return null;
  const from = at + name.length + 2;
  const end = text.indexOf('&', from);
  return percent(text.slice(from, end < 0 ? undefined : end).replace(/\+/g, ' '));
}

/** The decoded values of all parameters. @param query with its question mark, or empty */
export const valuesOf = (query: string): string[] =>
  query
    .slice(1)
    .split('&')
    .map((pair) => percent(pair.slice(pair.indexOf('=') + 1).replace(/\+/g, ' ')));

/**
 * Text that is a URL as it stands, or percent-encoded: then `:` or `/` is escaped before the first plain separator.
 * What follows an encoded URL after `?`, `#` or `&` belongs to the wrapper.
 */
export function asWritten(text: string): string {
  const head = /^[^/?#&]*/.exec(text)?.[0] ?? '';
  if (!/%(3a|2f)/i.test(head)) return text;
  return percent(text[head.length] === '/' ? text : head);
}

/** A target that some mail programs encode once more. */
export const twice = (text: string): string => asWritten(/^https?%253a/i.test(text) ? percent(text) : text);

/** A URL that may lack its scheme. */
export function schemed(text: string, scheme = 'https'): string {
  return /^([a-z][a-z\d+-]*:|\/\/)/i.test(text) ? text : `${scheme}://${text}`;
}

/** Bytes (one a character) as URL text: ASCII as it is, the rest percent-encoded, so UTF-8 needs no decoder. */
function bytesAsUrl(bytes: string): string {
  return bytes.replace(/[\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Base64 or base64url, padding may be missing, a plus may have turned into a blank; to bytes, one a character. */
function base64Bytes(text: string): string {
  try {
    return atob(text.replace(/[ -]/g, '+').replace(/_/g, '/'));
  } catch {
    return '';
  }
}

/** Base64 or base64url of a UTF-8 URL; empty where it is neither. */
export function base64(text: string): string {
  return bytesAsUrl(base64Bytes(text));
}

/** Bing: two characters, then base64 of a URL or of a path on the same host. */
export function bing(text: string): string {
  return /^a\d/.test(text) ? base64(text.slice(2)) : '';
}

/** Google's cache: `cache:KEY:URL`; the key may be missing. */
export function googleCache(text: string): string {
  return /^cache:(?:[\w-]*:(?!\/))?(\S+)/.exec(text)?.[1] ?? '';
}

/**
 * A URL that is a value of a JSON object, which may stand in base64 (what follows a dot is a signature), and as the
 * string `p` in another such object (Mandrill). Empty where there is none.
 */
export function jsonValue(text: string, key: string): string {
  let object = /^\s*\{/.test(text) ? text : base64(text.replace(/\..*/s, ''));
  try {
    for (let depth = 0; depth < 2; depth++) {
      const { [key]: found, p } = JSON.parse(object);
      if (typeof found === 'string') return asWritten(found);
      object = String(p);
    }
  } catch {}
  return '';
}

/** Check Point v2: an asterisk stands for the percent sign of an escape. */
export function asterisks(text: string): string {
  return text.replace(/(\*[\da-f]{2})+/gi, (escapes) => percent(escapes.replaceAll('*', '%')));
}

/** Google News: base64url of a record that held the URL until about 2023, and a sealed key since. */
export function newsArticle(text: string): string {
  return bytesAsUrl(/https?:\/\/[^\xd2]*/.exec(base64Bytes(text))?.[0] ?? '');
}

/** Proofpoint v1 leaves `&amp;` and its numeric forms in the target. */
export function ampersands(text: string): string {
  return text.replace(/&(amp|#38|#x26);/gi, '&');
}

/** Proofpoint v2: `-` stands for `%`, `_` for `/`, then percent-encoding. */
export function proofpointV2(text: string): string {
  return percent(text.replace(/-/g, '%').replace(/_/g, '/'));
}

/**
 * Proofpoint v3, `__TARGET__;DATA!…`, in which the first end mark counts: `*` stands for the next byte of the base64url data, `**X` for as many
 * bytes as X's place in the base64url alphabet plus 2. A star without data stays a star.
 */
export function proofpointV3(text: string): string {
  const end = text.indexOf('__;', 2);
  if (end < 2) return '';
  const bytes = base64Bytes(/^[\w-]*/.exec(text.slice(end + 3))?.[0] ?? '');
  let next = 0;
  return text.slice(2, end).replace(/\*\*[\w-]|\*/g, (mark) => {
    const from = next;
    // X before an A (no bits) makes one byte whose upper six bits are X's place.
    next += mark[2] ? (base64Bytes(`${mark[2]}A`).charCodeAt(0) >> 2) + 2 : 1;
    return next > bytes.length ? mark : bytesAsUrl(bytes.slice(from, next));
  });
}

/** Disqus puts a colon and a key after the target. */
export function disqus(text: string): string {
  return text.replace(/:[\w-]*$/, '');
}
