import { useLanguage } from '../language.tsx';
import { Section } from './section.tsx';

/** What leaves this device, and how anybody can check the answer. */
export function Privacy() {
  const { t } = useLanguage();
  return (
    <Section id="privacy" heading={t('options_privacy')}>
      <p>
        <strong>{t('options_privacy_nothing')}</strong>
      </p>
      <ul class="bullets">
        {(['links', 'updates', 'pages', 'stored', 'others'] as const).map((about) => (
          <li key={about}>{t(`options_privacy_${about}`)}</li>
        ))}
      </ul>
      <h3>{t('options_privacy_check')}</h3>
      <ol class="numbers">
        <li>{t('options_privacy_check_network')}</li>
        <li>{t('options_privacy_check_offline')}</li>
        <li>{t('options_privacy_check_source')}</li>
      </ol>
      <p>
        <a href="/notices.txt">{t('options_notices')}</a>
      </p>
    </Section>
  );
}
