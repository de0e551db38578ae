/*
 * The register as it lies in the package: not record after record, but column after column, all dates together, all
 * addresses together. Zip finds more to share among neighbours that are alike.
 */

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * Values by the path they lie at, in the order of a walk through the whole. A list stands as its length and the kind
 * of its items (`3[`, `2{`, `5`), an object as its keys, each with the kind of its value (`id,issuer{,covers[`). A
 * text that stood in the column before is a list of one number: where.
 */
export type Columns = Readonly<Record<string, readonly Json[]>>;

type Kind = '' | '[' | '{';
const kindOf = (value: Json | undefined): Kind =>
  Array.isArray(value) ? '[' : typeof value === 'object' && value !== null ? '{' : '';

/** Takes a value apart. Throws where a list mixes lists, objects and plain values: the register holds none such. */
export function packColumns(whole: unknown): Columns {
  const columns: Record<string, Json[]> = {};
  const walk = (value: Json, path: string): void => {
    const column = columns[path] ?? [];
    columns[path] = column;
    if (Array.isArray(value)) {
      const kind = kindOf(value[0]);
      if (value.some((item) => kindOf(item) !== kind)) throw new TypeError(`${path} mixes kinds of values`);
      column.push(`${value.length}${kind}`);
      for (const item of value) walk(item, `${path}[]`);
    } else if (typeof value === 'object' && value !== null) {
      column.push(
        Object.entries(value)
          .map(([key, item]) => key + kindOf(item))
          .join(),
      );
      for (const [key, item] of Object.entries(value)) walk(item, `${path}.${key}`);
    } else column.push(value);
  };
  walk([whole as Json], '');
  return Object.fromEntries(Object.entries(columns).map(([path, column]) => [path, withoutRepeats(column)]));
}

function withoutRepeats(column: readonly Json[]): Json[] {
  const first = new Map<string, number>();
  return column.map((entry, at) => {
    if (typeof entry !== 'string') return entry;
    const before = first.get(entry);
    if (before === undefined) first.set(entry, at);
    return before !== undefined && `[${before}]`.length < entry.length ? [before] : entry;
  });
}

/** Puts together again what `packColumns` took apart. */
export function unpackColumns(columns: Columns): unknown {
  const taken: Record<string, number> = {};
  const take = (path: string, kind: string): Json => {
    const at = taken[path] ?? 0;
    taken[path] = at + 1;
    const column = columns[path] ?? [];
    const own = column[at] ?? null;
    const entry = Array.isArray(own) ? (column[own[0] as number] ?? null) : own;
    if (!kind || typeof entry !== 'string') return entry;
    if (kind === '[') {
      const [, length, items = ''] = /^(\d+)(.?)$/.exec(entry) ?? [];
      return Array.from({ length: Number(length) }, () => take(`${path}[]`, items));
    }
    const keys = entry === '' ? [] : entry.split(',');
    return Object.fromEntries(
      keys.map((each) => {
        const [, key = '', of = ''] = /^(.*?)([[{]?)$/.exec(each) ?? [];
        return [key, take(`${path}.${key}`, of)];
      }),
    );
  };
  return (take('', '[') as readonly Json[])[0];
}
