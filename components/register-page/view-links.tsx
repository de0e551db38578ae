import { TABS, type Tab } from '../../lib/register-view/url-state.ts';
import { useLanguage } from '../language.tsx';
import { usePage } from './page-state.ts';
import { linkAsked } from './record-link.tsx';

/** The view that a click asks for; null where it asks for something else, such as a new tab. */
export function viewAsked(event: MouseEvent): Tab | null {
  const view = linkAsked(event, 'a[data-view]')?.dataset.view;
  return TABS.find((tab) => tab === view) ?? null;
}

/** The views as links to their pages; the page's script answers a click without leaving the page. */
export function ViewLinks({ current }: { readonly current: Tab | null }) {
  const { t } = useLanguage();
  const { addresses, state } = usePage();
  return (
    <nav class="tabs" aria-label={t('register_views')}>
      {TABS.map((tab) => (
        <a
          key={tab}
          href={addresses.write({ ...state, tab, record: null })}
          data-view={tab}
          aria-current={tab === current ? 'page' : undefined}
        >
          {t(`register_tab_${tab}`)}
        </a>
      ))}
    </nav>
  );
}
