import { useLanguage } from '../language.tsx';
import { DeviceChoice } from './device-choice.tsx';
import { Organisations } from './organisations.tsx';
import { OwnRuleForm } from './own-rule-form.tsx';
import { Places } from './places.tsx';
import type { Directory } from './profile-lookup.ts';
import { Section } from './section.tsx';
import { SettingGroup } from './setting-group.tsx';
import type { SettingsForm } from './settings-form.ts';

interface YouProps {
  readonly form: SettingsForm;
  readonly directory: Directory | null;
}

/** The profile: device, organisations, places and an own rule. All of it may stay empty. */
export function You({ form, directory }: YouProps) {
  const { t } = useLanguage();
  const { values, change, settingPolicy } = form;
  return (
    <Section id="you" heading={t('options_you')}>
      <p>{t('options_you_about')}</p>
      <DeviceChoice form={form} />
      {directory && <Organisations form={form} directory={directory} />}
      {directory && <Places form={form} directory={directory} />}
      <SettingGroup
        legend={t('options_own_rule')}
        hint={t('options_own_rule_hint')}
        policy={settingPolicy('ownRule')}
      >
        <OwnRuleForm rule={values.ownRule} onChange={(ownRule) => change({ ownRule })} />
      </SettingGroup>
    </Section>
  );
}
