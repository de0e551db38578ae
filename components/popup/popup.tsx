import { useState } from 'preact/hooks';
import type { RecordUrlOf } from '../../lib/export/citation.ts';
import { numberFormat } from '../../lib/platform/formats.ts';
import type { Profile } from '../../lib/register/profile.ts';
import type { Register } from '../../lib/register/schema.ts';
import type { VerdictBlock } from '../../lib/register/verdict-block.ts';
import { recordHref } from '../../lib/register-view/url-state.ts';
import type { Saved } from '../../lib/settings/save-status.ts';
import { useLanguage } from '../language.tsx';
import { ResponseList } from '../record/response-list.tsx';
import { RestrictionSearch } from '../record/restriction-search.tsx';
import { Tabs } from '../tabs.tsx';
import { VerdictBlockView } from '../verdict/verdict-block.tsx';
import { type AnsweredEnquiry, LinkEnquiry } from './link-enquiry.tsx';
import { type Site, SiteFooter } from './site-footer.tsx';
import { type PageState, ThisPage, type ThisPageProps } from './this-page.tsx';

/** What a person can set off from the popup. */
export interface PopupActions extends Pick<ThisPageProps, 'onShow' | 'onCopy' | 'onReload' | 'onAllow'> {
  readonly onMarks: (on: boolean) => void;
  /** Opens a link that the person has confirmed. */
  readonly onOpen: (url: string) => void;
  readonly onOptions: () => void;
  /** Opens the field of setting up. */
  readonly onSetUp: () => void;
  readonly onRegister: () => void;
}

export interface PopupProps extends PopupActions {
  /** Null until the background has made the first one. */
  readonly verdict: VerdictBlock | null;
  readonly page: PageState;
  /** What the popup was opened for, from the context menu; null where it was opened as usual. */
  readonly enquiry: AnsweredEnquiry | null;
  readonly site: Site | null;
  /** What became of the last change of a setting from here. */
  readonly saved: Saved;
  /** The tab shows a page of TikTok itself: the verdict is then about being there. */
  readonly onTikTok: boolean;
  /** Null while it loads; the verdict and the page do not wait for it. */
  readonly register: Register | null;
  readonly profile: Profile;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** The public page of a record, for citations. */
  readonly urlOf: RecordUrlOf;
  /** The browser has no room for what marks need, so there are none. */
  readonly isStorageFull: boolean;
}

type TabId = 'page' | 'restrictions' | 'response';

/** The toolbar popup: the answer first, then the page, all restrictions, and what TikTok says. */
export function Popup(props: PopupProps) {
  const { t, locale } = useLanguage();
  const { verdict, page, register, site, enquiry } = props;
  const [tab, setTab] = useState<TabId>('page');
  const number = numberFormat(locale);
  const tabs = [
    {
      id: 'page',
      label: t('popup_tab_page'),
      count: page.state === 'read' ? number.format(page.total) : undefined,
    },
    { id: 'restrictions', label: t('popup_tab_restrictions') },
    { id: 'response', label: t('register_tab_response') },
  ];
  return (
    <div class="popup-view">
      {enquiry && <LinkEnquiry enquiry={enquiry} onCopy={props.onCopy} onOpen={props.onOpen} />}
      {props.isStorageFull && <p class="notice">{t('popup_storage_full')}</p>}
      {verdict ? (
        <header class="answer">
          <VerdictBlockView
            block={verdict}
            as="h1"
            recordHref={recordHref}
            onSetUp={props.onSetUp}
            above={props.onTikTok && <p class="small soft">{t('popup_on_tiktok')}</p>}
          />
        </header>
      ) : (
        <header class="answer">
          <h1>{t('loading')}</h1>
        </header>
      )}
      <Tabs
        label={t('register_views')}
        tabs={tabs}
        selected={tab}
        onSelect={(id) => {
          setTab(id as TabId);
        }}
      >
        {tab === 'page' && <ThisPage {...props} marks={marksOf(site)} />}
        {tab !== 'page' && !register && <p class="soft">{t('loading')}</p>}
        {tab === 'restrictions' && register && (
          <RestrictionSearch {...props} register={register} onCopy={props.onCopy} />
        )}
        {tab === 'response' && register && <ResponseList responses={register.responses} />}
      </Tabs>
      <SiteFooter {...props} />
    </div>
  );
}

function marksOf(site: Site | null): ThisPageProps['marks'] {
  if (site?.fixed === 'paused') return 'paused';
  return site && !site.marks ? 'off-here' : 'on';
}
