import { asWritten, parameter, schemed } from './decoders.ts';
import { ENCODINGS } from './encodings.ts';
import { afterHost, fixed, suffixed, translated, turbo, type UrlParts } from './host-mappings.ts';
import { type Wrapper, wrappersAnywhere, wrappersOf } from './wrappers.ts';

/** Wrappers taken off at most, one inside the other. */
export const MAX_DEPTH = 5;

/** A target's text; `{ host }` where no more than the host can be read; null where it cannot be read. */
export type Target = string | { readonly host: string } | null;

/** A target that was read: the next URL, or only the name of its host. */
export interface Unwrapped {
  readonly id: string;
  readonly to: URL | { readonly host: string };
}

/** Embedly: `src` is what the frame loads; `url`, the page it shows, also names the account. */
function framed({ search }: UrlParts): Target {
  const page = parameter(search, 'url') ?? '';
  return /^(https?:)?\/\/(\w+\.)?tiktok\.com\/@/.test(page) ? page : parameter(search, 'src');
}

/** Targets that stand neither in a parameter nor in a part of the path. */
const PLACES: Readonly<Record<string, (url: UrlParts) => Target>> = {
  translated,
  turbo,
  suffixed,
  fixed,
  framed,
  sealed: () => null,
};

/**
 * All targets a row finds, undecoded values left out; none where the URL is another page of that site. They may lack
 * the scheme (`//host`) or the host (`/path`) of the wrapper.
 */
export function targetsOf(row: Wrapper, url: UrlParts): readonly Target[] {
  const { fits, path, place, names, detail } = row;
  const decode = ENCODINGS[row.encoding];
  if (place === 'path') {
    const match = path().exec(afterHost(url));
    const text = match?.findLast(Boolean);
    if (!match || !text) return NOTHING;
    if (decode) return [decode(text, detail)];
    return [schemed(asWritten(text), match.groups && !match.groups.s ? 'http' : 'https')];
  }
  if (!fits(url.pathname)) return NOTHING;
  const read = PLACES[place];
  if (read) return [read(url)];
  const values = names.map((name) => parameter(url.search, name)).filter((value) => value !== null);
  if (place === '@') return values.map((host) => ({ host }));
  return values.map((value) => (decode ? decode(value, detail) : value));
}

const NOTHING: readonly Target[] = [];

/**
 * Takes one wrapper off. A target must be an absolute URL; `//host` has the wrapper's scheme.
 *
 * @param url http or https
 * @param host its normalised host
 * @returns the target; null where this is a wrapper whose target cannot be read; undefined where it is none
 */
export function unwrap(url: URL, host: string): Unwrapped | null | undefined {
  let known: null | undefined;
  for (const row of [...wrappersOf(host), ...wrappersAnywhere()]) {
    for (const text of targetsOf(row, url)) {
      known = null;
      // `//host` has the scheme of the wrapper; Bing gives paths of its own.
      const isRelative = row.encoding === 'bing' ? /^\// : /^\s*[\\/]{2}/;
      const to = typeof text === 'string' ? URL.parse(text, isRelative.test(text) ? url : undefined) : text;
      if (to) return { id: row.id, to };
    }
  }
  return known;
}
