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

/**
 * Text that is an address as it stands, or percent-encoded: then `:` or `/` is escaped before the first plain
 * separator. What follows an encoded address after `?`, `#` or `&` belongs to the wrapper.
 */
export function written(text: string): string {
  const head = /^[^/?#&]*/.exec(text)?.[0] ?? '';
  if (!/%(3a|2f)/i.test(head)) return text;
  return percent(text[head.length] === '/' ? text : head);
}

/** An address that may lack its scheme. */
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

/** Base64 or base64url of a UTF-8 address; empty where it is neither. */
export function base64(text: string): string {
  return bytesAsUrl(base64Bytes(text));
}

/** Bing: two characters, then base64 of an address or of a path on the same host. */
export function bing(text: string, url: URL): string {
  const target = /^a\d/.test(text) ? base64(text.slice(2)) : '';
  return target.startsWith('/') ? (URL.parse(target, url)?.href ?? '') : target;
}

/** Google News: base64url of a record that held the address until about 2023, and a sealed key since. */
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
 * Proofpoint v3, `__TARGET__;DATA!…`: `*` stands for the next byte of the base64url data, `**X` for as many
 * bytes as X's place in the base64url alphabet plus 2. A star without data stays a star.
 */
export function proofpointV3(text: string): string {
  const end = text.lastIndexOf('__;');
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
