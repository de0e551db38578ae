import { canonical } from './canonical.ts';
import { UpdateFailure } from './failure.ts';
import { sha256 } from './hex.ts';
import { type Metadata, type RoleName, readMetadata, type SignedOf, type TargetFile } from './metadata.ts';
import { checkFile, verifySignatures } from './verify.ts';

/*
 * The client's side of The Update Framework, specification 1.0.34, section 5, whose numbers stand in the comments.
 * Delegations (5.6.7) are left out: a register needs none, and what the top-level targets do not list is not found.
 */

/** Most bytes of each file whose length no signed metadata gives. */
export const MOST_BYTES: Readonly<Record<RoleName, number>> = {
  root: 100_000,
  timestamp: 16_000,
  snapshot: 100_000,
  targets: 1_000_000,
};

/** 5.3.3: a folder that always has one more root must come to an end. */
export const MOST_ROOTS = 64;

/**
 * Gets a file of the folder: its bytes, or null where the host says that there is none. `asked`: what changes under
 * the same name must be asked for again, what never changes may come from a cache.
 *
 * @throws UpdateFailure, `too-large` above `most` bytes
 */
export type Get = (
  file: string,
  most: number,
  asked: 'again' | 'once',
) => Promise<Uint8Array<ArrayBuffer> | null>;

/** The files that were verified and kept, by role. */
export type Kept = { readonly [R in RoleName]?: Uint8Array<ArrayBuffer> | undefined };

