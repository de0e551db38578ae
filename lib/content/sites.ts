import { recognise } from '../links/recognise.ts';
import { covers } from '../settings/listed-sites.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

/** The hosts a document belongs to: its own and that of the page around it, where known. */
export type Sites = readonly string[];

/**
 * Own host and host of the outermost page. An `about:blank` or `srcdoc` frame has the host of the page that made it;
 * a sandboxed one has none.
 */
export function sitesOf({ origin, location }: Pick<typeof globalThis, 'origin' | 'location'>): Sites {
  const { ancestorOrigins } = location as { ancestorOrigins?: ArrayLike<string> };
  const top = ancestorOrigins?.[ancestorOrigins.length - 1];
  return [origin, top ?? ''].map((each) => URL.parse(each)?.hostname ?? '').filter(Boolean);
}

const isAny = (hosts: Sites, sites: readonly string[]): boolean =>
  hosts.some((host) => sites.some((site) => covers(site, host)));

/** Also for TikTok's pages as others show them; every such host has one of TikTok's own names in it. */
const isTikTok = (host: string): boolean =>
  /tiktok|musical|snssdk/.test(host) && recognise(`https://${host}/`).tiktok;

/** Whether marks are drawn in a document of these hosts. */
export const wanted = ({ on, sitesOff, sitesOnly, onTikTok }: Snapshot, hosts: Sites): boolean =>
  on &&
  !isAny(hosts, sitesOff) &&
  (sitesOnly.length === 0 || isAny(hosts, sitesOnly)) &&
  (onTikTok || !hosts.some(isTikTok));
