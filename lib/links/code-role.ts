import { namedRole, numberedRole } from './machines.ts';

/** What a part of TikTok's own code does in somebody else's page. */
export const CODE_ROLES = ['pixel', 'embed', 'login', 'cdn', 'api', 'other'] as const;
export type CodeRole = (typeof CODE_ROLES)[number];

/** Registrable domains of TikTok that serve pictures, scripts and video. */
const CDN =
  'tiktokcdn.com tiktokcdn-us.com tiktokcdn-eu.com tiktokcdn-eu.net tiktokcdn-in.com tiktokeu-cdn.com tiktokrow-cdn.com ttwstatic.com ttlivecdn.com ttcdn-us.com muscdn.com tiktokstaticb.com ibytedtos.com ibyteimg.com byteoversea.com byteoversea.net';
/** Registrable domains of its back end and of its advertising network. */
const API =
  'tiktokv.com tiktokv.eu tiktokv.us tiktokw.eu tiktokw.us tiktokd.net tiktokd.org tik-tokapi.com tiktok-row.net tiktok-us.net tiktok-eu.net ttoverseaus.net tiktok-minis.com tiktokminis.us tiktoklb.eu tiktokglobalshopv.com tiktokglobalshop.com tiktok-shops.com bytedapm.com';
const ADS = 'pangle.io pangleglobal.com tiktokpangle-cdn-us.com ads.tiktok.tv ad.tiktok.tv ads.tiktok.in';

const under = (domains: string): RegExp =>
  new RegExp(`(^|\\.)(${domains.replaceAll('.', '\\.').replaceAll(' ', '|')})$`);

/** Domains with machines among names for people. */
const BELOW = /^(?:(.+)\.)?(?:tiktok|tiktokshop|lifeattiktok)\.com$/;

/** Host and path patterns in lower case; the first that fits gives the role. */
const ROLES: readonly (readonly [CodeRole, RegExp, RegExp?])[] = [
  ['pixel', /(^|\.)(ads|business-api)\.tiktok\.com$/],
  ['pixel', under(ADS)],
  ['pixel', /(^|\.)tiktokpangle[^.]*\.us$/],
  ['embed', /(^|\.)tiktok\.com$/, /^\/(embed|player|oembed)(\b|\/|\.)/],
  ['login', /(^|\.)tiktok\.com$/, /^\/(v\d\/)?(auth|login)\b/],
  ['cdn', under(CDN)],
  // Names that a network operator rents out to many; TikTok's own label stands in front.
  ['cdn', /(^|[.-])(tiktok[^.]*|muscdn)[.-].*(akamaized|edgesuite|edgekey|akamai|akadns)\.net$/],
  ['api', under(API)],
  ['other', /(^|\.)(tiktok\.(com|in|net)|tiktokshop\.com|lifeattiktok\.com|musical\.ly)$/],
];

/** A host from which a page loads, and what for. */
export interface PageCodeItem {
  readonly host: string;
  readonly role: CodeRole;
}

/** The role of the code at a URL that a page loaded; null for URLs that are not TikTok's. */
function roleOf({ hostname, pathname }: URL): CodeRole | null {
  const host = hostname.replace(/\.$/, '');
  const path = pathname.toLowerCase();
  const [, name = ''] = BELOW.exec(host) ?? [];
  const role =
    ROLES.find(([, hosts, paths]) => hosts.test(host) && (!paths || paths.test(path)))?.[0] ?? null;
  return role === 'other' ? (namedRole(name) ?? numberedRole(name) ?? role) : role;
}

/** The TikTok code among URLs that a page loaded: each host once a role, in the order of {@link CODE_ROLES}. */
export function pageCode(urls: readonly string[]): PageCodeItem[] {
  const found = new Map<string, PageCodeItem>();
  for (const rawUrl of urls) {
    const url = URL.parse(rawUrl);
    const role = url && roleOf(url);
    if (url && role) found.set(`${role} ${url.hostname}`, { host: url.hostname, role });
  }
  return [...found.values()].sort((a, b) => CODE_ROLES.indexOf(a.role) - CODE_ROLES.indexOf(b.role));
}
