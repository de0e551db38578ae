import { createHash } from 'node:crypto';
import type { Register } from '../../lib/register/schema.ts';
import { REGISTER_FORMAT } from '../../lib/register/version.ts';
import { applyDifference, differenceBetween } from '../../lib/updates/difference.ts';
import { differenceTarget, registerTarget, registerText } from '../../lib/updates/register-file.ts';
import { history, type PublishedVersion } from './changes.ts';
import { dataPackage } from './data-package.ts';
import { describeField, dictionary } from './dictionary.ts';
import { atomFeed, jsonFeed } from './feeds.ts';
import { HEADERS } from './headers.ts';
import {
  type Files,
  type Published,
  REPOSITORY,
  repositoryFiles,
  type Signers,
  type Target,
} from './repository.ts';
import { versionFiles } from './versions.ts';

/** Differences lead to the newest version from this many before it; whoever is further back loads the whole. */
export const DIFFERENCES = 10;

/** What the folder is made of. */
export interface Publishing {
  /** Oldest first; the last one is to be published. */
  readonly versions: readonly PublishedVersion[];
  readonly before: Published;
  readonly roots: readonly Buffer[];
  readonly signers: Signers;
  /** URL of the website, with the slash. */
  readonly site: string;
  readonly test: boolean;
  readonly now: Date;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hashed = (register: Register) => ({ register, sha256: sha256(registerText(register)) });

/** The register, in the format that this version of the extension reads, and the differences that lead to it. */
export function targetsOf(versions: readonly PublishedVersion[], test: boolean): Map<string, Target> {
  const newest = versions.at(-1)?.register;
  if (!newest) throw new Error('There is no version to publish.');
  const bytes = Buffer.from(registerText(newest));
  const targets = new Map<string, Target>([
    [
      registerTarget(REGISTER_FORMAT),
      { bytes, custom: { version: newest.version, date: newest.date, ...(test && { test }) } },
    ],
  ]);
  for (const { register } of versions.slice(0, -1).slice(-DIFFERENCES)) {
    const way = differenceBetween(hashed(register), hashed(newest));
    if (registerText(applyDifference(register, way)) !== bytes.toString())
      throw new Error(`The difference from ${register.version} does not lead to ${newest.version}.`);
    const difference = Buffer.from(JSON.stringify(way));
    if (difference.length < bytes.length)
      targets.set(differenceTarget(REGISTER_FORMAT, register.version), {
        bytes: difference,
        custom: { from: register.version, to: newest.version },
      });
  }
  return targets;
}

/** Every file of the public folder by its path, in the order in which they must be written. */
export function folderFiles({ versions, before, roots, signers, site, test, now }: Publishing): Files {
  const newest = versions.at(-1);
  if (!newest) throw new Error('There is no version to publish.');
  const { register, published } = newest;
  const changes = history(versions);
  const texts: readonly (readonly [path: string, text: string])[] = [
    ['_headers', HEADERS],
    ...[...dataPackage(register, { site, test, published }, describeField)].map(
      ([path, text]) => [`data/${path}`, text] as const,
    ),
    ['data/README.md', dictionary(register)],
    ...changes.map((each) => [`changes/${each.version}.json`, `${JSON.stringify(each, null, 1)}\n`] as const),
    ['feed.atom', atomFeed({ site, test }, changes)],
    ['feed.json', jsonFeed({ site, test }, changes)],
    ...versionFiles(versions),
  ];
  const repository = repositoryFiles(targetsOf(versions, test), { roots, signers }, before, now);
  return new Map([
    ...texts.map(([path, text]) => [path, Buffer.from(text)] as const),
    // The signed metadata comes last: who reads it finds everything else.
    ...[...repository].map(([path, bytes]) => [`${REPOSITORY}/${path}`, bytes] as const),
  ]);
}
