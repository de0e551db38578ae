import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';

/** Bytes that a zip file spends on an entry besides its content and name (APPNOTE 6.3: local and central header), and once. */
const PER_ENTRY = 30 + 46;
const PER_FILE = 22;

/**
 * Bytes of the package that a store would get for a build: a zip of its files, best compression.
 *
 * @param counts whether a file is part of the package at all
 */
export function packageSize(directory: string, counts: (name: string) => boolean = () => true): number {
  const names = globSync('**', { cwd: directory }).filter(
    (name) => statSync(join(directory, name)).isFile() && counts(name),
  );
  return names.reduce((sum, name) => {
    const content = readFileSync(join(directory, name));
    const packed = Math.min(content.length, deflateRawSync(content, { level: 9 }).length);
    return sum + packed + PER_ENTRY + 2 * Buffer.byteLength(name);
  }, PER_FILE);
}
