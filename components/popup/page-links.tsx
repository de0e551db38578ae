import { useState } from 'preact/hooks';
import { type LinkKind, UNKNOWN_REDIRECT } from '../../lib/links/recognition.ts';
import { WRAPPER_NAMES } from '../../lib/links/wrapper-names.ts';
import { underscored } from '../../lib/platform/underscored.ts';
import { type Language, listOf } from '../../lib/register/labels.ts';
import { useLanguage, withNumber } from '../language.tsx';
import { dayOf, shortAddress } from '../text.ts';
import { IconButton } from './icon-button.tsx';

/** One link or embed to TikTok on the page, as the page's frames report it. */
export interface PageLink {
  /** Names the link among all of the page; handed back to `onShow`. */
  readonly id: string;
  readonly kind: LinkKind;
  readonly embed: boolean;
  /** Without `@`. */
  readonly handle: string | null;
  /** The unwrapped address; null where only the app can be read. */
  readonly destination: string | null;
  /** The host of a destination that is too long to be shown. */
  readonly longHost?: string | undefined;
  /** ISO 8601 in UTC. */
  readonly uploadTime: string | null;
  /** Ids of the wrappers around it, outermost first. */
  readonly via: readonly string[];
  /** The host that nobody lists and to which it leads first. */
  readonly redirector?: string | undefined;
}

/** All links of a page that lead to one place. */
export interface LinkGroup {
  readonly key: string;
  readonly first: PageLink;
  readonly links: readonly PageLink[];
}

/** Links by destination, in the order of the page. Two app links without a destination stay apart. */
export function groupByDestination(links: readonly PageLink[]): LinkGroup[] {
  const groups = new Map<string, PageLink[]>();
  for (const link of links) {
    const key = link.destination ?? `#${link.id}`;
    const group = groups.get(key);
    if (group) group.push(link);
    else groups.set(key, [link]);
  }
  return [...groups].flatMap(([key, members]) => {
    const first = members[0];
    return first ? [{ key, first, links: members }] : [];
  });
}

interface PageLinksProps {
  readonly links: readonly PageLink[];
  /** Links on the page; more than `links` where a page holds too many to list. */
  readonly total: number;
  /** Scrolls to the link and highlights it. */
  readonly onShow: (id: string) => void;
  readonly onCopy: (address: string) => Promise<void>;
}

/** What is drawn at first, and added each time more is asked for: a page may hold thousands of links. */
const CHUNK = 40;

/** The links and embeds of the page, one entry a destination. */
export function PageLinks({ links, total, onShow, onCopy }: PageLinksProps) {
  const language = useLanguage();
  const [shown, setShown] = useState(CHUNK);
  const groups = groupByDestination(links);
  const rest = groups.length - shown;
  return (
    <section class="stack-tight" aria-labelledby="page-links">
      <h2 id="page-links">{withNumber(language, 'page_links', total)}</h2>
      <ul>
        {groups.slice(0, shown).map((group) => (
          <LinkEntry key={group.key} group={group} onShow={onShow} onCopy={onCopy} />
        ))}
      </ul>
      {rest <= 0 && total > links.length && (
        <p class="small soft">{withNumber(language, 'not_shown', total - links.length)}</p>
      )}
      {rest > 0 && (
        <button type="button" onClick={() => setShown(shown + CHUNK)}>
          {withNumber(language, 'popup_more', Math.min(rest, CHUNK))}
        </button>
      )}
    </section>
  );
}

/** "Video by @handle", "Embedded video", "TikTok Shop". */
export function linkTitle(
  { t }: Language,
  { kind, embed, handle }: Pick<PageLink, 'kind' | 'embed' | 'handle'>,
): string {
  const what = t(`page_kind_${underscored(kind)}`);
  const named = handle ? t('page_by', what, `@${handle}`) : what;
  return embed ? t('page_embedded', named) : named;
}

interface LinkEntryProps extends Pick<PageLinksProps, 'onShow' | 'onCopy'> {
  readonly group: LinkGroup;
}

function LinkEntry({ group: { first, links }, onShow, onCopy }: LinkEntryProps) {
  const language = useLanguage();
  const { t } = language;
  const [turn, setTurn] = useState(0);
  const [copied, setCopied] = useState(false);
  const { destination, kind, embed, handle } = first;
  const name = linkTitle(language, first);
  const what = t(`page_kind_${underscored(kind)}`);
  const show = () => {
    const link = links[turn % links.length];
    if (link) onShow(link.id);
    setTurn(turn + 1);
  };
  return (
    <li class="link-line">
      <details>
        <summary>
          <bdi class="link-title">{handle ? `@${handle}` : shortAddress(destination ?? name)}</bdi>
          <span class="link-kind small soft">{embed ? t('page_embedded', what) : what}</span>
        </summary>
        <LinkFacts {...first} />
      </details>
      <IconButton
        icon="show"
        name={
          links.length > 1
            ? t('in_brackets', t('page_show', name), `${(turn % links.length) + 1}/${links.length}`)
            : t('page_show', name)
        }
        onClick={show}
      />
      {destination && (
        <IconButton
          icon={copied ? 'done' : 'copy'}
          name={t('name_and_value', t('page_copy'), name)}
          onClick={() => onCopy(destination).then(() => setCopied(true))}
        />
      )}
      <span class="visually-hidden" role="status">
        {copied && t('copied')}
      </span>
    </li>
  );
}

/** What an address itself tells: when the post was uploaded, where it leads, and in what it was wrapped. */
export function LinkFacts({
  uploadTime,
  destination,
  longHost,
  via,
  redirector,
}: Pick<PageLink, 'uploadTime' | 'destination' | 'longHost' | 'via' | 'redirector'>) {
  const language = useLanguage();
  const { t, locale } = language;
  const services = via.filter((id) => id !== UNKNOWN_REDIRECT);
  return (
    <>
      {uploadTime && <p class="small soft">{t('page_uploaded', dayOf(uploadTime, locale))}</p>}
      {destination && (
        <p class="address" dir="ltr" title={destination}>
          {shortAddress(destination)}
        </p>
      )}
      {longHost && (
        <>
          <p class="address" dir="ltr">
            {longHost}
          </p>
          <p class="small soft">{t('page_too_long')}</p>
        </>
      )}
      {redirector && <p class="small soft">{t('page_leads_first', redirector)}</p>}
      {services.length > 0 && (
        <p class="small soft">
          {t('page_wrapped', listOf([...new Set(services.map((id) => WRAPPER_NAMES[id] ?? id))], language))}
        </p>
      )}
    </>
  );
}
