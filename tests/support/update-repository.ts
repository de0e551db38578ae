import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { canonicalBytes } from '../../lib/updates/canonical.ts';

/*
 * A repository by The Update Framework that can be bent in every way that an attacker could want: metadata are plain
 * objects, and nothing stops a test from signing what is wrong.
 */

export type Role = 'root' | 'timestamp' | 'snapshot' | 'targets';
const ROLES: readonly Role[] = ['root', 'timestamp', 'snapshot', 'targets'];

/** A key pair of one of the two schemes, with its id. */
export interface TestKey {
  readonly id: string;
  readonly json: { keytype: string; scheme: string; keyval: { public: string } };
  readonly sign: (message: Uint8Array) => string;
}

const idOf = (json: TestKey['json']): string =>
  createHash('sha256').update(canonicalBytes(json)).digest('hex');

const ecdsa = (publicKey: KeyObject) => ({
  keytype: 'ecdsa',
  scheme: 'ecdsa-sha2-nistp256',
  keyval: { public: publicKey.export({ type: 'spki', format: 'pem' }).toString() },
});

/** An Ed25519 key is written as the hexadecimal of its 32 bytes, which end its SPKI form. */
const ed25519 = (publicKey: KeyObject) => ({
  keytype: 'ed25519',
  scheme: 'ed25519',
  keyval: { public: publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('hex') },
});

/** A new key pair. */
export function testKey(scheme: 'ecdsa' | 'ed25519' = 'ecdsa'): TestKey {
  const { publicKey, privateKey } =
    scheme === 'ecdsa' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('ed25519');
  const json = scheme === 'ecdsa' ? ecdsa(publicKey) : ed25519(publicKey);
  return {
    id: idOf(json),
    json,
    sign: (message) => sign(scheme === 'ecdsa' ? 'sha256' : null, message, privateKey).toString('hex'),
  };
}

/** The same key as another would be written: with another line break in its text, and so under another id. */
export function sameKeyOtherwise(key: TestKey): TestKey {
  const json = { ...key.json, keyval: { public: `${key.json.keyval.public}\n` } };
  return { ...key, json, id: idOf(json) };
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

type Json = Record<string, unknown>;
/** What a file says of another. */
interface Described {
  version?: number;
  length?: number;
  hashes?: Record<string, string>;
  custom?: Json;
}

/** A year from the moment at which the tests take place. */
export const FAR = '2027-11-29T12:00:00Z';
/** The moment at which the tests take place. */
export const NOW = new Date('2026-11-29T12:00:00Z');
export const PAST = '2026-11-28T12:00:00Z';

/** The state of a repository; `publish` writes it out. */
export class UpdateRepository {
  readonly files: Map<string, Buffer>;
  readonly keys: Record<Role, TestKey[]> = {
    root: [testKey()],
    timestamp: [testKey()],
    snapshot: [testKey()],
    targets: [testKey()],
  };
  readonly thresholds: Record<Role, number> = { root: 1, timestamp: 1, snapshot: 1, targets: 1 };
  readonly versions: Record<Role, number> = { root: 0, timestamp: 0, snapshot: 0, targets: 0 };
  readonly expires: Record<Role, string> = { root: FAR, timestamp: FAR, snapshot: FAR, targets: FAR };
  readonly targets = new Map<string, { bytes: Buffer; custom: Json }>();
  /** Changes a role's signed part just before it is signed. */
  bend: Partial<Record<Role, (signed: Json) => void>> = {};
  /** Changes a role's file after it was signed. */
  break: Partial<
    Record<Role, (file: { signed: Json; signatures: { keyid: string; sig: string }[] }) => void>
  > = {};
  consistent = true;

  constructor(files: Map<string, Buffer>) {
    this.files = files;
    this.publishRoot();
  }

  /** SHA-256 of the first root, which clients start from. */
  get rootHash(): string {
    return sha256(this.files.get('1.root.json') ?? Buffer.alloc(0));
  }

  private write(role: Role, name: string, signed: Json, signers: readonly TestKey[]): Described {
    const full: Json = {
      _type: role,
      spec_version: '1.0.31',
      version: this.versions[role],
      expires: this.expires[role],
      ...signed,
    };
    this.bend[role]?.(full);
    const message = canonicalBytes(full);
    const file = {
      signed: full,
      signatures: signers.map(({ id, sign }) => ({ keyid: id, sig: sign(message) })),
    };
    this.break[role]?.(file);
    const bytes = Buffer.from(JSON.stringify(file));
    this.files.set(name, bytes);
    return { version: full.version as number, length: bytes.length, hashes: { sha256: sha256(bytes) } };
  }

  /** Publishes the next root, signed by the keys of the role now and by those given (the old ones, in a rotation). */
  publishRoot(alsoBy: readonly TestKey[] = []): void {
    this.versions.root += 1;
    const all = ROLES.flatMap((role) => this.keys[role]);
    const signers = [...new Map([...this.keys.root, ...alsoBy].map((key) => [key.id, key])).values()];
    this.write(
      'root',
      `${this.versions.root}.root.json`,
      {
        consistent_snapshot: this.consistent,
        keys: Object.fromEntries(all.map(({ id, json }) => [id, json])),
        roles: Object.fromEntries(
          ROLES.map((role) => [
            role,
            { keyids: this.keys[role].map(({ id }) => id), threshold: this.thresholds[role] },
          ]),
        ),
      },
      signers,
    );
  }

  /** Publishes the roles, each under its next version; those left out stay as they were. */
  publish(roles: readonly Exclude<Role, 'root'>[] = ['targets', 'snapshot', 'timestamp']): void {
    const name = (role: Role) => (this.consistent ? `${this.versions[role]}.${role}.json` : `${role}.json`);
    if (roles.includes('targets')) {
      this.versions.targets += 1;
      const targets: Record<string, Described> = {};
      for (const [target, { bytes, custom }] of this.targets) {
        const hash = sha256(bytes);
        this.files.set(this.consistent ? `targets/${hash}.${target}` : `targets/${target}`, bytes);
        targets[target] = { length: bytes.length, hashes: { sha256: hash }, custom };
      }
      this.described.targets = this.write('targets', name('targets'), { targets }, this.keys.targets);
    }
    if (roles.includes('snapshot')) {
      this.versions.snapshot += 1;
      this.described.snapshot = this.write(
        'snapshot',
        name('snapshot'),
        { meta: { 'targets.json': this.described.targets } },
        this.keys.snapshot,
      );
    }
    if (roles.includes('timestamp')) {
      this.versions.timestamp += 1;
      this.write(
        'timestamp',
        'timestamp.json',
        { meta: { 'snapshot.json': this.described.snapshot } },
        this.keys.timestamp,
      );
    }
  }

  readonly described: { targets: Described; snapshot: Described } = { targets: {}, snapshot: {} };
}
