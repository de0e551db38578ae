import { tailOf } from './hosts.ts';

/**
 * One form of one service that puts its own URL around another, as it stands in `wrappers.json`.
 *
 * - `id`: what stands in `Recognition.via`; rows of one service share it.
 * - `service`: its name as people know it, one a service.
 * - `hosts`: `example.com` is the host with and without `www.`, `*.example.com` also all below it, `*.google.*` the
 *   domains of all countries, `mail#.com` a name that may end in a number, `*` any host (the path must then be one
 *   that nobody else has).
 * - `path`: a slash at its end may be missing. `*` is a part or the rest of one, `/**` any parts. A target in the path
 *   is `{target}` where it is one part; `{rest}`, `{url}` (it begins with a host or a scheme) or `{http}` (it begins with
 *   `http`) where it is all that follows. `{time}` is the time of a copy, as web archives write it. What begins with `^` is a regular expression, of which the last group is the target; where a group `s` is empty, a
 *   target without a scheme is http.
 * - `target`: where it stands: `path`, `parameter NAME, NAME` (in order of preference), `host in parameter NAME`, or
 *   one of {@link PLACES}.
 * - `encoding`: `percent`, `written` (as it is, or percent-encoded), `none`, or one of `ENCODINGS` in `encodings.ts`.
 * - `example`: a URL of this form around a TikTok URL of our own making.
 * - `documentation`: where the form is described, or that it was seen.
 */
export interface WrapperEntry {
  readonly id: string;
  readonly service: string;
  readonly hosts: readonly string[];
  readonly path: readonly string[];
  readonly target: string;
  readonly encoding: string;
  readonly example: string;
  readonly documentation: string;
}

/** Targets that stand neither in a parameter nor in a part of the path, and their names in the table. */
const PLACES: Readonly<Record<string, string>> = {
  path: 'path',
  'host, dashes for dots': 'translated',
  'host and path': 'turbo',
  'host before the suffix': 'suffixed',
  "TikTok's path": 'fixed',
  frame: 'framed',
  sealed: 'sealed',
};

/** What parameters and paths are read as if the table names no encoding. */
const usual = ({ target }: WrapperEntry): string => (target === 'path' ? 'written' : 'percent');

function placeOf({ target }: WrapperEntry): string {
  const [, host, names] = /^(host in )?parameter (.+)$/.exec(target) ?? [];
  if (names) return `${host ? '@' : '?'}${names.replaceAll(', ', ',')}`;
  const place = PLACES[target];
  if (!place) throw new Error(`No place of a target is called "${target}".`);
  return place;
}

/** The names under which the hosts of a row are looked up: `.example.com` stands for a host and all below it. */
const keysOf = ({ hosts }: WrapperEntry): string[] =>
  hosts
    .map((host) => host.replace(/^\*\./, '.'))
    // A name that may end in a number may end in none.
    .flatMap((host) => (host.includes('#') ? [host, host.replace('#', '')] : [host]));

function rowOf(entry: WrapperEntry): string {
  const { id, path, encoding } = entry;
  const isNamed = encoding !== usual(entry) && encoding !== 'none';
  const fields = [id, path.join(), placeOf(entry), ...(isNamed ? [encoding.replace(' ', ':')] : [])];
  const blank = [...fields, ...entry.hosts].find((field) => /\s/.test(field));
  if (blank !== undefined)
    throw new Error(`${id}: "${blank}" holds a blank, which parts the fields of the table.`);
  return `<${keysOf(entry).join('<')}< ${fields.join(' ')}`;
}

/**
 * The table that `wrappers.ts` reads: a line a row with `hosts id path place encoding`, separated by blanks. Each host stands
 * between two signs that no host can hold, so that a row is found by a search in the text. No encoding means the usual one.
 */
export const tableOf = (entries: readonly WrapperEntry[]): string => entries.map(rowOf).join('\n');

/** The last two labels of all hosts in the table, by which nearly all others are told. A country's end is `*`. */
export function tailsOf(entries: readonly WrapperEntry[]): string[] {
  const tails = new Set<string>();
  for (const key of entries.flatMap(keysOf).filter((each) => each !== '*')) {
    tails.add(tailOf(key));
    if (key.endsWith('*')) for (const end of ['com', 'cat']) tails.add(tailOf(key.replace('*', end)));
  }
  return [...tails];
}

/** The name of each service by its id. */
export const namesOf = (entries: readonly WrapperEntry[]): Readonly<Record<string, string>> =>
  Object.fromEntries(entries.map(({ id, service }) => [id, service]));
