import type { ComponentChildren } from 'preact';
import { useLanguage } from '../../../components/language.tsx';
import { usePage } from '../../../components/register-page/page-state.ts';
import { ViewLinks } from '../../../components/register-page/view-links.tsx';
import { formatDate } from '../../../lib/register/dates.ts';
import { registerLine } from '../../../lib/register/labels.ts';

/** What stands on every page that no script takes over: the way to all others, then the page's own. */
export function Shell({ children }: { readonly children: ComponentChildren }) {
  const language = useLanguage();
  const { t, locale } = language;
  const { register, addresses, state, today } = usePage();
  return (
    <main class="register-page">
      <a class="skip-link" href="#view">
        {t('skip')}
      </a>
      <header class="page-head">
        <h1>
          <a class="home" href={addresses.write(state)}>
            {t('register_page_title')}
          </a>
        </h1>
        <p class="soft register-line small">
          {registerLine(register, language)}. {t('site_as_on', formatDate(today, locale))}
        </p>
      </header>
      <ViewLinks current={null} />
      <div class="panel" id="view" tabIndex={-1}>
        {children}
      </div>
    </main>
  );
}

interface FooterProps {
  /** The way to the site's own folder. */
  readonly root: string;
  /** Made for a trial. */
  readonly test: boolean;
}

const MORE = [
  ['site_countries', 'country/'],
  ['site_changes', 'changes/'],
  ['site_data', 'data/'],
  ['site_feed_atom', 'feed.atom'],
  ['site_feed_json', 'feed.json'],
] as const;

/** At the end of every page: what else there is, and what may be done with it. */
export function Footer({ root, test }: FooterProps) {
  const { t } = useLanguage();
  return (
    <footer class="site-foot">
      {test && <p class="notice">{t('site_test')}</p>}
      <nav class="row no-print" aria-label={t('site_more')}>
        {MORE.map(([key, path]) => (
          <a key={key} href={root + path}>
            {t(key)}
          </a>
        ))}
      </nav>
      <p class="small soft">{t('site_licence')}</p>
    </footer>
  );
}
