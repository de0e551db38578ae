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

/** The reason of the first complaint of a failed check, and where inside the value it lies. */
export function complaintOf({ issues: [issue] }: z.core.$ZodError): {
  readonly reason: ProblemReason;
  readonly path: readonly PropertyKey[];
} {
  if (!issue) return { reason: 'not-understood', path: [] };
  const named = asReason(issue.message);
  const reason = named === 'not-understood' ? (OF_ZOD[issue.code] ?? named) : named;
  return { reason, path: issue.path };
}
