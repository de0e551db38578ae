import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Key, Signature } from '@tufjs/models';
import { canonicalBytes } from '../../lib/updates/canonical.ts';

/*
 * Keys are ECDSA P-256: every supported browser verifies them, while Ed25519 came with Chromium 137 only. A private key
 * is a PKCS #8 file in PEM that only its owner may read, `NAME.private.pem`; beside it lies the public key as TUF
 * metadata writes it, `NAME.public.json`.
 */
const KEYTYPE = 'ecdsa';
const SCHEME = 'ecdsa-sha2-nistp256';

/** Signs for a role. */
export interface Signer {
  readonly key: Key;
  readonly sign: (message: Buffer) => Signature;
}

/** The public key under its id, the SHA-256 of its canonical form (4.3). */
function publicKey(key: KeyObject): Key {
  const keyval = { public: key.export({ type: 'spki', format: 'pem' }).toString() };
  return keyOf({ keytype: KEYTYPE, scheme: SCHEME, keyval });
}

/** A key as `NAME.public.json` and root metadata write it. */
export interface KeyJson {
  readonly keytype: string;
  readonly scheme: string;
  readonly keyval: { readonly public: string };
}

const keyOf = ({ keytype, scheme, keyval }: KeyJson): Key =>
  new Key({
    keyID: createHash('sha256').update(canonicalBytes({ keytype, scheme, keyval })).digest('hex'),
    keyType: keytype,
    scheme,
    keyVal: { public: keyval.public },
  });

/** Signs with a private key. */
export function signerOf(privateKey: KeyObject): Signer {
  const key = publicKey(createPublicKey(privateKey));
  return {
    key,
    sign: (message) =>
      new Signature({ keyID: key.keyID, sig: sign('sha256', message, privateKey).toString('hex') }),
  };
}

/** A signer whose private key is nowhere but in memory. */
export const throwAwaySigner = (): Signer =>
  signerOf(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey);

const privatePath = (dir: string, name: string): string => join(dir, `${name}.private.pem`);
const publicPath = (dir: string, name: string): string => join(dir, `${name}.public.json`);

/**
 * Makes a key pair in a folder and returns the paths of its two files. An existing key is never overwritten.
 *
 * @throws where a file of that name is there already
 */
export function makeKeyPair(
  dir: string,
  name: string,
): { privatePath: string; publicPath: string; id: string } {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const pem = pair.privateKey.export({ type: 'pkcs8', format: 'pem' });
  writeFileSync(privatePath(dir, name), pem, { mode: 0o600, flag: 'wx' });
  const key = publicKey(pair.publicKey);
  writeFileSync(publicPath(dir, name), `${JSON.stringify(key.toJSON(), null, 2)}\n`, { flag: 'wx' });
  return { privatePath: privatePath(dir, name), publicPath: publicPath(dir, name), id: key.keyID };
}

/** Reads `NAME.private.pem`. */
export const readSigner = (file: string): Signer => signerOf(createPrivateKey(readFileSync(file)));

/** Reads `NAME.public.json`. */
export const readPublicKey = (file: string): Key => keyOf(JSON.parse(readFileSync(file, 'utf8')) as KeyJson);
