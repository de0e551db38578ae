import { parameter, schemed, written } from './decoders.ts';
import { type Target, type Wrapper, wrapperHosts, wrappers } from './wrappers.ts';

/** Wrappers taken off at most, one inside the other. */
export const MAX_DEPTH = 5;

/** A target that was read: the next address, or only the name of its host. */
export interface Unwrapped {
  readonly id: string;
  readonly to: URL | { readonly host: string };
}

/** Rows of a key of the table; one with a leading dot covers everything below too. */
function rowsOf(key: string): readonly Wrapper[] {
  const isIn = (hosts: string): boolean => `,${hosts},`.includes(`,${key},`);
  // Most hosts are in no row: that is told by one search, without reading the rows.
  return isIn(wrapperHosts()) ? wrappers().filter(([, hosts]) => isIn(hosts)) : [];
}

/** Rows by host, as far as they were asked for, and how many hosts are remembered. */
const known = new Map<string, readonly Wrapper[]>();
const MANY = 500;

/** Rows for a normalised host, the most exact name first. */
export function wrappersOf(host: string): readonly Wrapper[] {
  const before = known.get(host);
  if (before) return before;
  // The table's form: no `www.`, one name for all country domains of Google and Yandex, a dot before Trend
  // Micro's `ctp`, which customers' names precede with a dash.
  let name = host.startsWith('www.') ? host.slice(3) : `.${host}`;
  if (/google|yandex|trendmicro/.test(name))
    name = name
      .replace(/\.(google|yandex)\.((com?\.)?[a-z]{2}|com|cat)$/, '.$1.*')
      .replace(/-ctp(?=\.trendmicro\.com$)/, '.ctp');
  const rows = [...rowsOf(name.slice(1))];
  for (let dot = 0; dot >= 0; dot = name.indexOf('.', dot + 1)) rows.push(...rowsOf(name.slice(dot)));
  if (known.size < MANY) known.set(host, rows);
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
      const to =
        typeof text === 'string'
          ? URL.parse(/^\s*[\\/]{2}/.test(text) ? url.protocol + text.trim() : text)
          : text;
      if (to) return { id: row[0], to };
    }
  }
  return known;
}
