import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Metadata, MetadataKind } from '@tufjs/models';
import { needed, type Options, option, readArguments, runCommand, UsageError } from './arguments.ts';
import { readPublicKey, readSigner } from './key-files.ts';
import { rootName } from './key-folder.ts';
import { placeAt } from './place.ts';
import { writeFiles } from './publish.ts';
import {
  DAYS,
  expiry,
  metadataBytes,
  REPOSITORY,
  type RoleKeys,
  signAgain,
  unsignedRoot,
} from './repository.ts';

const USAGE = `npm run register:sign -- root --keys DIR --root FILE [--root FILE ...] --threshold N
                         --targets FILE --snapshot FILE --timestamp FILE [--days N]
    Writes the next root into DIR, without signatures. FILEs are public keys (NAME.public.json).

npm run register:sign -- add FILE --key NAME.private.pem
    Adds a signature to a root. Every holder does so on their own machine.

npm run register:sign -- timestamp --folder DIR --keys DIR
    Signs the timestamp of a public folder anew, and the snapshot when half of its time is gone. For every day.`;

const OPTIONS = ['keys', 'root', 'threshold', 'targets', 'snapshot', 'timestamp', 'days', 'key', 'folder'];

function wholeNumber(options: Options, name: string, otherwise?: number): number {
  const text = option(options, name);
  if (text === undefined && otherwise !== undefined) return otherwise;
  const value = Number(text ?? needed(options, name));
  if (!Number.isInteger(value) || value < 1)
    throw new UsageError(`--${name} must be a whole number above 0.`);
  return value;
}

function nextRoot(options: Options, now: Date): string {
  const dir = needed(options, 'keys');
  needed(options, 'root');
  const threshold = wholeNumber(options, 'threshold');
  const holders = (options.get('root') ?? []).map(readPublicKey);
  if (new Set(holders.map(({ keyID }) => keyID)).size < threshold)
    throw new UsageError(`${holders.length} root keys cannot give ${threshold} signatures.`);
  const one = (role: string) => ({ keys: [readPublicKey(needed(options, role))], threshold: 1 });
  const roles: RoleKeys = {
    root: { keys: holders, threshold },
    targets: one('targets'),
    snapshot: one('snapshot'),
    timestamp: one('timestamp'),
  };
  let version = 1;
  while (existsSync(join(dir, rootName(version)))) version++;
  const root = unsignedRoot(version, roles, expiry(now, wholeNumber(options, 'days', DAYS.root)));
  const file = join(dir, rootName(version));
  writeFileSync(file, metadataBytes(root), { flag: 'wx' });
  const old = version > 1 ? ` and by those that ${rootName(version - 1)} asks for` : '';
  return `${file}: not signed yet. It must be signed by ${threshold} of ${holders.length} root keys${old}.`;
}

function addSignature(file: string | undefined, options: Options): string {
  if (!file) throw new UsageError('No file was given.');
  const metadata = Metadata.fromJSON(MetadataKind.Root, JSON.parse(readFileSync(file, 'utf8')));
  const { key, sign } = readSigner(needed(options, 'key'));
  metadata.sign(sign);
  const bytes = metadataBytes(metadata);
  writeFileSync(file, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return `${file}: signed by key ${key.keyID}, ${Object.keys(metadata.signatures).length} signature(s).\nSHA-256 of the file as it is now: ${sha256}`;
}

async function timestamp(options: Options, now: Date): Promise<string> {
  const folder = needed(options, 'folder');
  const keys = needed(options, 'keys');
  const place = placeAt(folder);
  const snapshotKey = join(keys, 'snapshot.private.pem');
  const files = await signAgain(
    place,
    {
      timestamp: readSigner(join(keys, 'timestamp.private.pem')),
      ...(existsSync(snapshotKey) && { snapshot: readSigner(snapshotKey) }),
    },
    now,
  );
  writeFiles(join(folder, REPOSITORY), files);
  return `Signed anew: ${[...files.keys()].join(', ')}.`;
}

/** Runs one of the three ways to sign and returns what to tell the person. */
export async function signFiles(argv: readonly string[], now = new Date()): Promise<string> {
  const { words, options } = readArguments(argv, OPTIONS);
  const [what, file] = words;
  if (what === 'root') return nextRoot(options, now);
  if (what === 'add') return addSignature(file, options);
  if (what === 'timestamp') return timestamp(options, now);
  throw new UsageError(what ? `"${what}" is not one of root, add and timestamp.` : 'What is to be signed?');
}

if (import.meta.main)
  await runCommand(USAGE, async () => console.log(await signFiles(process.argv.slice(2))));
