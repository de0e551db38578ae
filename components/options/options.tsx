import type { ComponentChildren } from 'preact';
import { numberFormat } from '../../lib/platform/formats.ts';
import type { SettingsInForce } from '../../lib/policy/policy.ts';
import type { VerdictBlock } from '../../lib/register/verdict-block.ts';
import type { Saved } from '../../lib/settings/save-status.ts';
import { MOST_ENTRIES, SETTING_NAMES, surplus } from '../../lib/settings/schema.ts';
import type { Change } from '../../lib/settings/store.ts';
import { OneOf } from '../choices.tsx';
import { plural, useLanguage, withNumber } from '../language.tsx';
import { Switch } from '../switch.tsx';
import { Administrators } from './administrators.tsx';
import { Marks } from './marks.tsx';
import type { PolicyTools } from './policy-writer.tsx';
import { Privacy } from './privacy.tsx';
import { Problems } from './problems.tsx';
import type { Directory } from './profile-lookup.ts';
import { SavedLine } from './saved-line.tsx';
import { Section } from './section.tsx';
import { SettingGroup } from './setting-group.tsx';
import { type SettingsForm, settingsForm } from './settings-form.ts';
import { Updates, type UpdatesActions, type UpdatesFacts } from './updates.tsx';
import { You } from './you.tsx';
import { YourData } from './your-data.tsx';

export interface OptionsProps {
  readonly effective: SettingsInForce;
  readonly onChange: (change: Change) => void;
  readonly saved: Saved;
  /** Null while the register loads; the other settings do not wait for it. */
  readonly directory: Directory | null;
  /** The answer to what is picked; null while the register loads. */
  readonly verdict: VerdictBlock | null;
  readonly register: RegisterFacts | null;
  readonly updates: UpdatesFacts;
  readonly updatesActions: UpdatesActions;
  readonly onReset: () => void;
  readonly onExport?: (() => void) | undefined;
  readonly onImport?: ((file: File) => Promise<readonly string[]>) | undefined;
  readonly policyTools: PolicyTools;
  /** See `lib/background/style-notice.ts`. */
  readonly isStyleNew: boolean;
  /** The person has seen what was damaged. */
  readonly onDismissDamage: () => void;
}

/** What is told about the register in use; dates are in words. */
export interface RegisterFacts {
  readonly version: string;
  readonly date: string;
  readonly age: string;
  readonly restrictions: number;
  /** Address of the register's own page. */
  readonly href: string;
}

const SECTIONS = [
  'you',
  'marks',
  'opening',
  'pause',
  'register',
  'data',
  'administrators',
  'privacy',
] as const;

/** The options page: every setting, kept at once. */
export function Options(props: OptionsProps) {
  const language = useLanguage();
  const { t } = language;
  const { effective, onChange } = props;
  const mistakes = effective.policy.problems.length;
  const form = settingsForm(effective, onChange);
  return (
    <div class="options">
      <a class="skip" href="#you">
        {t('skip')}
      </a>
      <header class="options-head">
        <h1>{t('options_title')}</h1>
        <p class="soft">{t('options_about')}</p>
        {mistakes > 0 && (
          <p class="notice">
            <a href="#administrators">{withNumber(language, 'options_policy_mistakes', mistakes)}</a>
          </p>
        )}
      </header>
      <nav class="contents" aria-label={t('register_views')}>
        <ul>
          {SECTIONS.map((id) => (
            <li key={id}>
              <a href={`#${id}`}>{t(`options_${id}`)}</a>
              {id === 'administrators' && mistakes > 0 && <Mistakes count={mistakes} />}
            </li>
          ))}
        </ul>
      </nav>
      <div class="options-body">
        <Damage {...props} />
        <You form={form} directory={props.directory} block={props.verdict} />
        <Marks form={form} isStyleNew={props.isStyleNew} />
        <BeforeOpen form={form} />
        <Pause form={form} />
        <AboutRegister register={props.register}>
          <Updates form={form} facts={props.updates} {...props.updatesActions} />
        </AboutRegister>
        <YourData form={form} onReset={props.onReset} onExport={props.onExport} onImport={props.onImport} />
        <Administrators effective={effective} tools={props.policyTools} />
        <Privacy />
      </div>
      <SavedLine saved={props.saved} />
    </div>
  );
}

/** How many mistakes of a policy a section of the menu tells of. */
function Mistakes({ count }: { readonly count: number }) {
  const language = useLanguage();
  return (
    <span class="count wrong" role="img" aria-label={withNumber(language, 'options_policy_mistakes', count)}>
      {numberFormat(language.locale).format(count)}
    </span>
  );
}

/** What of the stored settings could not be read: told, never silently dropped. */
function Damage({ effective: { values, origin, damaged, newer }, onDismissDamage }: OptionsProps) {
  const { t } = useLanguage();
  // Not shortened: a person's own list is theirs.
  const tooLong = SETTING_NAMES.filter(
    (name) => origin[name] === 'person' && surplus(name, values[name]) > 0,
  );
  if (damaged.length === 0 && !newer && tooLong.length === 0) return null;
  return (
    <section class="notice stack" aria-labelledby="damage">
      <h2 id="damage">{t('options_happened')}</h2>
      {newer && <p>{t('options_newer')}</p>}
      {tooLong.map((name) => (
        <p key={name}>{t('options_too_long', name, MOST_ENTRIES[name as keyof typeof MOST_ENTRIES])}</p>
      ))}
      {damaged.length > 0 && (
        <>
          <p>{t('options_damaged')}</p>
          <Problems problems={damaged} />
          <div>
            <button type="button" onClick={onDismissDamage}>
              {t('options_damage_seen')}
            </button>
          </div>
        </>
      )}
    </section>
  );
}

function Pause({ form: { values, change, settingPolicy } }: { readonly form: SettingsForm }) {
  const { t } = useLanguage();
  return (
    <Section id="pause" heading={t('options_pause')}>
      <SettingGroup
        legend={t('options_marks')}
        hint={t('options_paused_hint')}
        policy={settingPolicy('paused')}
      >
        <Switch checked={values.paused} onChange={(paused) => change({ paused })}>
          {t('options_paused_label')}
        </Switch>
      </SettingGroup>
    </Section>
  );
}

const BEFORE_OPEN = ['never', 'ask', 'once'] as const;

function BeforeOpen({ form: { values, change, settingPolicy } }: { readonly form: SettingsForm }) {
  const { t } = useLanguage();
  return (
    <Section id="opening" heading={t('options_opening')}>
      <SettingGroup
        legend={t('options_before_open')}
        hint={t('options_before_open_hint')}
        policy={settingPolicy('beforeOpen')}
      >
        <OneOf
          choices={BEFORE_OPEN.map((value) => ({ value, label: t(`options_before_open_${value}`) }))}
          value={values.beforeOpen}
          onChange={(beforeOpen) => change({ beforeOpen })}
        />
      </SettingGroup>
    </Section>
  );
}

interface AboutRegisterProps {
  readonly register: RegisterFacts | null;
  readonly children: ComponentChildren;
}

function AboutRegister({ register, children }: AboutRegisterProps) {
  const language = useLanguage();
  const { t } = language;
  return (
    <Section id="register" heading={t('options_register')}>
      {register ? (
        <>
          <p>
            {t('about_register', register.version, register.date)} <span class="soft">({register.age})</span>
            <br />
            {plural(language, 'register_results', register.restrictions)}
          </p>
          <p>
            <a href={register.href}>{t('popup_register')}</a>
          </p>
        </>
      ) : (
        <p class="soft">{t('loading')}</p>
      )}
      {children}
    </Section>
  );
}
