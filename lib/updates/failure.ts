/**
 * Why a look for updates did not end well. {@link FAILURE_WORDS} leads to the words for people.
 *
 * - `not-https`: the source is no https URL; nothing was asked for.
 * - `not-anonymous`: the browser would send with the request what tells it from all others; nothing was asked for.
 * - `unreachable`: no answer, whatever the cause; browsers do not tell scripts more than that.
 * - `http-status`: an answer with a status that is neither success nor "not there"; `detail` is the status.
 * - `redirected`: the host sent the request elsewhere.
 * - `not-modified`: the host said "as before" of something that this browser does not have.
 * - `missing`: a file that the signed metadata names is not there.
 * - `too-large`, `too-slow`: the limit was reached while reading, and reading stopped.
 * - `not-understood`: no JSON, or not of the form that the specification gives; `detail` says where.
 * - `other-root`: no root metadata of the folder has the SHA-256 that is to be trusted.
 * - `bad-signature`: fewer valid signatures by different keys of the role than its threshold asks for.
 * - `older`: the version of a file, or one that it names, is lower than what is trusted already (rollback).
 * - `wrong-version`: a file does not have the version under which it was asked for.
 * - `wrong-length`, `wrong-hash`: a file is not the one that the signed metadata describes.
 * - `expired`: a file's signed expiry date is past; or the clock of this device is ahead.
 * - `no-register`: the folder holds no register that this version reads, nor one for a later version.
 * - `later-format`: the folder's register is for a later version of the extension only.
 * - `not-a-register`: the register does not pass the schema; `detail` names field and reason.
 * - `storage`: the browser could not store it, for want of room mostly.
 */
export const FAILURE_KINDS = [
  'not-https',
  'not-anonymous',
  'unreachable',
  'http-status',
  'redirected',
  'not-modified',
  'missing',
  'too-large',
  'too-slow',
  'not-understood',
  'other-root',
  'bad-signature',
  'older',
  'wrong-version',
  'wrong-length',
  'wrong-hash',
  'expired',
  'no-register',
  'later-format',
  'not-a-register',
  'storage',
] as const;
export type FailureKind = (typeof FAILURE_KINDS)[number];

/**
 * What a person is told of each, by what they can do about it: several failures of one host, and several of one folder,
 * share their words. The kind itself stands beside these.
 */
export const FAILURE_WORDS = {
  'not-https': 'not_https',
  'not-anonymous': 'not_anonymous',
  unreachable: 'unreachable',
  'http-status': 'unreachable',
  redirected: 'unreachable',
  'not-modified': 'untrusted',
  missing: 'untrusted',
  'too-large': 'untrusted',
  'too-slow': 'unreachable',
  'not-understood': 'untrusted',
  'other-root': 'other_root',
  'bad-signature': 'untrusted',
  older: 'untrusted',
  'wrong-version': 'untrusted',
  'wrong-length': 'untrusted',
  'wrong-hash': 'untrusted',
  expired: 'expired',
  'no-register': 'no_register',
  'later-format': 'later_format',
  'not-a-register': 'untrusted',
  storage: 'storage',
} as const satisfies Readonly<Record<FailureKind, string>>;

/** A look for updates that ended early; what was trusted before stays. */
export class UpdateFailure extends Error {
  override readonly name = 'UpdateFailure';
  readonly kind: FailureKind;
  /** The file of the folder that it is about; empty where it is about none. */
  readonly file: string;
  readonly detail: string;

  constructor(kind: FailureKind, file = '', detail = '') {
    super([kind, file, detail].filter(Boolean).join(': '));
    this.kind = kind;
    this.file = file;
    this.detail = detail;
  }
}
