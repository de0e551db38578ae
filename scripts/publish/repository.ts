import { createHash } from 'node:crypto';
import {
  type Key,
  Metadata,
  MetadataKind,
  MetaFile,
  Root,
  Snapshot,
  TargetFile,
  Targets,
  Timestamp,
} from '@tufjs/models';
import { type Signer, throwAwaySigner } from './key-files.ts';
import { type Place, readJson } from './place.ts';

/*
 * The publisher's side of The Update Framework 1.0: files of a repository with consistent snapshots (6.2), whose
 * metadata the library `@tufjs/models` writes.
 */

/** Where the repository lies in the published folder. */
export const REPOSITORY = 'updates';

/** The specification that the metadata follows. */
const SPEC_VERSION = '1.0.34';

/** Days until a role's metadata expires. The timestamp is signed anew each day and may fail to be for six. */
export const DAYS = { root: 365, targets: 90, snapshot: 30, timestamp: 7 } as const;

/** A file to be written, by its path in the repository. */
export type Files = Map<string, Buffer>;

/** A target: its bytes, and what clients read of it before they load it. */
export interface Target {
  readonly bytes: Buffer;
  readonly custom: Readonly<Record<string, string | number | boolean>>;
}

/** Who signs for which role besides the root, whose files come signed. */
export interface Signers {
  readonly targets: Signer;
  readonly snapshot: Signer;
  readonly timestamp: Signer;
}

const DAY = 86_400_000;

/** When something signed at `now` expires, as metadata writes it: without fractions of a second (4.3.1). */
export const expiry = (now: Date, days: number): string =>
  new Date(now.getTime() + days * DAY).toISOString().replace(/\.\d+Z$/, 'Z');

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** The text of a metadata file. */
export const metadataBytes = (metadata: Metadata<Root | Targets | Snapshot | Timestamp>): Buffer =>
  Buffer.from(`${JSON.stringify(metadata.toJSON(), null, 1)}\n`);

/** Who may sign for each role, and how many of them must. */
export type RoleKeys = Readonly<Record<keyof typeof DAYS, { keys: readonly Key[]; threshold: number }>>;

/**
 * A root without signatures.
 *
 * @param note goes into the signed part as `x-note`; the root of a trial says there that it is one
 */
export function unsignedRoot(
  version: number,
  roles: RoleKeys,
  expires: string,
  note?: string,
): Metadata<Root> {
  const keys = Object.values(roles).flatMap(({ keys }) => keys.map((key) => [key.keyID, key.toJSON()]));
  const signed = Root.fromJSON({
    spec_version: SPEC_VERSION,
    version,
    expires,
    consistent_snapshot: true,
    keys: Object.fromEntries(keys),
    roles: Object.fromEntries(
      Object.entries(roles).map(([role, { keys, threshold }]) => [
        role,
        { keyids: keys.map(({ keyID }) => keyID), threshold },
      ]),
    ),
    ...(note && { 'x-note': note }),
  });
  return new Metadata(signed);
}

/** What the root of a trial says of itself. */
export const TEST_NOTE = 'Made for a trial. Its private keys are gone: trust nothing that is signed by them.';

/** A root and signers for a trial: one key a role, which nobody keeps. */
export function trial(now: Date): { roots: Buffer[]; signers: Signers } {
  const root = throwAwaySigner();
  const signers = { targets: throwAwaySigner(), snapshot: throwAwaySigner(), timestamp: throwAwaySigner() };
  const one = ({ key }: Signer) => ({ keys: [key], threshold: 1 });
  const metadata = unsignedRoot(
    1,
    {
      root: one(root),
      targets: one(signers.targets),
      snapshot: one(signers.snapshot),
      timestamp: one(signers.timestamp),
    },
    expiry(now, DAYS.root),
    TEST_NOTE,
  );
  metadata.sign(root.sign);
  return { roots: [metadataBytes(metadata)], signers };
}

/** What the metadata published before says, as far as a new version builds on it. */
export interface Published {
  /** Version of each role; 0 where there is none. */
  readonly versions: Readonly<Record<keyof Signers, number>>;
  /** Files that somebody in the middle of an update may still ask for, by path in the repository. */
  readonly files: Files;
}

interface AnyMetadata {
  readonly signed: {
    readonly version: number;
    readonly meta?: Readonly<Record<string, { readonly version: number }>>;
    readonly targets?: Readonly<Record<string, { readonly hashes: Readonly<Record<string, string>> }>>;
  };
}

/** Reads what a folder published last: caches may show its timestamp for a while after the new one is out. */
export async function readPublished(place: Place): Promise<Published> {
  const files: Files = new Map();
  const read = async (path: string): Promise<AnyMetadata['signed'] | null> => {
    const bytes = await place.read(`${REPOSITORY}/${path}`);
    if (bytes && path !== 'timestamp.json') files.set(path, bytes);
    return bytes && (JSON.parse(bytes.toString('utf8')) as AnyMetadata).signed;
  };
  const timestamp = await read('timestamp.json');
  const snapshotVersion = timestamp?.meta?.['snapshot.json']?.version ?? 0;
  const snapshot = snapshotVersion > 0 ? await read(`${snapshotVersion}.snapshot.json`) : null;
  const targetsVersion = snapshot?.meta?.['targets.json']?.version ?? 0;
  const targets = targetsVersion > 0 ? await read(`${targetsVersion}.targets.json`) : null;
  for (const [name, { hashes }] of Object.entries(targets?.targets ?? {})) {
    const path = `targets/${hashes.sha256}.${name}`;
    const bytes = await place.read(`${REPOSITORY}/${path}`);
    if (bytes) files.set(path, bytes);
  }
  return {
    versions: { timestamp: timestamp?.version ?? 0, snapshot: snapshotVersion, targets: targetsVersion },
    files,
  };
}

