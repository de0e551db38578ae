import { fromHex, toHex } from './hex.ts';
import type { Key } from './metadata.ts';

/** A public key that WebCrypto took. */
export interface PublicKey {
  /** The key itself in one form, whatever id or spelling it came under. */
  readonly identity: string;
  /** Whether `signature` (hexadecimal) is this key's over `message`. False for anything that is no signature. */
  verify(signature: string, message: Uint8Array<ArrayBuffer>): Promise<boolean>;
}

/** How keys and signatures of one scheme are read. */
interface Scheme {
  /** The names under which the key type is written. */
  readonly keytypes: readonly string[];
  readonly importing: AlgorithmIdentifier | EcKeyImportParams;
  readonly verifying: AlgorithmIdentifier | EcdsaParams;
  /** The signature as WebCrypto wants it; null where it is none. */
  readonly signature: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer> | null;
}

/** A DER INTEGER as `size` bytes; null where it is longer or not there. */
function derInteger(bytes: Uint8Array, at: number, size: number): { value: Uint8Array; end: number } | null {
  const length = bytes[at + 1] ?? 0;
  const end = at + 2 + length;
  if (bytes[at] !== 0x02 || length === 0 || length > size + 1 || end > bytes.length) return null;
  const digits = bytes.subarray(bytes[at + 2] === 0 ? at + 3 : at + 2, end);
  if (digits.length > size) return null;
  const value = new Uint8Array(size);
  value.set(digits, size - digits.length);
  return { value, end };
}

/** ECDSA signatures are written in DER (RFC 3279, 2.2.3); WebCrypto takes r and s of 32 bytes each. */
function fromDer(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | null {
  if (bytes[0] !== 0x30 || bytes[1] !== bytes.length - 2) return null;
  const r = derInteger(bytes, 2, 32);
  const s = r && derInteger(bytes, r.end, 32);
  if (!r || !s || s.end !== bytes.length) return null;
  return Uint8Array.from([...r.value, ...s.value]);
}

/**
 * The schemes that count. A key of any other is passed over, so that a role may have keys for newer clients too.
 * Browsers before Chromium 137 and Firefox 129 have no Ed25519; there such a key is passed over as well.
 */
const SCHEMES: Readonly<Record<string, Scheme>> = {
  ed25519: {
    keytypes: ['ed25519'],
    importing: { name: 'Ed25519' },
    verifying: { name: 'Ed25519' },
    signature: (bytes) => (bytes.length === 64 ? bytes : null),
  },
  'ecdsa-sha2-nistp256': {
    keytypes: ['ecdsa', 'ecdsa-sha2-nistp256'],
    importing: { name: 'ECDSA', namedCurve: 'P-256' },
    verifying: { name: 'ECDSA', hash: 'SHA-256' },
    signature: fromDer,
  },
};

const PEM = /^-----BEGIN PUBLIC KEY-----\s([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----\s*$/;

/** SPKI bytes of a PEM text, or the raw bytes of hexadecimal text; null for anything else. */
function keyBytes(text: string): { format: 'spki' | 'raw'; bytes: Uint8Array<ArrayBuffer> } | null {
  const body = PEM.exec(text)?.[1];
  if (body)
    return { format: 'spki', bytes: Uint8Array.from(atob(body.replace(/\s/g, '')), (c) => c.charCodeAt(0)) };
  const bytes = fromHex(text);
  return bytes && { format: 'raw', bytes };
}

/** Imports a key as metadata writes it (section 4.2); null where this browser cannot use it. Never rejects. */
export async function importKey({ keytype, scheme, keyval }: Key): Promise<PublicKey | null> {
  const known = Object.hasOwn(SCHEMES, scheme) ? SCHEMES[scheme] : undefined;
  if (!known?.keytypes.includes(keytype)) return null;
  try {
    const given = keyBytes(keyval.public);
    if (!given) return null;
    const key = await crypto.subtle.importKey(given.format, given.bytes, known.importing, true, ['verify']);
    const spki = new Uint8Array(await crypto.subtle.exportKey('spki', key));
    return {
      identity: toHex(spki),
      verify: async (signature, message) => {
        const bytes = fromHex(signature);
        const ready = bytes && known.signature(bytes);
        return !!ready && crypto.subtle.verify(known.verifying, key, ready, message);
      },
    };
  } catch {
    return null;
  }
}
