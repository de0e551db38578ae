import { browser } from 'wxt/browser';
import { t } from '../i18n.ts';
import { recognise } from '../links/recognise.ts';
import type { PageCommand } from '../page/protocol.ts';
import { ask } from './about.ts';
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
  readonly selectionText?: string | undefined;
  readonly frameId?: number | undefined;
}

/**
 * Answers a click in the menu: with the card at the link where the page has one, else with the popup about the
 * address. Which of the two is decided before anything is waited for, because Firefox opens a popup only within
 * the person's own act.
 */
export function answerMenu(click: MenuClick, tab: { readonly id?: number | undefined } | undefined): void {
  const tabId = tab?.id;
  const text = click.menuItemId === ABOUT_LINK ? click.linkUrl : click.selectionText;
  if (tabId === undefined || text === undefined) return;
  const popup = () => {
    void openPopup(tabId);
    void ask({ text, tabId });
  };
  if (click.menuItemId !== ABOUT_LINK || !recognise(text).tiktok) popup();
  // A frame without a mark at that link refuses, and the popup answers instead.
  else
    browser.tabs
      .sendMessage(tabId, { type: 'card' } satisfies PageCommand, { frameId: click.frameId ?? 0 })
      .then((shown) => shown === true || popup(), popup);
}
