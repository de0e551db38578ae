import { globSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { crc32 } from 'node:zlib';

/** Fields of a zip header, each `[bytes, value]`, in little-endian order. */
const fields = (...parts: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer =>
  Buffer.concat(
    parts.map(([bytes, value]) => {
      const buffer = Buffer.alloc(bytes);
      buffer.writeUIntLE(value, 0, bytes);
      return buffer;
    }),
  );

/** A zip archive of all files of a folder, uncompressed: as much of the format as a browser needs for an add-on. */
export function storedZip(folder: string): Buffer {
  const names = globSync('**/*', { cwd: folder }).filter((name) => statSync(join(folder, name)).isFile());
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const each of names) {
    const contents = readFileSync(join(folder, each));
    const name = Buffer.from(each.split(sep).join('/'));
    const { length } = contents;
    // Version 2.0, UTF-8 names, stored, 1 January 1980.
    const shared = fields(
      [2, 20],
      [2, 0x800],
      [2, 0],
      [2, 0],
      [2, 0x21],
      [4, crc32(contents)],
      [4, length],
      [4, length],
      [2, name.length],
      [2, 0],
    );
    const entry = Buffer.concat([fields([4, 0x04034b50]), shared, name, contents]);
    central.push(
      Buffer.concat([
        fields([4, 0x02014b50], [2, 20]),
        shared,
        fields([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]),
        name,
      ]),
    );
    local.push(entry);
    offset += entry.length;
  }
  const directory = Buffer.concat(central);
  const end = fields(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, names.length],
    [2, names.length],
    [4, directory.length],
    [4, offset],
    [2, 0],
  );
  return Buffer.concat([...local, directory, end]);
}
