import { numberFormat } from '../../lib/platform/formats.ts';
import { figuresOf } from '../../lib/register/figures.ts';
import {
  KNOWLEDGE_AGE_GROUPS,
  type KnowledgeAgeGroup,
  knowledgeAges,
} from '../../lib/register/knowledge-age.ts';
import { type Language, registerLine } from '../../lib/register/labels.ts';
import type { RegisterChanges } from '../../lib/register-view/changelog.ts';
import { useLanguage } from '../language.tsx';
import { useLoaded } from '../written.ts';
import { usePage } from './page-state.ts';

interface AboutViewProps {
  readonly loadChanges: () => readonly RegisterChanges[] | Promise<readonly RegisterChanges[]>;
}

const METHOD = ['sources', 'clauses', 'exceptions', 'dates', 'days', 'counting', 'none'] as const;
const SHARES = ['primary', 'instrument', 'exceptions', 'lookedAgain'] as const;

/** How the register is made, what its words mean, how old its knowledge is, and what changed. */
export function AboutView({ loadChanges }: AboutViewProps) {
  const language = useLanguage();
  const { t, locale } = language;
  const { register } = usePage();
  const numbers = numberFormat(locale);
  const changes = useLoaded(loadChanges) ?? [];
  return (
    <div class="about-view">
      <p class="lead">
        {registerLine(register, language)} ·{' '}
        {(
          [
            ['popup_tab_restrictions', register.restrictions],
            ['register_tab_response', register.responses],
            ['register_tab_context', register.context],
          ] as const
        )
          .map(([name, { length }]) => t('name_and_value', t(name), numbers.format(length)))
          .join(' · ')}
      </p>
      <section aria-labelledby="about-method">
        <h2 id="about-method">{t('about_method')}</h2>
        {METHOD.map((part) => (
          <p key={part}>{t(`about_method_${part}`)}</p>
        ))}
      </section>
      <Foundations />
      <KnowledgeAges />
      <section aria-labelledby="about-exports">
        <h2 id="about-exports">{t('about_exports')}</h2>
        <p>{t('about_exports_csv')}</p>
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

type Range = readonly [from: number, to: number, unit: 'month' | 'year'];

/** The groups of {@link KNOWLEDGE_AGE_GROUPS} that have an end. */
const RANGES: Readonly<Partial<Record<KnowledgeAgeGroup, Range>>> = {
  'half-year': [0, 6, 'month'],
  year: [6, 12, 'month'],
  'two-years': [1, 2, 'year'],
  'three-years': [2, 3, 'year'],
};

/** "1–2 years". */
function ageRange(group: KnowledgeAgeGroup, { t, locale }: Language): string {
  const range = RANGES[group];
  if (!range) return t(group === 'older' ? 'about_age_older' : 'not_known');
  const [from, to, unit] = range;
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).formatRange(from, to);
}

/** When each restriction was last confirmed, as bars with their numbers. */
function KnowledgeAges() {
  const language = useLanguage();
  const { t, locale } = language;
  const { register, today } = usePage();
  const ages = knowledgeAges(register.restrictions, today);
  const most = Math.max(...Object.values(ages), 1);
  const numbers = numberFormat(locale);
  return (
    <section aria-labelledby="about-age">
      <h2 id="about-age">{t('about_age')}</h2>
      <p>{t('about_age_meaning')}</p>
      <dl class="ages">
        {KNOWLEDGE_AGE_GROUPS.map((group) => (
          <div key={group}>
            <dt>{ageRange(group, language)}</dt>
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
