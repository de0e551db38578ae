import { z } from '../platform/zod.ts';
import { canonicalBytes } from './canonical.ts';
import { UpdateFailure } from './failure.ts';

/*
 * The files of a repository by section 4 of The Update Framework 1.0, as far as a client without delegations needs
 * them. Objects are loose: fields that are not known here are signed as well and must stay.
 */

const Version = z.int().check(z.minimum(1));
const Hex = z.string().check(z.regex(/^[0-9a-f]+$/i, 'hexadecimal'));

/** 4.3.1: of the same major version only. */
const common = {
  spec_version: z.string().check(z.regex(/^1\.\d+(\.\d+)?$/, 'specification-1')),
  version: Version,
  expires: z.iso.datetime(),
};

const Key = z.looseObject({
  keytype: z.string(),
  scheme: z.string(),
  keyval: z.looseObject({ public: z.string() }),
});
/** A public key as metadata writes it. */
export type Key = z.infer<typeof Key>;

const Role = z.looseObject({
  keyids: z.array(z.string()),
  threshold: z.int().check(z.minimum(1)),
});
export type Role = z.infer<typeof Role>;

const Length = z.int().check(z.nonnegative());
const Hashes = z.record(z.string(), Hex);
/** What a file says of another: of metadata, length and hashes are optional (4.4). */
const MetaFile = z.looseObject({
  version: Version,
  length: z.optional(Length),
  hashes: z.optional(Hashes),
});

/** 4.5: of a target, both are required. */
const TargetFile = z.looseObject({
  length: Length,
  hashes: Hashes,
  custom: z.optional(z.record(z.string(), z.unknown())),
});
export type TargetFile = z.infer<typeof TargetFile>;

const Root = z.looseObject({
  _type: z.literal('root'),
  ...common,
  consistent_snapshot: z.boolean(),
  keys: z.record(z.string(), Key),
  roles: z.looseObject({ root: Role, timestamp: Role, snapshot: Role, targets: Role }),
});

const Timestamp = z.looseObject({
  _type: z.literal('timestamp'),
  ...common,
  meta: z.looseObject({ 'snapshot.json': MetaFile }),
});

const Snapshot = z.looseObject({
  _type: z.literal('snapshot'),
  ...common,
  meta: z.intersection(z.looseObject({ 'targets.json': MetaFile }), z.record(z.string(), MetaFile)),
});

const Targets = z.looseObject({
  _type: z.literal('targets'),
  ...common,
  targets: z.record(z.string(), TargetFile),
});

const SIGNED = { root: Root, timestamp: Timestamp, snapshot: Snapshot, targets: Targets } as const;

export type RoleName = keyof typeof SIGNED;
export type SignedOf<R extends RoleName> = z.output<(typeof SIGNED)[R]>;

/** 4.2: of signatures with the same key id, none is to be trusted. */
const Signatures = z
  .array(z.looseObject({ keyid: z.string(), sig: z.string() }))
  .check(z.refine((list) => new Set(list.map(({ keyid }) => keyid)).size === list.length, 'distinct-keys'));

/** A file of a role, read but not verified. */
export interface Metadata<R extends RoleName> {
  readonly role: R;
  readonly signed: SignedOf<R>;
  /** What the signatures are made over: `signed` as it came, with every field, in canonical form. */
  readonly message: Uint8Array<ArrayBuffer>;
  readonly signatures: z.infer<typeof Signatures>;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Where a check failed first, and why. */
export const complaint = (error: z.core.$ZodError): string => {
  const [issue] = error.issues;
  return issue ? [issue.path.join('.'), issue.message].filter(Boolean).join(': ') : '';
};

/** @throws UpdateFailure `not-understood` */
export function parseJson(bytes: Uint8Array, file: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (error) {
    throw new UpdateFailure('not-understood', file, error instanceof Error ? error.message : String(error));
  }
}

/**
 * Reads a file of a role; its signatures are still to be verified.
 *
 * @throws UpdateFailure `not-understood` where it is no metadata of that role.
 */
export function readMetadata<R extends RoleName>(
  role: R,
  bytes: Uint8Array<ArrayBuffer>,
  file = `${role}.json`,
): Metadata<R> {
  const json = parseJson(bytes, file);
  const envelope = z.looseObject({ signed: z.unknown(), signatures: Signatures }).safeParse(json);
  if (!envelope.success) throw new UpdateFailure('not-understood', file, complaint(envelope.error));
  const { signed: raw, signatures } = envelope.data;
  const signed = SIGNED[role].safeParse(raw);
  if (!signed.success) throw new UpdateFailure('not-understood', file, complaint(signed.error));
  try {
    const message = canonicalBytes(raw);
    return { role, signed: signed.data as SignedOf<R>, message, signatures, bytes };
  } catch (error) {
    // A number with a fraction, or brackets nested without end.
    throw new UpdateFailure('not-understood', file, error instanceof Error ? error.message : String(error));
  }
}
