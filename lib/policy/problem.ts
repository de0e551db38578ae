import type { PolicyKeyName } from './keys.ts';

/**
 * Why an entry of a policy was left out.
 *
 * - `not-a-policy`: the whole of it is no table of keys.
 * - `unknown`: no key of this name; `meant` is a known one that differs in capitals or hyphens only.
 * - `wrong`: the value is not what the key expects.
 * - `wrong-entry`: one entry of a list is not; the others are in use.
 * - `too-many`: the list is longer than may be; the value is the number left out.
 * - `needs-name`, `needs-rule`: it takes effect only together with `organisationName`, or with one of
 *   `organisationRule`, `organisationRuleUrl` and `organisationRuleLevel`.
 * - `needs-other`: it takes effect only together with the key that `meant` names.
 * - `retired`: a key of earlier versions; `meant` took its place.
 * - `unknown-lock`: an entry of `locked` is no key.
 */
export type PolicyProblemKind =
  | 'not-a-policy'
  | 'unknown'
  | 'wrong'
  | 'wrong-entry'
  | 'too-many'
  | 'needs-name'
  | 'needs-rule'
  | 'needs-other'
  | 'retired'
  | 'unknown-lock';

/** Something in a policy that could not be used. Words for people are made from it where it is shown. */
export interface PolicyProblem {
  readonly kind: PolicyProblemKind;
  /** Where it stood: `sitesOff`, or `sitesOff[2]`, counted from 0. */
  readonly where: string;
  /** The key whose rules it broke; null where there is none. */
  readonly key: PolicyKeyName | null;
  readonly value: unknown;
  readonly meant?: PolicyKeyName;
}
