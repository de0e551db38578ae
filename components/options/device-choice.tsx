import { underscored } from '../../lib/platform/underscored.ts';
import { DEVICES } from '../../lib/register/profile.ts';
import { OneOf } from '../choices.tsx';
import { useLanguage } from '../language.tsx';
import { SettingGroup } from './setting-group.tsx';
import type { SettingsForm } from './settings-form.ts';

/** The device the person sits at: one of three. */
export function DeviceChoice({ form: { values, change, settingPolicy } }: { readonly form: SettingsForm }) {
  const { t } = useLanguage();
  return (
    <SettingGroup
      legend={t('options_device')}
      hint={t('options_device_hint')}
      policy={settingPolicy('device')}
    >
      <OneOf
        choices={DEVICES.map((value) => ({ value, label: t(`options_device_${underscored(value)}`) }))}
        value={values.device}
        onChange={(device) => change({ device })}
      />
    </SettingGroup>
  );
}
