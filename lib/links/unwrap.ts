import { parameter, schemed, written } from './decoders.ts';
import { type Target, type Wrapper, wrappers } from './wrappers.ts';

/** A target that was read: the next address, or only the name of its host. */
export interface Unwrapped {
  readonly id: string;
  readonly target: URL | { readonly host: string };
}

/** Rows by host; a key with a leading dot covers everything below too. Built when first needed. */
let index: Map<string, Wrapper[]> | undefined;

function rowsOf(key: string): readonly Wrapper[] {
  if (!index) {
    index = new Map();
    for (const row of wrappers()) {
      for (const host of row[1].split(',')) index.set(host, [...(index.get(host) ?? []), row]);
    }
  }
  return index.get(key) ?? [];
}

/** Rows for a normalised host, the most exact name first. */
export function wrappersOf(host: string): readonly Wrapper[] {
  // The table's form: no `www.`, one name for all country domains of Google and Yandex, a dot before Trend
  // Micro's `ctp`, which customers' names precede with a dash.
  const name = `.${host.replace(/^www\./, '')}`
    .replace(/\.(google|yandex)\.((com?\.)?[a-z]{2}|com|cat)$/, '.$1.*')
    .replace(/-ctp(?=\.trendmicro\.com$)/, '.ctp');
  const rows = [...rowsOf(name.slice(1))];
  for (let dot = 0; dot >= 0; dot = name.indexOf('.', dot + 1)) rows.push(...rowsOf(name.slice(dot)));
  return rows;
}

/** All targets a row finds, undecoded values left out; none where the address is another page of that site. */
function targets([, , read, decode, paths]: Wrapper, url: URL): readonly Target[] {
  if (paths && !paths.split(',').includes(url.pathname.replace(/(.)\/$/, '$1'))) return [];
  if (typeof read === 'function') return [read(url)];
  if (typeof read === 'string') {
    const values = read.split(',').map((name) => parameter(url.search, name));
    return values.filter((value) => value !== null).map((value) => (decode ? decode(value, url) : value));
  }
  const match = read.exec(url.pathname + url.search + url.hash);
  if (!match) return [];
  const text = match.at(-1) ?? '';
  return [decode ? decode(text, url) : schemed(written(text), match[2] && !match[1] ? 'http' : 'https')];
}

/**
 * Takes one wrapper off. A target must be an absolute address; `//host` has the wrapper's scheme.
 *
 * @param url http or https
 * @param host its normalised host
 * @returns the target; null where this is a wrapper whose target cannot be read; undefined where it is none
 */
export function unwrap(url: URL, host: string): Unwrapped | null | undefined {
  let known: null | undefined;
  for (const row of wrappersOf(host)) {
    for (const text of targets(row, url)) {
      known = null;
      const target =
        typeof text === 'string'
          ? URL.parse(/^\s*[\\/]{2}/.test(text) ? url.protocol + text.trim() : text)
          : text;
      if (target) return { id: row[0], target };
    }
  }
  return known;
}
