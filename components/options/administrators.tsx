import { aboutKey, isSettingKey, POLICY_KEY_NAMES } from '../../lib/policy/keys.ts';
import type { SettingsInForce } from '../../lib/policy/policy.ts';
import { SETTING_NAMES } from '../../lib/settings/schema.ts';
import { useLanguage } from '../language.tsx';
import { PolicyReceived } from './policy-received.tsx';
import { problemText } from './policy-words.ts';
import { type PolicyTools, PolicyWriter } from './policy-writer.tsx';
import { FirstOf, RawValue } from './problems.tsx';
import { Section } from './section.tsx';

export interface AdministratorsProps {
  readonly effective: SettingsInForce;
  readonly tools: PolicyTools;
}

/** What a policy set, what of it is in force, what was left out and why, and a way to make one. */
export function Administrators({ effective, tools }: AdministratorsProps) {
  const { t } = useLanguage();
  return (
    <Section id="administrators" heading={t('options_administrators')}>
      <Standing effective={effective} />
      <LeftOut effective={effective} />
      <InForce effective={effective} />
      <OtherKeys effective={effective} />
      <PolicyReceived effective={effective} tools={tools} />
      <PolicyWriter effective={effective} tools={tools} />
    </Section>
  );
}

/** A moment (ISO 8601) on the person's own clock. */
const moment = (iso: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'medium' }).format(new Date(iso));

/** Whether a policy is there, whose it is, and when it was read. */
function Standing({ effective: { policy } }: { readonly effective: SettingsInForce }) {
  const { t, locale } = useLanguage();
  const { source, present, organisation } = policy;
  const about = present
    ? t('admin_about_present', organisation ?? t('options_administrator'))
    : t('admin_about_none');
  return (
    <>
      <p>{about}</p>
      {source && (
        <p class="small soft">
          {t(source.atStartOnly ? 'admin_read_at_start' : 'admin_read_live', moment(source.readAt, locale))}{' '}
          {present && source.since && t('admin_since', moment(source.since, locale))}
        </p>
      )}
      {source?.unreadable && <p class="notice">{t('admin_unreadable', source.unreadable)}</p>}
    </>
  );
}

function LeftOut({ effective: { policy } }: { readonly effective: SettingsInForce }) {
  const language = useLanguage();
  const { t } = language;
  if (policy.problems.length === 0) return null;
  return (
    <div class="notice stack-tight">
      <h3>{t('admin_dropped')}</h3>
      <FirstOf items={policy.problems} keyOf={({ kind, where }) => `${kind} ${where}`}>
        {(problem) => (
          <>
            {problemText(problem, language)}{' '}
            {problem.kind !== 'too-many' && <RawValue value={problem.value} />}
          </>
        )}
      </FirstOf>
    </div>
  );
}

function InForce({ effective: { values, origin } }: { readonly effective: SettingsInForce }) {
  const { t } = useLanguage();
  return (
    <details>
      <summary>{t('admin_effective')}</summary>
      <table class="policy-table">
        <thead>
          <tr>
            <th scope="col">{t('admin_column_name')}</th>
            <th scope="col">{t('admin_column_value')}</th>
            <th scope="col">{t('admin_column_origin')}</th>
          </tr>
        </thead>
        <tbody>
          {SETTING_NAMES.map((name) => (
            <tr key={name}>
              <th scope="row">
                <code>{name === 'ownRule' ? 'organisationRule' : name}</code>
              </th>
              <td>
                <RawValue value={values[name]} />
              </td>
              <td>{t(`options_origin_${origin[name]}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** Keys that set no setting: what was accepted of them. */
function OtherKeys({ effective: { policy } }: { readonly effective: SettingsInForce }) {
  const { t } = useLanguage();
  const keys = POLICY_KEY_NAMES.filter((key) => !isSettingKey(key) && policy.accepted[key] !== undefined);
  if (keys.length === 0) return null;
  return (
    <details>
      <summary>{t('admin_others')}</summary>
      <dl class="answers">
        {keys.map((key) => (
          <div key={key}>
            <dt>
              <code>{key}</code>
            </dt>
            <dd>
              <RawValue value={policy.accepted[key]} /> <span class="small soft">{t(aboutKey(key))}</span>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
