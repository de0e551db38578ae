import type { SettingsInForce } from '../../lib/policy/policy.ts';
import type { SettingName, Settings } from '../../lib/settings/schema.ts';
import type { Change } from '../../lib/settings/store.ts';
import type { SettingPolicy } from './setting-group.tsx';

/** What every section of the options needs: the values in force, what the policy says of each, and the way to change them. */
export interface SettingsForm {
  readonly values: Settings;
  readonly change: (change: Change) => void;
  readonly settingPolicy: (name: SettingName) => SettingPolicy;
}

/** The form of the settings in force; `change` keeps new values. */
export function settingsForm(
  { values, origin, policy }: SettingsInForce,
  change: (change: Change) => void,
): SettingsForm {
  const toPreset = (name: SettingName) =>
    origin[name] === 'person' && name in policy.values ? () => change({ [name]: undefined }) : undefined;
  return {
    values,
    change,
    settingPolicy: (name) => ({ origin: origin[name], by: policy.organisation, toPreset: toPreset(name) }),
  };
}
