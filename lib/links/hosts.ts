/**
 * What stands behind a TikTok host that a person can open.
 *
 * - `content`: posts, profiles, feeds; the path decides.
 * - `short`: every path begins with a short code.
 * - `corporate`, `shop`, `app`: the host decides, the path does not matter.
 * - `share-only`: only `/share/video/ID` is for people, the rest is the app's back end.
 */
export type HostClass = 'content' | 'short' | 'corporate' | 'shop' | 'app' | 'share-only';

/** A class by a pattern; null: the pixel, telemetry and advertising, which nobody opens. First match wins. */
type Rows = readonly (readonly [HostClass | null, RegExp])[];

const TIKTOK = 'tiktok.com';

/** By what stands before `tiktok.com`. Anything else is content: new names appear all the time. */
const BELOW_TIKTOK: Rows = [
  [null, /(^|\.)((analytics|mcs|mssdk)(\d*-[^.]*)?|ads-(api|sg)|business-api|location)(\.|$)/],
  ['short', /^v[mt]$/],
  ['corporate', /^(newsroom|support|developers|ads|careers|creators)$/],
  ['shop', /^(shop|seller|affiliate)(-|\.|$)/],
  ['content', /^/],
];

/** By the whole name. */
const OTHERS: Rows = [
  ['content', /^(www\.|m\.)?musical\.ly$/],
  ['corporate', /(^|\.)lifeattiktok\.com$/],
  ['shop', /(^|\.)tiktokshop\.com$/],
  ['share-only', /^(www\.)?tiktokv\.com$/],
  // AppsFlyer names of the worldwide app, the Asian app and (by its place in the app's list) the Lite app.
  ['app', /^snssdk(1233|1180|473824)\.onelink\.me$/],
];

/** The registrable domains of both tables, separated by commas. */
export const DOMAINS = 'tiktok.com,musical.ly,lifeattiktok.com,tiktokshop.com,tiktokv.com,onelink.me';
const OWN = DOMAINS.split(',');

/** The last two labels of a host. */
export const tailOf = (host: string): string =>
  host.slice(host.lastIndexOf('.', host.lastIndexOf('.') - 1) + 1);

/**
 * Normalises a host as `URL.hostname` gives it: one trailing dot removed. Null where the name cannot resolve:
 * an empty label, or longer than a name may be (RFC 1035: 253), which also bounds all later work on it.
 */
export function resolvableHost(hostname: string): string | null {
  const host = hostname.endsWith('.') ? hostname.slice(0, -1) : hostname;
  return !host || host.length > 253 || `.${host}.`.includes('..') ? null : host;
}

/** Class of a normalised host that belongs to TikTok and that a person can open; null for every other host. */
export function tiktokHost(host: string): HostClass | null {
  // Patterns take long at their first use, and most hosts are nobody's here.
  if (!OWN.includes(tailOf(host))) return null;
  const isBelow = host === TIKTOK || host.endsWith(`.${TIKTOK}`);
  const name = isBelow ? host.slice(0, -TIKTOK.length - 1) : host;
  return (isBelow ? BELOW_TIKTOK : OTHERS).find(([, pattern]) => pattern.test(name))?.[0] ?? null;
}