/** Where verified files are kept; each call is one write. */
export interface Keeper {
  keep(role: RoleName, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  forget(roles: readonly RoleName[]): Promise<void>;
}

/** What is needed to follow the workflow once. */
export interface Refreshing {
  readonly kept: Kept;
  readonly keeper: Keeper;
  readonly get: Get;
  /** 5.1: the one moment at which nothing may be expired. */
  readonly now: Date;
}

type Root = SignedOf<'root'>;

/**
 * 5.2: the root to start with, by its SHA-256 alone. The folder's roots are looked through from the first, until one
 * has it; nothing of the others is used.
 *
 * @param trusted SHA-256 of the file in hexadecimal
 * @throws UpdateFailure `other-root`
 */
export async function findRoot(trusted: string, get: Get): Promise<Uint8Array<ArrayBuffer>> {
  for (let version = 1; version <= MOST_ROOTS; version++) {
    const bytes = await get(`${version}.root.json`, MOST_BYTES.root, 'once');
    if (!bytes) break;
    if ((await sha256(bytes)) === trusted.toLowerCase()) return bytes;
  }
  throw new UpdateFailure('other-root', 'root.json');
}

const isPast = (expires: string, now: Date): boolean => new Date(expires).getTime() <= now.getTime();

function checkExpiry<R extends RoleName>({ role, signed }: Metadata<R>, now: Date): void {
  if (isPast(signed.expires, now)) throw new UpdateFailure('expired', `${role}.json`, signed.expires);
}

const keysOf = (role: RoleName, { roles, keys }: Root): string =>
  canonical([...roles[role].keyids].sort().map((id) => keys[id] ?? id));
const isRotated = (role: RoleName, before: Root, after: Root): boolean =>
  keysOf(role, before) !== keysOf(role, after);

/**
 * A kept file that the root of today still vouches for; undefined otherwise. Its expiry does not matter here: it
 * bounds what may come.
 */
async function stillTrusted<R extends RoleName>(
  role: R,
  bytes: Uint8Array<ArrayBuffer> | undefined,
  root: Root,
): Promise<Metadata<R> | undefined> {
  if (!bytes) return undefined;
  try {
    const metadata = readMetadata(role, bytes);
    await verifySignatures(metadata, root);
    return metadata;
  } catch {
    return undefined;
  }
}

/** 5.3: update the root role. */
async function updateRoot({ kept, keeper, get, now }: Refreshing): Promise<{ root: Root; kept: Kept }> {
  if (!kept.root) throw new UpdateFailure('other-root', 'root.json');
  let trusted = readMetadata('root', kept.root);
  await verifySignatures(trusted, trusted.signed);
  let others = kept;
  for (let steps = 0; steps < MOST_ROOTS; steps++) {
    const version = trusted.signed.version + 1; // 5.3.2
    const file = `${version}.root.json`;
    const bytes = await get(file, MOST_BYTES.root, 'again'); // 5.3.3
    if (!bytes) break;
    const next = readMetadata('root', bytes, file);
    await verifySignatures(next, trusted.signed, file); // 5.3.4: by the old one,
    await verifySignatures(next, next.signed, file); // and by itself
    if (next.signed.version !== version) throw new UpdateFailure('wrong-version', file); // 5.3.5
    // 5.3.11, recovery from a fast-forward attack. It comes before the root is kept: were the worker stopped in
    // between, the new root would be the trusted one next time, and nobody would see the rotation any more.
    if (
      isRotated('timestamp', trusted.signed, next.signed) ||
      isRotated('snapshot', trusted.signed, next.signed)
    ) {
      await keeper.forget(['timestamp', 'snapshot']);
      others = { ...others, timestamp: undefined, snapshot: undefined };
    }
    trusted = next; // 5.3.7
    await keeper.keep('root', bytes); // 5.3.8
  } // 5.3.9
  checkExpiry(trusted, now); // 5.3.10
  return { root: trusted.signed, kept: others };
}

/** 5.4: update the timestamp role. */
async function updateTimestamp(
  { keeper, get, now }: Refreshing,
  kept: Kept,
  root: Root,
): Promise<SignedOf<'timestamp'>> {
  const trusted = await stillTrusted('timestamp', kept.timestamp, root);
  const bytes = await get('timestamp.json', MOST_BYTES.timestamp, 'again'); // 5.4.1
  if (!bytes) throw new UpdateFailure('missing', 'timestamp.json');
  const offered = readMetadata('timestamp', bytes);
  await verifySignatures(offered, root); // 5.4.2
  const before = trusted?.signed;
  if (before && offered.signed.version < before.version) throw new UpdateFailure('older', 'timestamp.json'); // 5.4.3.1
  // 5.4.3.1: of the same version, the kept one stays. The cycle goes on all the same, for the last one may have been
  // cut off after its timestamp; and an old timestamp that is served for ever must be seen to expire.
  const next = trusted && offered.signed.version === trusted.signed.version ? trusted : offered;
  const snapshotVersion = (signed: SignedOf<'timestamp'>) => signed.meta['snapshot.json'].version;
  if (before && snapshotVersion(next.signed) < snapshotVersion(before))
    throw new UpdateFailure('older', 'snapshot.json'); // 5.4.3.2
  checkExpiry(next, now); // 5.4.4
  if (next !== trusted) await keeper.keep('timestamp', bytes); // 5.4.5
  return next.signed;
}

/** The file of a role that signed metadata describes: the kept one where it is that, else the folder's. */
async function describedFile<R extends 'snapshot' | 'targets'>(
  role: R,
  described: { version: number; length?: number | undefined; hashes?: Record<string, string> | undefined },
  trusted: Metadata<R> | undefined,
  root: Root,
  get: Get,
): Promise<Metadata<R>> {
  if (trusted?.signed.version === described.version) {
    const same = await checkFile(trusted.bytes, described, `${role}.json`).then(
      () => true,
      () => false,
    );
    if (same) return trusted;
  }
  // 5.5.1, 5.6.1: not more bytes than the metadata says.
  const file = root.consistent_snapshot ? `${described.version}.${role}.json` : `${role}.json`;
  const bytes = await get(
    file,
    described.length ?? MOST_BYTES[role],
    root.consistent_snapshot ? 'once' : 'again',
  );
  if (!bytes) throw new UpdateFailure('missing', file);
  await checkFile(bytes, described, file); // 5.5.2, 5.6.2
  const metadata = readMetadata(role, bytes, file);
  await verifySignatures(metadata, root, file); // 5.5.3, 5.6.3
  if (metadata.signed.version !== described.version) throw new UpdateFailure('wrong-version', file); // 5.5.4, 5.6.4
  return metadata;
}

/** 5.5: update the snapshot role. */
async function updateSnapshot(
  { keeper, get, now }: Refreshing,
  kept: Kept,
  root: Root,
  timestamp: SignedOf<'timestamp'>,
): Promise<SignedOf<'snapshot'>> {
  const trusted = await stillTrusted('snapshot', kept.snapshot, root);
  const next = await describedFile('snapshot', timestamp.meta['snapshot.json'], trusted, root, get);
  // 5.5.5: no targets file goes back or away.
  for (const [file, before] of Object.entries(trusted?.signed.meta ?? {})) {
    const after = next.signed.meta[file]?.version ?? 0;
    if (after < before.version) throw new UpdateFailure('older', file);
  }
  checkExpiry(next, now); // 5.5.6
  if (next !== trusted) await keeper.keep('snapshot', next.bytes); // 5.5.7
  return next.signed;
}

/** 5.6: update the targets role. */
async function updateTargets(
  { keeper, get, now }: Refreshing,
  kept: Kept,
  root: Root,
  snapshot: SignedOf<'snapshot'>,
): Promise<SignedOf<'targets'>> {
  const trusted = await stillTrusted('targets', kept.targets, root);
  const next = await describedFile('targets', snapshot.meta['targets.json'], trusted, root, get);
  checkExpiry(next, now); // 5.6.5
  if (next !== trusted) await keeper.keep('targets', next.bytes); // 5.6.6
  return next.signed;
}

/** What a folder vouches for today. */
export interface Vouched {
  readonly root: Root;
  readonly targets: SignedOf<'targets'>;
}

/**
 * Follows the workflow from the kept files to the targets of today. Each verified file is kept at once, so that a
 * look that is cut off anywhere can be taken up again, and none of its rollback protection is lost.
 *
 * @throws UpdateFailure; what was kept before stays, but for what a newer root no longer vouches for.
 */
export async function refresh(refreshing: Refreshing): Promise<Vouched> {
  const { root, kept } = await updateRoot(refreshing);
  const timestamp = await updateTimestamp(refreshing, kept, root);
  const snapshot = await updateSnapshot(refreshing, kept, root, timestamp);
  return { root, targets: await updateTargets(refreshing, kept, root, snapshot) };
}

/** What the targets say of a file; undefined where they do not list it. */
export const targetOf = ({ targets }: Vouched, name: string): TargetFile | undefined =>
  Object.hasOwn(targets.targets, name) ? targets.targets[name] : undefined;

/** The path of a target in the folder, by its hash where the root says so (5.3.12, 6.2). */
function pathOf(root: Root, name: string, { hashes }: TargetFile): string {
  if (!root.consistent_snapshot) return `targets/${name}`;
  const cut = name.lastIndexOf('/') + 1;
  const hash = hashes.sha256 ?? hashes.sha512;
  if (!hash) throw new UpdateFailure('wrong-hash', name);
  return `targets/${name.slice(0, cut)}${hash.toLowerCase()}.${name.slice(cut)}`;
}

/**
 * 5.7: gets a target and checks it.
 *
 * @throws UpdateFailure, `too-large` where even its signed length is above `most`
 */
export async function fetchTarget(
  { root }: Vouched,
  name: string,
  target: TargetFile,
  most: number,
  get: Get,
): Promise<Uint8Array<ArrayBuffer>> {
  if (target.length > most) throw new UpdateFailure('too-large', name, String(target.length));
  if (Object.keys(target.hashes).length === 0) throw new UpdateFailure('wrong-hash', name);
  const file = pathOf(root, name, target);
  const bytes = await get(file, target.length, root.consistent_snapshot ? 'once' : 'again');
  if (!bytes) throw new UpdateFailure('missing', file);
  await checkFile(bytes, target, file);
  return bytes;
}
