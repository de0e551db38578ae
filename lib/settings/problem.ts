import type { z } from '../platform/zod.ts';

/**
 * Why a stored or imported value could not be used, as codes: the words for people are made where it is shown. A schema
 * gives the code of what it expects as its message; what zod itself finds is mapped to one here.
 */
export const PROBLEM_REASONS = [
  'iso-3166-code',
  'organisation-id',
  'host',
  'https-url',
  'folder-url',
  'sha-256',
  'empty',
  'too-long',
  'too-many-entries',
  'too-large-file',
  'user-name-in-url',
  'unseen-sign',
  'no-choice',
  'wrong-type',
  'no-json',
  'no-settings-file',
  'newer-version',
  'unknown-name',
  'not-understood',
] as const;
export type ProblemReason = (typeof PROBLEM_REASONS)[number];

/** Something that entered and could not be used: where it stood, why, and the value as it was found. */
export interface Problem {
  /** `sitesOff[1]`, `ownRule.url`; empty for the whole of a file. */
  readonly where: string;
  readonly reason: ProblemReason;
  /** What the words name besides: how many there are, and how many there may be. */
  readonly values?: readonly (string | number)[];
  readonly value: unknown;
}

const OF_ZOD: Readonly<Record<string, ProblemReason>> = {
  invalid_type: 'wrong-type',
  invalid_value: 'no-choice',
  unrecognized_keys: 'unknown-name',
};

/** A stored text as a reason; versions before this one stored sentences. */
export const asReason = (text: string): ProblemReason =>
  PROBLEM_REASONS.find((reason) => reason === text) ?? 'not-understood';

/**
 * The reason of the first complaint of a failed check, and where inside the value it lies. A message may hold more
 * words after the code, which the sentence names.
 */
export function complaintOf({ issues: [issue] }: z.core.$ZodError): Pick<Problem, 'reason' | 'values'> & {
  readonly path: readonly PropertyKey[];
} {
  if (!issue) return { reason: 'not-understood', path: [] };
  const [code = '', ...values] = issue.message.split(' ');
  const named = asReason(code);
  if (named === 'not-understood') return { reason: OF_ZOD[issue.code] ?? named, path: issue.path };
  const most = issue.code === 'too_big' ? [Number(issue.maximum)] : values;
  return { reason: named, ...(most.length > 0 && { values: most }), path: issue.path };
}
