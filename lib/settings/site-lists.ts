import { covers } from './listed-sites.ts';
import type { Settings } from './schema.ts';

type Sites = Pick<Settings, 'sitesOff' | 'sitesOnly'>;

/** The host of a web page's address; null for addresses that are no web page. */
export function hostOf(url: string | undefined): string | null {
  if (url === undefined || !URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? hostname.replace(/\.$/, '') : null;
}

/** Marks are drawn on this host: not listed as off, and among the only ones where such a list is kept. */
export const marksOn = ({ sitesOff, sitesOnly }: Sites, host: string): boolean =>
  !sitesOff.some((listed) => covers(listed, host)) &&
  (sitesOnly.length === 0 || sitesOnly.some((listed) => covers(listed, host)));

/**
 * The lists after marks were switched on or off for a host. Off adds the host to the list of sites without marks; on
 * takes away every entry that covers it, and adds it to the list of only sites where that is kept and lacks it.
 */
export function withSite(sites: Sites, host: string, to: boolean | 'toggle'): Sites {
  const on = to === 'toggle' ? !marksOn(sites, host) : to;
  if (!on) return { sitesOff: [...new Set([...sites.sitesOff, host])], sitesOnly: sites.sitesOnly };
  const only = sites.sitesOnly;
  return {
    sitesOff: sites.sitesOff.filter((listed) => !covers(listed, host)),
    sitesOnly: only.length === 0 || only.some((listed) => covers(listed, host)) ? only : [...only, host],
  };
}
