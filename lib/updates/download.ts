import { UpdateFailure } from './failure.ts';
import type { Get } from './workflow.ts';

/**
 * Longest time for one file in milliseconds. Chromium stops a background that has waited for an answer for 30
 * seconds; the failure must be written down before.
 */
export const MOST_TIME = 25_000;

/** Object stores without leave to list a folder answer 403 where there is no file. */
const NOT_THERE: ReadonlySet<number> = new Set([403, 404, 410]);

const LOOPBACK = /^(127(\.\d{1,3}){3}|\[::1\]|localhost)$/;

/** https, or http to this very machine, which no network sees. */
export function isAllowedSource(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(url);
  if (username || password || search || hash) return false;
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname));
}

/**
 * Nothing that tells one browser from another: no cookies, no referrer, no languages. A redirect ends the request, for
 * the host was chosen by a person. What is asked again is asked with what the browser's own cache knows of it
 * (`If-None-Match`); headers of our own would need the host's leave first.
 */
const requestOf = (asked: 'again' | 'once', signal: AbortSignal): RequestInit => ({
  cache: asked === 'again' ? 'no-cache' : 'default',
  credentials: 'omit',
  referrerPolicy: 'no-referrer',
  redirect: 'manual',
  headers: { accept: 'application/json', 'accept-language': '*' },
  signal,
});

function checkAnswer(response: Response, file: string): void {
  if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
    throw new UpdateFailure(response.status === 304 ? 'not-modified' : 'redirected', file);
  }
  if (!response.ok) throw new UpdateFailure('http-status', file, String(response.status));
}

/** Reads what comes, unpacked, and stops at the first byte too many, whatever length the host announced. */
async function readAll(response: Response, most: number, file: string): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      await reader.cancel().catch(() => {});
      throw new UpdateFailure('too-large', file, String(most));
    }
    parts.push(value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/**
 * How files are got from a folder.
 *
 * @param folder its URL; a slash at its end is added where it lacks
 * @param limits `time`: longest time for one file in milliseconds
 */
export function getFrom(
  folder: string,
  limits: { readonly time: number } = { time: MOST_TIME },
  fetching: typeof fetch = fetch,
): Get {
  const base = folder.endsWith('/') ? folder : `${folder}/`;
  return async (file, most, asked) => {
    if (!isAllowedSource(base)) throw new UpdateFailure('not-https', file, folder);
    const late = AbortSignal.timeout(limits.time);
    try {
      const url = base + file.split('/').map(encodeURIComponent).join('/');
      const response = await fetching(url, requestOf(asked, late));
      if (NOT_THERE.has(response.status)) {
        await response.body?.cancel();
        return null;
      }
      checkAnswer(response, file);
      return await readAll(response, most, file);
    } catch (error) {
      if (error instanceof UpdateFailure) throw error;
      if (late.aborted) throw new UpdateFailure('too-slow', file);
      throw new UpdateFailure('unreachable', file, error instanceof Error ? error.message : String(error));
    }
  };
}
