import type { PageCodeItem } from '../../lib/links/code-role.ts';
import { underscored } from '../../lib/platform/underscored.ts';
import type { Unreadable } from '../../lib/platform/unreadable-pages.ts';
import { useLanguage } from '../language.tsx';
import { PageCode } from './page-code.tsx';
import { type PageLink, PageLinks } from './page-links.tsx';

/** What is known of the page in the tab. */
export type PageState =
  | { readonly state: 'loading' }
  | { readonly state: 'unreadable'; readonly why: Unreadable }
  | {
      readonly state: 'read';
      readonly links: readonly PageLink[];
      /** Links on the page; more than `links` where a page holds too many to list. */
      readonly total: number;
      readonly code: readonly PageCodeItem[];
    };

/** What a person can do about an unreadable page, where anything helps. */
type Remedy = 'reload' | 'allow';
const REMEDY: Partial<Record<Unreadable, Remedy>> = { withheld: 'allow', 'not-started': 'reload' };

export interface ThisPageProps {
  readonly page: PageState;
  /** Marks are not drawn at all, or not on this site; the links are listed all the same. */
  readonly marks: 'on' | 'paused' | 'off-here';
  readonly onShow: (id: string) => void;
  readonly onCopy: (address: string) => Promise<void>;
  readonly onReload: () => void;
  readonly onAllow: () => void;
}

/** The page in the tab: its links and embeds, and the code of TikTok that it loads. */
export function ThisPage({ page, marks, onShow, onCopy, onReload, onAllow }: ThisPageProps) {
  const { t } = useLanguage();
  if (page.state === 'loading') return <p class="soft">{t('loading')}</p>;
  if (page.state === 'unreadable')
    return <UnreadablePage why={page.why} onReload={onReload} onAllow={onAllow} />;
  return (
    <div class="stack-wide">
      {marks !== 'on' && (
        <p class="notice">{t(marks === 'paused' ? 'popup_marks_paused' : 'page_marks_off')}</p>
      )}
      {page.links.length === 0 ? (
        <p>{t('page_no_links')}</p>
      ) : (
        <PageLinks links={page.links} total={page.total} onShow={onShow} onCopy={onCopy} />
      )}
      <PageCode items={page.code} />
    </div>
  );
}

interface UnreadableProps extends Pick<ThisPageProps, 'onReload' | 'onAllow'> {
  readonly why: Unreadable;
}

function UnreadablePage({ why, onReload, onAllow }: UnreadableProps) {
  const { t } = useLanguage();
  const remedy = REMEDY[why];
  return (
    <div class="stack">
      <h2>{t('page_unreadable')}</h2>
      <p>{t(`page_unreadable_${underscored(why)}`)}</p>
      {remedy && (
        <p>
          <button type="button" class="primary" onClick={remedy === 'reload' ? onReload : onAllow}>
            {t(remedy === 'reload' ? 'page_reload' : 'page_allow')}
          </button>
        </p>
      )}
    </div>
  );
}
