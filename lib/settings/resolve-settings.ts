import type { PolicyKeyName } from '../policy/keys.ts';
import type { PolicyProblem } from '../policy/problem.ts';
import { initialSettings, type Problem, SETTING_NAMES, type SettingName, type Settings } from './schema.ts';
import type { StoredSettings } from './storage-layout.ts';

/** What was read of the person's own settings. */
type Stored = Pick<StoredSettings, 'changed' | 'problems' | 'newer'>;

/** Who decided a value: the extension, the person, or the administrator (who may let the person change it). */
export type Origin = 'default' | 'person' | 'preset' | 'locked';

/** When and how the policy came; see `managed-store.ts`. Moments are ISO 8601 in UTC. */
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

/** What the administrator's policy says, already checked (see `managed.ts`). */
export interface Managed {
  /** Preset and locked values, the organisation's own rule among them. */
  readonly values: Partial<Settings>;
  readonly locked: ReadonlySet<SettingName>;
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

export const NOT_MANAGED: Managed = {
  values: {},
  locked: new Set(),
  problems: [],
  present: false,
  organisation: null,
  firstRun: null,
  accepted: {},
  source: null,
};

/** The values in force, each with its origin, and everything that had to be left out. */
export interface Effective {
  readonly values: Settings;
  readonly origin: Readonly<Record<SettingName, Origin>>;
  /** Damage in the person's own stored settings. */
  readonly damaged: readonly Problem[];
  readonly policy: Managed;
  /** The stored settings come from a newer version of the extension. */
  readonly newer: boolean;
}

const originOf = (name: SettingName, stored: Stored, managed: Managed): Origin => {
  if (managed.locked.has(name)) return 'locked';
  if (name in stored.changed) return 'person';
  return name in managed.values ? 'preset' : 'default';
};

/** A rule that a person entered is shown as theirs, whatever the stored value or an imported file calls it. */
const byPerson = ({ ownRule, ...rest }: Partial<Settings>): Partial<Settings> =>
  ownRule
    ? { ...rest, ownRule: { ...ownRule, by: 'person' } }
    : { ...rest, ...(ownRule === null && { ownRule }) };

/** Puts default, preset, the person's own value and lock in order. A lock without a value locks the default. */
export function effective(stored: Stored, managed: Managed): Effective {
  const initial = initialSettings();
  const from = {
    default: initial,
    person: byPerson(stored.changed),
    preset: managed.values,
    locked: { ...initial, ...managed.values },
  };
  const origin = {} as Record<SettingName, Origin>;
  const values = {} as Record<SettingName, unknown>;
  for (const name of SETTING_NAMES) {
    origin[name] = originOf(name, stored, managed);
    values[name] = from[origin[name]][name];
  }
  return {
    values: values as Settings,
    origin,
    damaged: stored.problems,
    policy: managed,
    newer: stored.newer,
  };
}
