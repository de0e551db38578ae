import { browser } from 'wxt/browser';
import { canonicalJson } from '../platform/canonical-json.ts';
import { locale, t } from '../platform/i18n.ts';
import { withLock } from '../platform/lock.ts';
import { SESSION_KEYS } from '../platform/storage-keys.ts';
import { storedValue } from '../platform/stored-value.ts';
import { withNumber } from '../register/plural.ts';
import type { VerdictBlock } from '../register/verdict-block.ts';
import { Counts, countText, type FrameCount, totalOf, withFrame, withoutTab } from './link-counts.ts';

/** What the frames of all tabs reported. */
const stored = storedValue('session', SESSION_KEYS.linkCounts, Counts, {});

/** What the toolbar shows besides the counts. */
export interface ToolbarState {
  readonly verdict: VerdictBlock;
  /** Show the number of links. */
  readonly count: boolean;
}

/** What the button shows on all tabs; null right after a start of the background, which may have been stopped over it. */
let shown: string | null = null;

/** One change of counts and toolbar at a time: reports of many frames arrive together. */
const alone = (work: () => Promise<void>): Promise<void> => withLock('toolbar', work);

const plainTitle = (verdict: VerdictBlock) => t('name_and_value', t('extension_short_name'), verdict.word);

const linksOnPage = (total: number): string => withNumber({ t, locale: locale() }, 'page_links', total);

async function showTab(tabId: number, total: number, state: ToolbarState): Promise<void> {
  const title = plainTitle(state.verdict) + (total > 0 ? `\n${linksOnPage(total)}` : '');
  // A tab that is gone by now rejects; there is nothing left to show then.
  await Promise.all([
    browser.action.setBadgeText({ tabId, text: state.count ? countText(total) : '' }),
    browser.action.setTitle({ tabId, title }),
  ]).catch(() => {});
}

/**
 * A browser drops a tab's own title when the tab goes to another page. So a tab whose title is the general one
 * shows a page that has not reported yet. This spares the `webNavigation` permission. A tab that is gone is as fresh.
 */
async function isFresh(tabId: number): Promise<boolean> {
  const own = await browser.action.getTitle({ tabId }).catch(() => null);
  return own === null || own === (await browser.action.getTitle({}));
}

/** The counts, once those are gone of pages that were left and whose frames were stopped before they could say so. */
async function currentCounts(): Promise<Counts> {
  const counts = await stored.get();
  const ids = Object.keys(counts).map(Number);
  const fresh = await Promise.all(ids.map(isFresh));
  const left = ids.filter((id, i) => fresh[i] && totalOf(counts, id) > 0);
  if (left.length === 0) return counts;
  const current = { ...counts, ...Object.fromEntries(left.map((id) => [id, {}])) };
  await stored.set(current);
  return current;
}

async function showOnAllTabs(state: ToolbarState): Promise<void> {
  shown = null;
  // Before the general title is another one.
  const counts = await currentCounts();
  const { level } = state.verdict;
  const path = { 16: `/icons/verdict-${level}-16.png`, 32: `/icons/verdict-${level}-32.png` };
  await Promise.all([
    browser.action.setIcon({ path }),
    browser.action.setTitle({ title: plainTitle(state.verdict) }),
    browser.action.setBadgeBackgroundColor({ color: '#3b4252' }),
    browser.action.setBadgeTextColor({ color: '#ffffff' }),
  ]);
  await Promise.all(Object.keys(counts).map((id) => showTab(Number(id), totalOf(counts, Number(id)), state)));
  shown = canonicalJson(state);
}

/** Takes the report of a frame and shows the tab's new count. */
export const report = (
  tabId: number,
  frameId: number,
  count: FrameCount,
  state: ToolbarState,
): Promise<void> =>
  alone(async () => {
    // A day may have begun that nobody but this frame's report has led the background to.
    if (shown !== canonicalJson(state)) await showOnAllTabs(state);
    const counts = withFrame(await stored.get(), tabId, frameId, count, await isFresh(tabId));
    await stored.set(counts);
    await showTab(tabId, totalOf(counts, tabId), state);
  });

/** Forgets a closed tab. */
export const forgetTab = (tabId: number): Promise<void> =>
  alone(async () => {
    const counts = await stored.get();
    if (tabId in counts) await stored.set(withoutTab(counts, tabId));
  });

/** Shows the verdict by shape on every tab, and renews the counts. */
export const showVerdict = (state: ToolbarState): Promise<void> => alone(() => showOnAllTabs(state));
