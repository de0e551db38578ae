import { browser } from 'wxt/browser';
import type { Site } from '../../components/popup/site-footer.tsx';
import { recognise } from '../../lib/links/recognise.ts';
import type { Effective } from '../../lib/settings/effective.ts';
import { covers, hostOf, marksOn } from '../../lib/settings/sites.ts';

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

/** The tab shows a page of TikTok itself. */
export function isTikTok(tab: TabInQuestion | undefined): boolean {
  const host = hostOf(tab?.url);
  return host !== null && recognise(`https://${host}/`).tiktok;
}

/** The site in a tab and whether marks are drawn on it; null where the tab holds no site. */
export function siteOf(tab: TabInQuestion | undefined, { values, origin }: Effective): Site | null {
  const host = hostOf(tab?.url);
  if (host === null) return null;
  if (values.paused) return { host, marks: false, fixed: 'paused' };
  if (!values.marksOnTikTok && isTikTok(tab)) return { host, marks: false, fixed: 'tiktok' };
  const marks = marksOn(values, host);
  // The list to change where the switch is used: the only sites, where the host is missing in them.
  const listed = values.sitesOnly.length === 0 || values.sitesOnly.some((only) => covers(only, host));
  const locked = origin.sitesOff === 'locked' || (!listed && origin.sitesOnly === 'locked');
  return { host, marks, fixed: locked ? 'locked' : null };
}
