import { parameter } from './decoders.ts';

/** The parts of a URL that wrappers are read from; a `URL` has them. */
export interface UrlParts {
  readonly protocol: string;
  readonly hostname: string;
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
}

/** All that follows the host. */
export const afterHost = ({ pathname, search, hash }: UrlParts): string => pathname + search + hash;

/*
 * Proxies that carry the target's host in their own host name or path. Each answers the target, or null for another
 * page.
 */

/** Google's translation proxy: in its label `-` is a dot and `--` a dash; own parameters stand beside the page's. */
export function translated({ hostname, pathname, search, hash }: UrlParts): string | null {
  const label = /^([^.]+)\.translate\.goog/.exec(hostname)?.[1];
  if (!label) return null;
  const host = label.replace(/--?/g, (dashes) => (dashes[1] ? '-' : '.'));
  const scheme = parameter(search, '_x_tr_sch') === 'http' ? 'http' : 'https';
  const pairs = search.slice(1).split('&');
  const query = pairs.filter((pair) => !pair.startsWith('_x_tr_')).join('&');
  return `${scheme}://${host}${pathname}${query && `?${query}`}${hash}`;
}

/** Yandex Turbo names the host twice: with dashes in its own label, and before `/s/` in the path. */
export function turbo(url: UrlParts): string | null {
  const path = /^\/[^/]+\/s\//.test(url.pathname) && afterHost(url);
  return path ? `https:/${path.replace('/s/', '/')}` : null;
}

/** Defender for Cloud Apps puts its own name, and sometimes a region, behind the whole host. */
export function suffixed(url: UrlParts): string | null {
  const host = /^(.+?\.\w{2,})(?:\.(?:us|eu)\d?)?\.m?cas(?:-gov)?\.(?:ms|us)\.?$/.exec(url.hostname)?.[1];
  return host ? `${url.protocol}//${host}${afterHost(url)}` : null;
}

/** Preview helpers that keep TikTok's path: their `vm.` and `vt.` stand for TikTok's, all else for the main site. */
export function fixed(url: UrlParts): string | null {
  const label = /^v[mt](?=\.)/.exec(url.hostname)?.[0] ?? 'www';
  return url.pathname === '/' ? null : `https://${label}.tiktok.com${afterHost(url)}`;
}
