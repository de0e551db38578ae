import { resolvableHost } from './hosts.ts';

/**
 * What a page loads from TikTok.
 *
 * - `pixel`: reports a visit to TikTok's advertising. `ads`: other advertising services.
 * - `ad-network`: TikTok's network for other apps and sites (Pangle).
 * - `telemetry`: measurement and device checks of TikTok's own code.
 * - `embed-loader`: the script that turns quotes into players. `embed`: a player or creator frame.
 * - `cdn`: pictures, videos, scripts. `api`: the back end of app and site. `other`: any other TikTok address.
 */
export type TikTokInfrastructure =
  | 'pixel'
  | 'ads'
  | 'ad-network'
  | 'telemetry'
  | 'embed-loader'
  | 'embed'
  | 'cdn'
  | 'api'
  | 'other';

/** First match wins. Labels of tiktok.com, as tracker lists name them. */
const LABELS: readonly (readonly [TikTokInfrastructure, RegExp])[] = [
  ['pixel', /^analytics/],
  ['ads', /^(ads?|business-api)(-|\d|$)/],
  ['telemetry', /^(mcs|mssdk|mon|log|xlog|rtlog|location|tnc|frontier)(-|\d|$)/],
  ['api', /(^|-)api(-|\d|$)|^(webcast|im|verification)(-|\d|$)/],
];

/** Other registrable domains: the domain itself and all below it. */
const DOMAINS: readonly (readonly [TikTokInfrastructure, string])[] = [
  [
    'cdn',
    'tiktokcdn.com tiktokcdn-us.com tiktokcdn-eu.com tiktokcdn-eu.net tiktokcdn-in.com tiktokeu-cdn.com ' +
      'tiktokrow-cdn.com tiktokstaticb.com ttwstatic.com ttlivecdn.com ttcdn-us.com muscdn.com ibytedtos.com ' +
      'ibyteimg.com byteoversea.com byteoversea.net',
  ],
  ['ad-network', 'tiktokpangle.us tiktokpangle-b.us tiktokpangle-cdn-us.com pangle.io pangleglobal.com'],
  ['ads', 'ads.tiktok.tv ad.tiktok.tv ads.tiktok.in'],
  ['telemetry', 'bytedapm.com'],
  [
    'api',
    'tiktokv.com tiktokv.eu tiktokv.us tiktokw.eu tiktokw.us tiktokd.net tiktokd.org tik-tokapi.com ' +
      'tiktok-row.net tiktok-us.net tiktok-eu.net ttoverseaus.net tiktok-minis.com tiktokminis.us tiktoklb.eu ' +
      'tiktokglobalshopv.com tiktok-shops.com tiktokglobalshop.com',
  ],
  ['other', 'tiktok.in tiktok.net musical.ly tiktokshop.com lifeattiktok.com'],
];

/** Names of other delivery networks that carry a TikTok domain in front. */
const ALIAS =
  /(^|[.-])(tiktok|tiktokv|tiktokw|tiktokcdn(-\w\w)?|tiktokstaticb|tiktokeu-cdn|tiktokrow-cdn|muscdn)[.-](com|us|eu)\.(akamaized\.net|edgesuite\.net|edgekey\.net|(.+\.)?akadns\.net)$/;

/** Paths on the main site that pages load. */
const PATHS: readonly (readonly [TikTokInfrastructure, RegExp])[] = [
  ['embed-loader', /^\/embed\.js$/],
  ['embed', /^\/(embed|player)\//],
  ['api', /^\/(oembed|api|aweme|node)(\/|$)/],
];

/**
 * Names the TikTok code behind an address that a page loads (script, frame, picture, request), or null where the
 * host is not TikTok's. For the page report only: links are recognised without this.
 *
 * @param url an absolute address
 */
export function tiktokInfrastructure(url: string): TikTokInfrastructure | null {
  const parsed = URL.parse(url);
  const host = parsed && /^(https?|wss?):$/.test(parsed.protocol) ? resolvableHost(parsed.hostname) : null;
  if (!parsed || !host) return null;
  if (host === 'tiktok.com' || host.endsWith('.tiktok.com')) {
    const labels = host.slice(0, -11).split('.');
    const byLabel = LABELS.find(([, pattern]) => labels.some((label) => pattern.test(label)));
    const byPath = PATHS.find(([, pattern]) => pattern.test(parsed.pathname));
    return (byLabel ?? byPath)?.[0] ?? 'other';
  }
  if (ALIAS.test(host)) return 'cdn';
  // `log16-normal….tiktokv.us` measures, whatever domain of the back end it stands on.
  const labels = host.split('.');
  const domain = DOMAINS.find(([, names]) =>
    names.split(' ').some((name) => host === name || host.endsWith(`.${name}`)),
  )?.[0];
  if (domain !== 'api' && domain !== 'cdn') return domain ?? null;
  return LABELS.slice(0, 3).find(([, pattern]) => pattern.test(labels[0] ?? ''))?.[0] ?? domain;
}
