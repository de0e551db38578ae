import { createHash } from 'node:crypto';
import type { Register } from '../../lib/register/schema.ts';
import { compareVersions, REGISTER_FORMAT } from '../../lib/register/version.ts';
import { registerText } from '../../lib/updates/register-file.ts';
import type { PublishedVersion } from './changes.ts';
import { type Place, readJson } from './place.ts';

/* The versions that a folder has published: `versions.json` lists them, oldest first, `versions/` holds them. */

/** The list of versions. */
export const VERSIONS = 'versions.json';
export const versionPath = (version: string): string => `versions/${version}.json`;

interface Listed {
  readonly version: string;
  readonly format: number;
  readonly date: string;
  readonly published: string;
  readonly sha256: string;
}

const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');

/** A version's line in the list. */
const listed = ({ register, published }: PublishedVersion): Listed => ({
  version: register.version,
  format: register.format,
  date: register.date,
  published,
  sha256: sha256(registerText(register)),
});

/**
 * The versions that a folder published before, oldest first; none where it published nothing. Those in a format that
 * this version of the code does not read are left out.
 *
 * @throws where a file is missing or not the one that was listed
 */
export async function readVersions(place: Place): Promise<PublishedVersion[]> {
  const list = (await readJson<Listed[]>(place, VERSIONS)) ?? [];
  const versions: PublishedVersion[] = [];
  for (const { version, format, published, sha256: hash } of list) {
    if (format !== REGISTER_FORMAT) continue;
    const bytes = await place.read(versionPath(version));
    if (!bytes) throw new Error(`${place.name}: ${versionPath(version)} is missing`);
    if (sha256(bytes) !== hash)
      throw new Error(`${place.name}: ${versionPath(version)} was changed after publishing`);
    versions.push({ register: JSON.parse(bytes.toString('utf8')) as Register, published });
  }
  return versions;
}

/**
 * The versions with one more at the end.
 *
 * @throws where it is older than the last one, or of the same version with other content: a published version never
 * changes, and whoever has it would not load it again.
 */
export function withVersion(before: readonly PublishedVersion[], next: PublishedVersion): PublishedVersion[] {
  const last = before.at(-1);
  if (!last) return [next];
  const order = compareVersions(next.register.version, last.register.version);
  if (order < 0)
    throw new Error(
      `Version ${next.register.version} is older than ${last.register.version}, which is published already.`,
    );
  if (order > 0) return [...before, next];
  if (registerText(next.register) !== registerText(last.register))
    throw new Error(
      `The records differ from version ${last.register.version} as it was published: raise "version" in lib/register/records/register.json.`,
    );
  return [...before];
}

/** The files of the list and of every version. */
export function versionFiles(versions: readonly PublishedVersion[]): Map<string, string> {
  return new Map([
    [VERSIONS, `${JSON.stringify(versions.map(listed), null, 1)}\n`],
    ...versions.map(({ register }) => [versionPath(register.version), registerText(register)] as const),
  ]);
}
