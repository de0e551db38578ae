import { browser } from 'wxt/browser';
import type { Site } from '../../components/popup/site-footer.tsx';
import { recognise } from '../../lib/links/recognise.ts';
import type { SettingsInForce } from '../../lib/policy/policy.ts';
import { covers } from '../../lib/settings/listed-sites.ts';
import { hostOf, marksOn } from '../../lib/settings/site-lists.ts';

/** A tab as far as the popup looks at it. The address is told only where the person has just clicked the button. */
export interface TabInQuestion {
  readonly id?: number | undefined;
  readonly url?: string | undefined;
}

/** The tab the popup is about: the one named in its own address where it stands in a tab itself, else the one in front. */
export async function tabInQuestion(): Promise<TabInQuestion | undefined> {
  const named = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
  if (Number.isInteger(named)) return browser.tabs.get(named).catch(() => undefined);
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab;
}

/**
 * The host of the site in a tab; null where the tab holds none.
 *
 * @param named the host that the page itself names, for where the browser tells no address
 */
export const hostIn = (tab: TabInQuestion | undefined, named: string | null): string | null =>
  hostOf(tab?.url ?? (named === null ? undefined : `https://${named}/`));

/** The host is one of TikTok's own. */
export const isTikTok = (host: string | null): boolean =>
  host !== null && recognise(`https://${host}/`).tiktok;

/** A site and whether marks are drawn on it; null without a host. */
export function siteOf(host: string | null, { values, origin }: SettingsInForce): Site | null {
  if (host === null) return null;
  if (values.paused) return { host, marks: false, fixed: 'paused' };
  if (!values.marksOnTikTok && isTikTok(host)) return { host, marks: false, fixed: 'tiktok' };
  const marks = marksOn(values, host);
  // The list to change where the switch is used: the only sites, where the host is missing in them.
  const listed = values.sitesOnly.length === 0 || values.sitesOnly.some((only) => covers(only, host));
  const locked = origin.sitesOff === 'locked' || (!listed && origin.sitesOnly === 'locked');
  return { host, marks, fixed: locked ? 'locked' : null };
}
