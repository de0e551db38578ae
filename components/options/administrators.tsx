import type { Effective } from '../../lib/settings/effective.ts';
import { type Problem, SETTING_NAMES } from '../../lib/settings/schema.ts';
import { useLanguage } from '../language.tsx';
import { Section } from './section.tsx';

/** The value in force of every setting, who decided it, and what of the policy was dropped and why. */
export function Administrators({ effective }: { readonly effective: Effective }) {
  const { t } = useLanguage();
  const { values, origin, managed, dropped } = effective;
  return (
    <Section id="administrators" heading={t('options_administrators')}>
      <p>{t(managed ? 'options_managed' : 'options_not_managed')}</p>
      {dropped.length > 0 && (
        <div class="notice">
          <h3>{t('options_dropped')}</h3>
          <Problems problems={dropped} />
        </div>
      )}
      <details>
        <summary>{t('options_effective')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('options_effective_name')}</th>
              <th scope="col">{t('options_effective_value')}</th>
              <th scope="col">{t('options_effective_origin')}</th>
            </tr>
          </thead>
          <tbody>
            {SETTING_NAMES.map((name) => (
              <tr key={name}>
                <th scope="row">
                  <code>{name}</code>
                </th>
                <td>
                  <code>{JSON.stringify(values[name])}</code>
                </td>
                <td>{t(`options_origin_${origin[name]}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </Section>
  );
}

/** What could not be used: where it stood, why, and the value as it was found. */
export function Problems({ problems }: { readonly problems: readonly Problem[] }) {
  const { t } = useLanguage();
  return (
    <ul class="bullets">
      {problems.map(({ where, reason, value }) => (
        <li key={`${where} ${reason}`}>
          {t('options_problem', where, reason)}{' '}
          <code class="raw">{JSON.stringify(value)?.slice(0, 500)}</code>
        </li>
      ))}
    </ul>
  );
}
