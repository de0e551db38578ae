import { browser } from 'wxt/browser';
import type { Site } from '../../components/popup/site-footer.tsx';
import type { SettingsInForce } from '../../lib/policy/policy.ts';
import { hostOf, isListed, marksDecision } from '../../lib/settings/site-lists.ts';

/** A tab as far as the popup looks at it. The URL is told only where the person has just clicked the button. */
export interface TabInQuestion {
  readonly id?: number | undefined;
  readonly url?: string | undefined;
}

/** The tab the popup is about: the one named in its own URL where it stands in a tab itself, else the one in front. */
export async function tabInQuestion(): Promise<TabInQuestion | undefined> {
  const named = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
  if (Number.isInteger(named)) return browser.tabs.get(named).catch(() => undefined);
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab;
}

/**
 * The host of the site in a tab; null where the tab holds none.
 *
 * @param named the host that the page itself names, for where the browser tells no URL
 */
export const hostIn = (tab: TabInQuestion | undefined, named: string | null): string | null =>
  hostOf(tab?.url ?? (named === null ? undefined : `https://${named}/`));

/** Reasons for which the switch of a site cannot be used. */
const FIXED = { paused: 'paused', 'on-tiktok': 'tiktok' } as const;

/** A site and whether marks are drawn on it; null without a host. */
export function siteOf(host: string | null, { values, origin }: SettingsInForce): Site | null {
  if (host === null) return null;
  const decision = marksDecision(values, [host]);
  if (decision === 'paused' || decision === 'on-tiktok')
    return { host, marks: false, fixed: FIXED[decision] };
  // The list to change where the switch is used: the only sites, where the host is missing in them.
  const missing = values.sitesOnly.length > 0 && !isListed(values.sitesOnly, [host]);
  const locked = origin.sitesOff === 'locked' || (missing && origin.sitesOnly === 'locked');
  return { host, marks: decision === 'drawn', fixed: locked ? 'locked' : null };
}
