import { DOMAINS } from './hosts.ts';
import { TABLE, TAILS } from './wrapper-table.ts';

/** One form of one service that puts its own URL around another (see `WrapperEntry`). */
export interface Wrapper {
  readonly id: string;
  /** Whether a path is of this form; told without a pattern where the form is plain text, as most are. */
  readonly fits: (pathname: string) => boolean;
  /**
   * What the path must be like; on all that follows the host where the target is in the path, with the target as its
   * last group. Made when first asked for: a browser takes long to get a pattern ready.
   */
  readonly path: () => RegExp;
  /** Where the target stands: `path`; `?` for a parameter, `@` for one with a host; or a name in `PLACES` (`unwrap.ts`). */
  readonly place: string;
  /** Names of those parameters, in order of preference. */
  readonly names: readonly string[];
  /** A name in `ENCODINGS`, and what it needs; empty for the usual. */
  readonly encoding: string;
  readonly detail: string;
}

/** What the signs of a path stand for in a regular expression. */
const SIGNS: Readonly<Record<string, string>> = {
  '{target}': '([^/?#]+)',
  '{rest}': '(.+)',
  '{http}': '(https?[:%].+)',
  // A host has a dot, a port or an escape before its first slash; a part of a service's own path has none.
  '{url}': '((?=[^/]*[.:%]).+)',
  '{time}': '(?:\\d[\\d.-]*(?:\\*|[a-z]+_)?|\\*)',
  '/**': '(?:/.*)?',
  '*': '[^/?#]*',
};

const pattern = (path: string): string =>
  path
    .split(/(\{\w+\}|\/\*\*|\*)/)
    .map((part) => SIGNS[part] ?? part.replace(/[.?+]/g, '\\$&'))
    .join('');

function pathPattern(paths: string, place: string): RegExp {
  if (paths.startsWith('^')) return new RegExp(paths);
  const any = paths.split(',').map(pattern).join('|');
  return new RegExp(`^(?:${any})${place === 'path' ? '' : '/?$'}`);
}

/** Makes a value when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function rowOf(line: string): Wrapper {
  const [, id = '', paths = '', target = '', encoding = ''] = line.split(' ');
  const path = once(() => pathPattern(paths, target));
  const plain = /[\^*{]/.test(paths) ? null : paths.split(',');
  const fits = (pathname: string): boolean =>
    plain ? plain.some((each) => pathname === each || pathname === `${each}/`) : path().test(pathname);
  const [place, names] = /^[?@]/.test(target) ? [target.slice(0, 1), target.slice(1)] : [target, ''];
  const [name = '', detail = ''] = encoding.split(':');
  return { id, fits, path, place, names: names.split(','), encoding: name, detail };
}

/** Rows by their lines, as far as they were asked for: most are of services to which a page has no link. */
const rows = new Map<string, Wrapper>();

/** The rows of a name in the table; handed over, as a minifier writes its text out at each place that names it. */
function rowsOf(name: string, table: string): Wrapper[] {
  const found: Wrapper[] = [];
  const sought = `<${name}<`;
  for (let at = table.indexOf(sought); at >= 0; at = table.indexOf(sought, at + 1)) {
    const [line = ''] = table.slice(table.lastIndexOf('\n', at) + 1).split('\n', 1);
    const row = rows.get(line) ?? rowOf(line);
    rows.set(line, row);
    found.push(row);
  }
  return found;
}

/** The last two labels of all hosts in the table, and TikTok's domains. */
const tails = once(() => new Set([...DOMAINS, ...TAILS.split(' ')]));

/** One name for all domains that end in different numbers. */
const numbered = (host: string): string => host.replace(/\d+(?=\.\w+$)/, '#');

/**
 * Whether a host may belong to TikTok or be in the table; false for most others.
 *
 * @param tail its last two labels
 */
export function mayMatter(tail: string): boolean {
  const known = tails();
  if (known.has(tail)) return true;
  const dot = tail.lastIndexOf('.');
  // Domains of countries have two letters at their end, but for those that are listed.
  if (tail.length === dot + 3) return /^com?\./.test(tail) || known.has(`${tail.slice(0, dot)}.*`);
  return isDigit(tail.charCodeAt(dot - 1)) && known.has(numbered(tail));
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** Rows by host, as far as they were asked for, and how many hosts are remembered. */
const found = new Map<string, readonly Wrapper[]>();
const MANY = 500;

/** The end of a domain that a service has for a country, or for all. */
const COUNTRY = /(\.[^.]+)\.(?:(?:com?\.)?[a-z]{2}|com|cat)$/;

/** Rows for a normalised host, the most exact name first; without those that any host may have. */
export function wrappersOf(host: string): readonly Wrapper[] {
  const before = found.get(host);
  if (before) return before;
  // The table leaves out `www.`.
  const plain = host.startsWith('www.') ? host.slice(3) : `.${host}`;
  const keys: string[] = [];
  for (const name of [plain, plain.replace(COUNTRY, '$1.*'), numbered(plain)]) {
    keys.push(name.slice(1));
    for (let dot = 0; dot >= 0; dot = name.indexOf('.', dot + 1)) keys.push(name.slice(dot));
  }
  const all = [...new Set(keys.flatMap((key) => rowsOf(key, TABLE)))];
  if (found.size < MANY) found.set(host, all);
  return all;
}

/** Rows of services that run on their customers' hosts. */
export const wrappersAnywhere = once(() => rowsOf('*', TABLE));
