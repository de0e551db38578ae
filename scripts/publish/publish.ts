import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Register } from '../../lib/register/schema.ts';
import { readRegister } from '../data/read-register.ts';
import { option, readArguments, runCommand, UsageError } from './arguments.ts';
import { folderFiles } from './folder.ts';
import { readRoots, readSigners } from './key-folder.ts';
import { placeAt } from './place.ts';
import { type Files, NOTHING_PUBLISHED, REPOSITORY, readPublished, trial } from './repository.ts';
import { siteFiles } from './site/site-files.ts';
import { readVersions, VERSIONS, withVersion } from './versions.ts';

const USAGE = `npm run register:publish -- [--out DIR] [--previous DIR|URL] [--keys DIR] [--site URL]

Writes the register as a static folder: website, data, changes, feeds and signed updates.
  --out DIR            where to; made where it lacks, and otherwise written over. .output/register without it
  --previous DIR|URL   the folder as it was published last: earlier versions and differences come from it
  --keys DIR           signed roots and private keys (docs/publishing.md); without it a root for trials is made
  --site URL           where the folder will be served; feeds, canonical addresses and previews need it`;

/** Where the folder is written to, and served from, unless another is named. */
export const USUAL_FOLDER = '.output/register';

/** Folders of the website. What is published below others stays for those who still ask for it. */
const WRITTEN_ANEW = ['assets', 'r', 'country'] as const;

/** A name that no one can register, for feeds that are not served anywhere yet (RFC 6761). */
const NO_SITE = 'https://register.invalid/';

/** Writes files below a folder in their order. */
export function writeFiles(dir: string, files: Files): void {
  for (const [path, bytes] of files) {
    const file = join(dir, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}

const kilobytes = (bytes: number): string =>
  `${(bytes / 1000).toLocaleString('en', { maximumFractionDigits: 1 })} kB`;

/** One line a folder or file at the top: how much of what is where. */
function addressMap(files: Files): string {
  const rows = new Map<string, { count: number; bytes: number }>();
  for (const [path, bytes] of files) {
    const name = path
      .replace(/^(r|country)\/[^/]+\/.*/, (_, kind) => `${kind}/${kind === 'r' ? 'ID' : 'CODE'}/`)
      .replace(/^changes\/[^/]+\/.*/, 'changes/VERSION/')
      .replace(/\/(?!index\.html$)[^/]+$/, '/')
      .replace(/index\.html$/, '');
    const row = rows.get(name) ?? { count: 0, bytes: 0 };
    rows.set(name, { count: row.count + 1, bytes: row.bytes + bytes.length });
  }
  return [...rows]
    .map(
      ([name, { count, bytes }]) =>
        `  /${name.padEnd(28)} ${String(count).padStart(4)} files ${kilobytes(bytes).padStart(12)}`,
    )
    .join('\n');
}

function siteOf(given: string | undefined): string | null {
  if (given === undefined) return null;
  if (!URL.canParse(given) || !/^https?:$/.test(new URL(given).protocol))
    throw new UsageError(`--site ${given} is no URL.`);
  return given.endsWith('/') ? given : `${given}/`;
}

/** Publishes a register, that of the repository by default; see `USAGE`. */
export async function publish(
  argv: readonly string[],
  now = new Date(),
  register: Register = readRegister(),
): Promise<Files> {
  const { options } = readArguments(argv, ['out', 'previous', 'keys', 'site']);
  const out = option(options, 'out') ?? USUAL_FOLDER;
  const previous = option(options, 'previous');
  const keys = option(options, 'keys');
  const site = siteOf(option(options, 'site'));
  if (existsSync(out) && readdirSync(out).length > 0 && !existsSync(join(out, VERSIONS)))
    throw new UsageError(`${out} holds files that are no public folder.`);

  const place = previous === undefined ? null : placeAt(previous);
  const earlier = place ? await readVersions(place) : [];
  if (place && earlier.length === 0)
    throw new UsageError(`${previous} holds no versions.json: nothing was published there.`);
  const versions = withVersion(earlier, { register, published: now.toISOString() });
  const { roots, signers } = keys ? { roots: await readRoots(keys), signers: readSigners(keys) } : trial(now);
  const test = keys === undefined;
  const pages = await siteFiles({ versions, site, test, now });
  const folder = folderFiles({
    versions,
    before: place ? await readPublished(place) : NOTHING_PUBLISHED,
    roots,
    signers,
    site: site ?? NO_SITE,
    test,
    now,
  });
  const files = new Map([...pages, ...folder]);
  // Whatever the last version had and this one has not: pages of records that are gone, scripts of before.
  for (const folder of WRITTEN_ANEW) rmSync(join(out, folder), { recursive: true, force: true });
  writeFiles(out, files);
  return files;
}

function report(files: Files, argv: readonly string[]): void {
  const bytes = [...files.values()].reduce((sum, each) => sum + each.length, 0);
  const root = createHash('sha256')
    .update(files.get(`${REPOSITORY}/1.root.json`) ?? '')
    .digest('hex');
  console.log(addressMap(files));
  console.log(`\n${files.size} files, ${kilobytes(bytes)}`);
  console.log(`Updates: <URL of the folder>/${REPOSITORY}/\nRoot:    ${root} (SHA-256 of 1.root.json)`);
  if (!argv.some((argument) => argument.startsWith('--keys')))
    console.log(
      '\nTEST: signed by keys that were made for this run and are gone. Nobody should trust this folder.',
    );
  if (!argv.some((argument) => argument.startsWith('--site')))
    console.log(`No --site was given: links in the feeds lead to ${NO_SITE}, which is nowhere.`);
}

if (import.meta.main) {
  const argv = process.argv.slice(2);
  await runCommand(USAGE, async () => report(await publish(argv), argv));
}
