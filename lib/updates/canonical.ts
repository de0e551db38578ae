/** Only these two are escaped; any other character stands for itself. */
const quoted = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&')}"`;

/**
 * The text over which signatures are made: OLPC canonical JSON, as section 4.2 of The Update Framework 1.0 asks for.
 * Keys are sorted by UTF-16 code units.
 *
 * @throws TypeError on a number with a fraction, which the form does not have.
 */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (value === null || typeof value === 'boolean' || Number.isInteger(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError(`no canonical form for ${typeof value}`);
  const object = value as Readonly<Record<string, unknown>>;
  const members = Object.keys(object)
    .sort()
    .map((key) => `${quoted(key)}:${canonical(object[key])}`);
  return `{${members.join(',')}}`;
}

/** The bytes that are signed and hashed. */
export const canonicalBytes = (value: unknown): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(canonical(value));
