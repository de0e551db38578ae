/**
 * How strongly a verdict speaks, strongest first.
 *
 * - `not-allowed`: a binding rule in force of an organisation of theirs covers this device.
 * - `blocked-here`: a ban or suspension in force for the whole territory where they are.
 * - `advised-against`: advice or a warning in force, or a device that is only advised on.
 * - `no-rule-found`: the register knows none, which is not "allowed".
 * - `no-profile`: nothing picked yet.
 */
export const VERDICT_LEVELS = [
  'not-allowed',
  'blocked-here',
  'advised-against',
  'no-rule-found',
  'no-profile',
] as const;
export type VerdictLevel = (typeof VERDICT_LEVELS)[number];
