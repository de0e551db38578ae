import type { PolicyValues, ResolvedSettings } from '../settings/resolve-settings.ts';
import type { PolicyKeyName } from './keys.ts';
import type { PolicyProblem } from './problem.ts';

/** When and how the policy came; see `managed-storage.ts`. Moments are ISO 8601 in UTC. */
export interface PolicySource {
  /** As the browser handed it over; null for none. */
  readonly raw: unknown;
  /** The browser's own reading: the last one in Chromium, the one at its start in Firefox. */
  readonly readAt: string;
  /** Since when it has been as it is now; null where there never was one. */
  readonly since: string | null;
  /** The browser reads policies at its start only. */
  readonly atStartOnly: boolean;
  /** Why it could not be read just now, in the browser's words; the last known policy is in use then. */
  readonly unreadable: string | null;
}

/** What the browser's policy says, already checked (see `read-policy.ts`); the organisation's rule is among its values. */
export interface Policy extends PolicyValues {
  readonly problems: readonly PolicyProblem[];
  /** The policy sets anything at all, or tries to. */
  readonly present: boolean;
  /** Who manages this browser, where the policy says so. */
  readonly organisation: string | null;
  /** Whether to show the welcome page after an install; null where the policy does not say. */
  readonly firstRun: boolean | null;
  /** Every key that passed its check, with its checked value. */
  readonly accepted: Readonly<Partial<Record<PolicyKeyName, unknown>>>;
  readonly source: PolicySource | null;
}

export const NO_POLICY: Policy = {
  values: {},
  locked: new Set(),
  problems: [],
  present: false,
  organisation: null,
  firstRun: null,
  accepted: {},
  source: null,
};

/** The settings in force, with the policy that they are under. */
export type SettingsInForce = ResolvedSettings<Policy>;
