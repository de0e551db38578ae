import { recognise } from '../links/recognise.ts';

/** The two lists of hosts. A host stands for itself and for every host below it. */
export interface SiteLists {
  /** No marks there. */
  readonly sitesOff: readonly string[];
  /** Where not empty, marks there only. */
  readonly sitesOnly: readonly string[];
}

/** What decides where marks are drawn; settings and the snapshot hold it under the same names. */
export interface MarkChoices extends SiteLists {
  readonly paused: boolean;
  readonly marksOnTikTok: boolean;
}

/**
 * Whether marks are drawn, and else why not: everything is paused, it is TikTok itself, the site is listed as one
 * without marks, or it is not among the only ones with marks.
 */
export type MarksDecision = 'drawn' | 'paused' | 'on-tiktok' | 'site-off' | 'not-among-only';

/** The host of a web page's URL; null for URLs that are no web page's. */
export function hostOf(url: string | undefined): string | null {
  if (url === undefined || !URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? hostname.replace(/\.$/, '') : null;
}

/** A host is one of TikTok's own. Each of those has one of TikTok's names in it, and most hosts have none. */
export const isTikTok = (host: string): boolean =>
  /tiktok|musical|snssdk/.test(host) && recognise(`https://${host}/`).tiktok;

const covers = (listed: string, host: string): boolean => `.${host}`.endsWith(`.${listed}`);

/** One of the hosts is in a list. */
export const isListed = (list: readonly string[], hosts: readonly string[]): boolean =>
  list.some((listed) => hosts.some((host) => covers(listed, host)));

/** Decides for a document, from all hosts it belongs to: its own and that of the page around it. */
export function marksDecision(
  { paused, marksOnTikTok, sitesOff, sitesOnly }: MarkChoices,
  hosts: readonly string[],
): MarksDecision {
  if (paused) return 'paused';
  if (!marksOnTikTok && hosts.some(isTikTok)) return 'on-tiktok';
  if (isListed(sitesOff, hosts)) return 'site-off';
  return sitesOnly.length > 0 && !isListed(sitesOnly, hosts) ? 'not-among-only' : 'drawn';
}

/** The lists alone allow marks on a host. */
const areMarksOn = (lists: SiteLists, host: string): boolean =>
  marksDecision({ ...lists, paused: false, marksOnTikTok: true }, [host]) === 'drawn';

/**
 * The lists after marks were switched on or off for a host. Off adds the host to the list of sites without marks; on
 * takes away every entry that covers it, and adds it to the list of only sites where that is kept and lacks it.
 */
export function withSite(
  lists: SiteLists,
  host: string,
  to: boolean | 'toggle',
): { sitesOff: string[]; sitesOnly: string[] } {
  const sitesOff = [...lists.sitesOff];
  const sitesOnly = [...lists.sitesOnly];
  const on = to === 'toggle' ? !areMarksOn(lists, host) : to;
  if (!on) return { sitesOff: [...new Set([...sitesOff, host])], sitesOnly };
  return {
    sitesOff: sitesOff.filter((listed) => !covers(listed, host)),
    sitesOnly: sitesOnly.length === 0 || isListed(sitesOnly, [host]) ? sitesOnly : [...sitesOnly, host],
  };
}
