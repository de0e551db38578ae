import { initialSettings, type Problem, SETTING_NAMES, type SettingName, type Settings } from './schema.ts';
import type { StoredSettings } from './stored.ts';

/** Who decided a value: the extension, the person, or the administrator (who may let the person change it). */
export type Origin = 'default' | 'person' | 'preset' | 'locked';

/** What the administrator's policy says, already checked (see `managed.ts`). */
export interface Managed {
  readonly values: Partial<Settings>;
  readonly locked: ReadonlySet<SettingName>;
  readonly problems: readonly Problem[];
  /** The policy sets anything at all. */
  readonly present: boolean;
}

export const NOT_MANAGED: Managed = { values: {}, locked: new Set(), problems: [], present: false };

/** The values in force, each with its origin, and everything that had to be left out. */
export interface Effective {
  readonly values: Settings;
  readonly origin: Readonly<Record<SettingName, Origin>>;
  /** Damage in the person's own stored settings. */
  readonly damaged: readonly Problem[];
  /** Policy entries that were dropped. */
  readonly dropped: readonly Problem[];
  readonly managed: boolean;
  /** The stored settings come from a newer version of the extension. */
  readonly newer: boolean;
}

const originOf = (name: SettingName, stored: StoredSettings, managed: Managed): Origin => {
  if (managed.locked.has(name)) return 'locked';
  if (name in stored.changed) return 'person';
  return name in managed.values ? 'preset' : 'default';
};

/** Puts default, preset, the person's own value and lock in order. A lock without a value locks the default. */
export function effective(stored: StoredSettings, managed: Managed): Effective {
  const initial = initialSettings();
  const origin = {} as Record<SettingName, Origin>;
  const values = {} as Record<SettingName, unknown>;
  for (const name of SETTING_NAMES) {
    origin[name] = originOf(name, stored, managed);
    const from = {
      default: initial,
      person: stored.changed,
      preset: managed.values,
      locked: { ...initial, ...managed.values },
    };
    values[name] = from[origin[name]][name];
  }
  return {
    values: values as Settings,
    origin,
    damaged: stored.problems,
    dropped: managed.problems,
    managed: managed.present,
    newer: stored.newer,
  };
}
