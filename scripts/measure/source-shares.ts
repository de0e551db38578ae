const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUE = new Map([...DIGITS].map((digit, value) => [digit, value]));

/** What is used of a source map (ECMA-426). */
export interface SourceMap {
  readonly sources: readonly (string | null)[];
  readonly mappings: string;
}

/** Numbers of one segment, base64 VLQ: five bits a digit, lowest first, the sixth says "more"; the last bit is the sign. */
function decode(segment: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const digit of segment) {
    const bits = VALUE.get(digit) ?? 0;
    value |= (bits & 31) << shift;
    shift += 5;
    if (bits & 32) continue;
    numbers.push(value & 1 ? -(value >> 1) : value >> 1);
    value = 0;
    shift = 0;
  }
  return numbers;
}

/**
 * How many bytes (UTF-8) of a built file come from each of its sources.
 *
 * @returns source as the map names it -> bytes; what maps to none, such as the bundler's own glue, under `''`
 */
export function sourceShares(code: string, { sources, mappings }: SourceMap): Map<string, number> {
  const shares = new Map<string, number>();
  const add = (source: number | null, text: string) => {
    if (!text) return;
    const name = (source === null ? null : sources[source]) ?? '';
    shares.set(name, (shares.get(name) ?? 0) + Buffer.byteLength(text));
  };
  const lines = code.split(/(?<=\n)/);
  let source = 0;
  for (const [i, segments] of mappings.split(';').entries()) {
    const line = lines[i] ?? '';
    let column = 0;
    let from: number | null = null;
    for (const segment of segments ? segments.split(',') : []) {
      const [columns = 0, bySource] = decode(segment);
      add(from, line.slice(column, column + columns));
      column += columns;
      if (bySource !== undefined) source += bySource;
      from = bySource === undefined ? null : source;
    }
    add(from, line.slice(column));
  }
  for (const line of lines.slice(mappings.split(';').length)) add(null, line);
  return shares;
}
