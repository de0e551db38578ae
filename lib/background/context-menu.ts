import { browser } from 'wxt/browser';
import { NAMES_TIKTOK } from '../links/label.ts';
import { recognise } from '../links/recognise.ts';
import type { Recognition } from '../links/recognition.ts';
import { sendToContent } from '../messages/background-end.ts';
import { leaveEnquiry } from '../messages/background-to-popup.ts';
import { t } from '../platform/i18n.ts';
import { hostOf, marksDecision } from '../settings/site-lists.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { knownSnapshot } from './keep-snapshot.ts';
import { openPopup } from './open-page.ts';

const ABOUT_LINK = 'about-link';
const ABOUT_SELECTION = 'about-selection';

/** Puts the entries into the browser's context menu. The browser keeps them, so once after install is enough. */
export async function addMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: ABOUT_LINK, contexts: ['link'], title: t('menu_about_link') });
  browser.contextMenus.create({
    id: ABOUT_SELECTION,
    contexts: ['selection'],
    title: t('menu_about_selection'),
  });
}

/** The click of a menu entry, as far as it is looked at. */
export interface MenuClick {
  readonly menuItemId: string | number;
  readonly linkUrl?: string | undefined;
  /** Firefox alone tells it. */
  readonly linkText?: string | undefined;
  readonly selectionText?: string | undefined;
  readonly frameId?: number | undefined;
  readonly frameUrl?: string | undefined;
  readonly pageUrl?: string | undefined;
}

/**
 * Whether the page has a mark at a link, as far as the background knows. Without a snapshot at hand (the background
 * has just started) it is taken to have one.
 *
 * @param snapshot null where none is at hand.
 * @param hosts of the frame and of the page around it.
 */
export function isMarked(
  { tiktok, kind }: Recognition,
  snapshot: Snapshot | null,
  hosts: readonly string[],
): boolean {
  if (!tiktok || !snapshot) return tiktok;
  return (
    marksDecision(snapshot, hosts) === 'drawn' && (kind === null || !snapshot.linkKindsOff.includes(kind))
  );
}

/**
 * Whether the text of a link may make it one to TikTok where the browser does not tell that text; then only the frame
 * knows.
 */
const needsText = ({ linkUrl = '', linkText }: MenuClick): boolean =>
  linkText === undefined && NAMES_TIKTOK.test(/\?.*/.exec(linkUrl)?.[0] ?? '');

/**
 * Answers a click in the menu: with the card at the link where the page has one, else with the popup about the
 * URL. Which of the two is decided before anything is waited for, because Firefox opens a popup only within
 * the person's own act.
 */
export function answerMenu(click: MenuClick, tab: { readonly id?: number | undefined } | undefined): void {
  const tabId = tab?.id;
  const from = click.menuItemId === ABOUT_LINK ? 'link' : 'selection';
  const text = from === 'link' ? click.linkUrl : click.selectionText;
  if (tabId === undefined || text === undefined) return;
  const popup = () => {
    void openPopup(tabId);
    void leaveEnquiry({ text, from, tabId, label: click.linkText });
  };
  const hosts = [click.frameUrl, click.pageUrl].flatMap((url) => hostOf(url) ?? []);
  const isLikely =
    from === 'link' &&
    (needsText(click) || isMarked(recognise(text, undefined, click.linkText), knownSnapshot(), hosts));
  if (!isLikely) popup();
  // A frame that has no mark there after all refuses, and the popup answers instead.
  else
    sendToContent(tabId, { type: 'open-card' }, click.frameId ?? 0).then((shown) => shown || popup(), popup);
}
