import { LINK_KINDS, type LinkKind } from '../../lib/links/recognition.ts';
import { underscored } from '../../lib/platform/underscored.ts';
import { withItem, withoutItem } from '../../lib/settings/lists.ts';
import { OneOf, SomeOf } from '../choices.tsx';
import { useLanguage } from '../language.tsx';
import { Switch } from '../switch.tsx';
import { Section } from './section.tsx';
import { SettingGroup } from './setting-group.tsx';
import type { SettingsForm } from './settings-form.ts';
import { SiteList } from './site-list.tsx';

const STYLES = ['icon', 'word'] as const;
const CARD_OPENS = ['on-hover', 'on-click'] as const;

interface MarksProps {
  readonly form: SettingsForm;
  /** The person had the extension when marks were drawn with a word. */
  readonly isStyleNew: boolean;
}

/** Kinds of link as people think of them. */
const KIND_GROUPS = {
  posts: ['video', 'photo', 'live', 'embed', 'short-link'],
  people: ['profile', 'playlist', 'collection', 'music', 'effect'],
  finding: ['home', 'feed', 'search', 'tag', 'discover', 'place'],
  around: ['shop', 'login', 'app-link', 'app-page', 'outbound', 'corporate', 'other'],
} as const satisfies Readonly<Record<string, readonly LinkKind[]>>;
const GROUPS = Object.keys(KIND_GROUPS) as (keyof typeof KIND_GROUPS)[];

/** How, where and on which links marks are drawn. */
export function Marks({ form: { values, change, settingPolicy }, isStyleNew }: MarksProps) {
  const { t } = useLanguage();
  const marked = LINK_KINDS.filter((kind) => !values.linkKindsOff.includes(kind));
  return (
    <Section id="marks" heading={t('options_marks')}>
      <SettingGroup legend={t('options_style')} policy={settingPolicy('markStyle')}>
        {isStyleNew && settingPolicy('markStyle').origin === 'default' && (
          <p class="small notice">{t('options_style_changed')}</p>
        )}
        <OneOf
          choices={STYLES.map((value) => ({ value, label: t(`options_style_${value}`) }))}
          value={values.markStyle}
          onChange={(markStyle) => change({ markStyle })}
        />
      </SettingGroup>
      <SettingGroup legend={t('options_card_opens')} policy={settingPolicy('cardOpens')}>
        <OneOf
          choices={CARD_OPENS.map((value) => ({
            value,
            label: t(`options_card_opens_${underscored(value)}`),
          }))}
          value={values.cardOpens}
          onChange={(cardOpens) => change({ cardOpens })}
        />
      </SettingGroup>
      <SettingGroup
        legend={t('options_sites_off')}
        hint={t('options_sites_off_hint')}
        policy={settingPolicy('sitesOff')}
      >
        <SiteList
          label={t('options_site')}
          sites={values.sitesOff}
          onAdd={(site) => change(({ sitesOff }) => ({ sitesOff: withItem(sitesOff, site).sort() }))}
          onRemove={(site) => change(({ sitesOff }) => ({ sitesOff: withoutItem(sitesOff, site) }))}
        />
      </SettingGroup>
      <SettingGroup
        legend={t('options_sites_only')}
        hint={t('options_sites_only_hint')}
        policy={settingPolicy('sitesOnly')}
      >
        <SiteList
          label={t('options_site')}
          sites={values.sitesOnly}
          onAdd={(site) => change(({ sitesOnly }) => ({ sitesOnly: withItem(sitesOnly, site).sort() }))}
          onRemove={(site) => change(({ sitesOnly }) => ({ sitesOnly: withoutItem(sitesOnly, site) }))}
        />
      </SettingGroup>
      <SettingGroup legend={t('options_on_tiktok')} policy={settingPolicy('marksOnTikTok')}>
        <Switch checked={values.marksOnTikTok} onChange={(marksOnTikTok) => change({ marksOnTikTok })}>
          {t('options_on_tiktok_label')}
        </Switch>
      </SettingGroup>
      <SettingGroup legend={t('options_count')} policy={settingPolicy('toolbarCount')}>
        <Switch checked={values.toolbarCount} onChange={(toolbarCount) => change({ toolbarCount })}>
          {t('options_count_label')}
        </Switch>
      </SettingGroup>
      <SettingGroup
        legend={t('options_kinds')}
        hint={t('options_kinds_hint')}
        policy={settingPolicy('linkKindsOff')}
      >
        <div class="columns">
          {GROUPS.map((group) => (
            <fieldset key={group} class="stack-tight">
              <legend>{t(`options_kinds_${group}`)}</legend>
              <SomeOf<LinkKind>
                choices={KIND_GROUPS[group].map((value) => ({
                  value,
                  label: t(`page_kind_${underscored(value)}`),
                }))}
                values={marked}
                onToggle={(kind, on) =>
                  change(({ linkKindsOff }) => ({
                    linkKindsOff: on ? withoutItem(linkKindsOff, kind) : withItem(linkKindsOff, kind),
                  }))
                }
              />
            </fieldset>
          ))}
        </div>
      </SettingGroup>
    </Section>
  );
}
