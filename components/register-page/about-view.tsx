import { useEffect, useState } from 'preact/hooks';
import { formatDate } from '../../lib/register/dates.ts';
import { figuresOf } from '../../lib/register/figures.ts';
import { KNOWLEDGE_AGE_GROUPS, knowledgeAges } from '../../lib/register/knowledge-age.ts';
import { underscored } from '../../lib/register/labels.ts';
import { STATUSES } from '../../lib/register/schema.ts';
import type { RegisterChanges } from '../../lib/register-view/changelog.ts';
import { plural, useLanguage } from '../language.tsx';
import { usePage } from './page-state.ts';

interface AboutViewProps {
  readonly loadChanges: () => Promise<readonly RegisterChanges[]>;
}

const METHOD = ['sources', 'clauses', 'exceptions', 'dates', 'days', 'counting', 'none'] as const;
const SHARES = ['primary', 'instrument', 'exceptions', 'lookedAgain'] as const;

/** How the register is made, what its words mean, how old its knowledge is, and what changed. */
export function AboutView({ loadChanges }: AboutViewProps) {
  const language = useLanguage();
  const { t, locale } = language;
  const { register } = usePage();
  const [changes, setChanges] = useState<readonly RegisterChanges[]>([]);
  useEffect(() => {
    void loadChanges().then(setChanges);
  }, [loadChanges]);
  return (
    <div class="about-view">
      <p class="lead">
        {t('about_register', register.version, formatDate(register.date, locale))}{' '}
        {plural(language, 'register_results', register.restrictions.length)} ·{' '}
        {plural(language, 'about_responses', register.responses.length)} ·{' '}
        {plural(language, 'about_context', register.context.length)}
      </p>
      <section aria-labelledby="about-method">
        <h2 id="about-method">{t('about_method')}</h2>
        {METHOD.map((part) => (
          <p key={part}>{t(`about_method_${part}`)}</p>
        ))}
      </section>
      <section aria-labelledby="about-words">
        <h2 id="about-words">{t('about_words')}</h2>
        <dl class="status-words">
          {STATUSES.map((status) => (
            <div key={status}>
              <dt>{t(`status_${underscored(status)}`)}</dt>
              <dd>{t(`about_status_${underscored(status)}`)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <Foundations />
      <KnowledgeAges />
      <section aria-labelledby="about-exports">
        <h2 id="about-exports">{t('about_exports')}</h2>
        <p>{t('about_exports_csv')}</p>
        <p>{t('about_exports_json')}</p>
        <p>{t('about_exports_references')}</p>
        <p>{t('about_licence')}</p>
      </section>
      <section aria-labelledby="about-changes">
        <h2 id="about-changes">{t('about_changes')}</h2>
        {changes.map(({ version, summary, items }) => (
          <div key={version} class="change">
            <h3>{version}</h3>
            <p>{summary}</p>
            {items.length > 0 && (
              <ul class="bullets">
                {items.map((item) => (
                  <li key={item}>{item}</li>
                ))}
              </ul>
            )}
          </div>
        ))}
      </section>
    </div>
  );
}

/** On what the restrictions rest, as shares of all. */
function Foundations() {
  const { t, locale } = useLanguage();
  const { register } = usePage();
  const figures = figuresOf(register.restrictions);
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const share = (name: (typeof SHARES)[number]) => figures[name] / Math.max(1, figures.all);
  return (
    <section aria-labelledby="about-foundations">
      <h2 id="about-foundations">{t('about_foundations')}</h2>
      <dl class="ages">
        {SHARES.map((name) => (
          <div key={name}>
            <dt>{t(`about_share_${name === 'lookedAgain' ? 'looked_again' : name}`)}</dt>
            <dd>
              <span class="age-bar" style={{ inlineSize: `calc((100% - 3.5rem) * ${share(name)})` }} />
              <span>{percent.format(share(name))}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** When each restriction was last confirmed, as bars with their numbers. */
function KnowledgeAges() {
  const { t, locale } = useLanguage();
  const { register, today } = usePage();
  const ages = knowledgeAges(register.restrictions, today);
  const most = Math.max(...Object.values(ages), 1);
  const numbers = new Intl.NumberFormat(locale);
  return (
    <section aria-labelledby="about-age">
      <h2 id="about-age">{t('about_age')}</h2>
      <p>{t('about_age_meaning')}</p>
      <dl class="ages">
        {KNOWLEDGE_AGE_GROUPS.map((group) => (
          <div key={group}>
            <dt>{t(`about_age_${underscored(group)}`)}</dt>
            <dd>
              <span class="age-bar" style={{ inlineSize: `calc((100% - 3.5rem) * ${ages[group] / most})` }} />
              <span>{numbers.format(ages[group])}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
