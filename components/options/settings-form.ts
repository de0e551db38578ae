import type { Effective } from '../../lib/settings/effective.ts';
import type { SettingName, Settings } from '../../lib/settings/schema.ts';
import type { Patch } from '../../lib/settings/store.ts';
import type { Management } from './setting-group.tsx';

/** What every section of the options needs: the values in force, how each is managed, and the way to change them. */
export interface SettingsForm {
  readonly values: Settings;
  readonly change: (patch: Patch) => void;
  readonly management: (name: SettingName) => Management;
}

/**
 * @param presets settings for which the administrator preset a value that the person may change.
 */
export function settingsForm(
  effective: Effective,
  change: (patch: Patch) => void,
  presets: ReadonlySet<SettingName> = new Set(),
): SettingsForm {
  const { values, origin } = effective;
  const by = values.ownRule?.by === 'employer' ? values.ownRule.name : null;
  return {
    values,
    change,
    management: (name) => ({
      origin: origin[name],
      by,
      toPreset:
        origin[name] === 'person' && presets.has(name) ? () => change({ [name]: undefined }) : undefined,
    }),
  };
}