/** What an empty folder has published. */
export const NOTHING_PUBLISHED: Published = {
  versions: { timestamp: 0, snapshot: 0, targets: 0 },
  files: new Map(),
};

const metaFile = (version: number, bytes: Buffer): MetaFile =>
  new MetaFile({ version, length: bytes.length, hashes: { sha256: sha256(bytes) } });

/**
 * The files of a repository that offers `targets`. `timestamp.json` comes last: written in this order, the folder is
 * whole at each moment.
 */
export function repositoryFiles(
  targets: ReadonlyMap<string, Target>,
  { roots, signers }: { readonly roots: readonly Buffer[]; readonly signers: Signers },
  before: Published,
  now: Date,
): Files {
  const files: Files = new Map(before.files);
  for (const [index, root] of roots.entries()) files.set(`${index + 1}.root.json`, root);

  const targetFiles: Record<string, TargetFile> = {};
  for (const [name, { bytes, custom }] of targets) {
    const hash = sha256(bytes);
    files.set(`targets/${hash}.${name}`, bytes);
    targetFiles[name] = new TargetFile({
      path: name,
      length: bytes.length,
      hashes: { sha256: hash },
      unrecognizedFields: { custom },
    });
  }
  const write = <T extends Targets | Snapshot | Timestamp>(
    file: string,
    signed: T,
    signer: Signer,
  ): Buffer => {
    const metadata = new Metadata(signed);
    metadata.sign(signer.sign);
    const bytes = metadataBytes(metadata);
    files.set(file, bytes);
    return bytes;
  };
  const version = {
    targets: before.versions.targets + 1,
    snapshot: before.versions.snapshot + 1,
    timestamp: before.versions.timestamp + 1,
  };
  const targetsBytes = write(
    `${version.targets}.targets.json`,
    new Targets({
      specVersion: SPEC_VERSION,
      version: version.targets,
      expires: expiry(now, DAYS.targets),
      targets: targetFiles,
    }),
    signers.targets,
  );
  const snapshotBytes = write(
    `${version.snapshot}.snapshot.json`,
    new Snapshot({
      specVersion: SPEC_VERSION,
      version: version.snapshot,
      expires: expiry(now, DAYS.snapshot),
      meta: { 'targets.json': metaFile(version.targets, targetsBytes) },
    }),
    signers.snapshot,
  );
  write(
    'timestamp.json',
    timestampFor(version.timestamp, version.snapshot, snapshotBytes, now),
    signers.timestamp,
  );
  return files;
}

const timestampFor = (version: number, snapshotVersion: number, snapshot: Buffer, now: Date): Timestamp =>
  new Timestamp({
    specVersion: SPEC_VERSION,
    version,
    expires: expiry(now, DAYS.timestamp),
    snapshotMeta: metaFile(snapshotVersion, snapshot),
  });

/**
 * A folder's timestamp anew: what a machine does each day. Where the snapshot's key is given too, the snapshot is
 * signed again once half of its time is gone.
 */
export async function signAgain(
  place: Place,
  signers: Pick<Signers, 'timestamp'> & Partial<Pick<Signers, 'snapshot'>>,
  now: Date,
): Promise<Files> {
  const timestamp = await readJson<AnyMetadata>(place, `${REPOSITORY}/timestamp.json`);
  const snapshotVersion = timestamp?.signed.meta?.['snapshot.json']?.version ?? 0;
  const old = await place.read(`${REPOSITORY}/${snapshotVersion}.snapshot.json`);
  if (!timestamp || !old) throw new Error(`${place.name} has no timestamp.json with its snapshot`);
  const files: Files = new Map();
  let [version, snapshot] = [snapshotVersion, old];
  const signed = Metadata.fromJSON(MetadataKind.Snapshot, JSON.parse(old.toString('utf8'))).signed;
  if (signers.snapshot && signed.isExpired(new Date(now.getTime() + (DAYS.snapshot / 2) * DAY))) {
    version += 1;
    const metadata = new Metadata(
      new Snapshot({
        specVersion: SPEC_VERSION,
        version,
        expires: expiry(now, DAYS.snapshot),
        meta: signed.meta,
      }),
    );
    metadata.sign(signers.snapshot.sign);
    snapshot = metadataBytes(metadata);
    files.set(`${version}.snapshot.json`, snapshot);
  }
  const next = new Metadata(timestampFor(timestamp.signed.version + 1, version, snapshot, now));
  next.sign(signers.timestamp.sign);
  files.set('timestamp.json', metadataBytes(next));
  return files;
}
