import { useLanguage } from '../language.tsx';
import { OwnRuleForm } from './own-rule-form.tsx';
import { SettingGroup } from './setting-group.tsx';
import type { SettingsForm } from './settings-form.ts';

/** For whoever does not find their employer: what still counts for them, and a place to write its rule down. */
export function NotListed({ form: { values, change, settingPolicy } }: { readonly form: SettingsForm }) {
  const { t } = useLanguage();
  return (
    <details class="not-listed" open={values.ownRule !== null}>
      <summary>{t('set_up_not_listed')}</summary>
      <SettingGroup
        legend={t('options_own_rule')}
        hint={t('options_own_rule_hint')}
        policy={settingPolicy('ownRule')}
      >
        <OwnRuleForm rule={values.ownRule} onChange={(ownRule) => change({ ownRule })} />
      </SettingGroup>
    </details>
  );
}
