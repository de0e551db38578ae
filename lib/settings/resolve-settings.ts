import type { Problem } from './problem.ts';
import { initialSettings, SETTING_NAMES, type SettingName, type Settings } from './schema.ts';
import type { StoredSettings } from './storage-layout.ts';

/** What was read of the person's own settings. */
type Stored = Pick<StoredSettings, 'changed' | 'problems' | 'newer'>;

/** Who decided a value: the extension, the person, or the policy, which may let the person change it. */
export type Origin = 'default' | 'person' | 'preset' | 'locked';

/** What a policy says of settings. */
export interface PolicyValues {
  /** Preset and locked values. */
  readonly values: Partial<Settings>;
  readonly locked: ReadonlySet<SettingName>;
}

/** The values in force, each with its origin, and everything that had to be left out. */
export interface ResolvedSettings<Policy extends PolicyValues> {
  readonly values: Settings;
  readonly origin: Readonly<Record<SettingName, Origin>>;
  /** Damage in the person's own stored settings. */
  readonly damaged: readonly Problem[];
  readonly policy: Policy;
  /** The stored settings come from a newer version of the extension. */
  readonly newer: boolean;
}

const originOf = (name: SettingName, stored: Stored, policy: PolicyValues): Origin => {
  if (policy.locked.has(name)) return 'locked';
  if (name in stored.changed) return 'person';
  return name in policy.values ? 'preset' : 'default';
};

/** A rule that a person entered is shown as theirs, whatever the stored value or an imported file calls it. */
const byPerson = ({ ownRule, ...rest }: Partial<Settings>): Partial<Settings> =>
  ownRule
    ? { ...rest, ownRule: { ...ownRule, by: 'person' } }
    : { ...rest, ...(ownRule === null && { ownRule }) };

/** Puts default, preset, the person's own value and lock in order. A lock without a value locks the default. */
export function resolveSettings<Policy extends PolicyValues>(
  stored: Stored,
  policy: Policy,
): ResolvedSettings<Policy> {
  const initial = initialSettings();
  const from = {
    default: initial,
    person: byPerson(stored.changed),
    preset: policy.values,
    locked: { ...initial, ...policy.values },
  };
  const origin = {} as Record<SettingName, Origin>;
  const values = {} as Record<SettingName, unknown>;
  for (const name of SETTING_NAMES) {
    origin[name] = originOf(name, stored, policy);
    values[name] = from[origin[name]][name];
  }
  return {
    values: values as Settings,
    origin,
    damaged: stored.problems,
    policy,
    newer: stored.newer,
  };
}
