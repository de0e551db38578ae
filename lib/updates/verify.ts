import { canonicalBytes } from './canonical.ts';
import { UpdateFailure } from './failure.ts';
import { sha256, toHex } from './hex.ts';
import type { Key, Metadata, RoleName, SignedOf } from './metadata.ts';
import { importKey } from './public-key.ts';

/** 4.3: a key id is the SHA-256 of the key in canonical form; a key under another one is not used. */
const hasOwnId = async (keyid: string, { keytype, scheme, keyval }: Key): Promise<boolean> =>
  keyid === (await sha256(canonicalBytes({ keytype, scheme, keyval })));

/**
 * Verifies that enough keys of a role have signed a file, by the keys and the threshold that a root gives the role.
 * Keys are told apart by what they are, not by their ids: one key in two spellings counts once. A signature that is
 * wrong, by another key or of an unknown algorithm does not count, and does no harm.
 *
 * @throws UpdateFailure `bad-signature`
 */
export async function verifySignatures<R extends RoleName>(
  metadata: Metadata<R>,
  { keys, roles }: SignedOf<'root'>,
  file = `${metadata.role}.json`,
): Promise<void> {
  const { keyids, threshold } = roles[metadata.role];
  const signers = new Set<string>();
  for (const { keyid, sig } of metadata.signatures) {
    const listed = keyids.includes(keyid) && Object.hasOwn(keys, keyid) ? keys[keyid] : undefined;
    const key = listed && (await hasOwnId(keyid, listed)) ? await importKey(listed) : null;
    if (key && (await key.verify(sig, metadata.message))) signers.add(key.identity);
  }
  if (signers.size < threshold)
    throw new UpdateFailure('bad-signature', file, `${signers.size} of ${threshold}`);
}

const ALGORITHMS: Readonly<Record<string, string>> = { sha256: 'SHA-256', sha512: 'SHA-512' };

/** What signed metadata says of a file. */
interface Described {
  readonly length?: number | undefined;
  readonly hashes?: Readonly<Record<string, string>> | undefined;
}

/**
 * Checks a file against its length and hashes, where they are given. Every hash must fit and be of an algorithm that
 * is known here.
 *
 * @throws UpdateFailure `wrong-length`, `wrong-hash`
 */
export async function checkFile(
  bytes: Uint8Array<ArrayBuffer>,
  { length, hashes }: Described,
  file: string,
): Promise<void> {
  if (length !== undefined && bytes.length !== length)
    throw new UpdateFailure('wrong-length', file, `${bytes.length} of ${length}`);
  for (const [name, expected] of Object.entries(hashes ?? {})) {
    const algorithm = Object.hasOwn(ALGORITHMS, name) ? ALGORITHMS[name] : undefined;
    const found = algorithm && toHex(new Uint8Array(await crypto.subtle.digest(algorithm, bytes)));
    if (found !== expected.toLowerCase()) throw new UpdateFailure('wrong-hash', file, name);
  }
}
