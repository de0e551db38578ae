import { parameter } from './decoders.ts';

/** Proxies that carry the target's host in their own host name. Each answers the target, or null for another page. */

/** Google's translation proxy: in its label `-` is a dot and `--` a dash; own parameters stand beside the page's. */
export function translated(url: URL): string | null {
  const label = /^([^.]+)\.translate\.goog/.exec(url.hostname)?.[1];
  if (!label) return null;
  const host = label.replace(/--?/g, (dashes) => (dashes[1] ? '-' : '.'));
  const scheme = parameter(url.search, '_x_tr_sch') === 'http' ? 'http' : 'https';
  const pairs = url.search.slice(1).split('&');
  const query = pairs.filter((pair) => !pair.startsWith('_x_tr_')).join('&');
  return `${scheme}://${host}${url.pathname}${query && `?${query}`}${url.hash}`;
}

/** Yandex Turbo names the host twice: with dashes in its own label, and before `/s/` in the path. */
export function turbo({ pathname, search, hash }: URL): string | null {
  return /^\/[^/]+\/s\//.test(pathname) ? `https:/${pathname.replace('/s/', '/')}${search}${hash}` : null;
}

/** Preview helpers that keep TikTok's path: their `vm.` and `vt.` stand for TikTok's, all else for the main site. */
export function fixed({ hostname, pathname, search, hash }: URL): string | null {
  const label = /^v[mt](?=\.)/.exec(hostname)?.[0] ?? 'www';
  return pathname === '/' ? null : `https://${label}.tiktok.com${pathname}${search}${hash}`;
}
