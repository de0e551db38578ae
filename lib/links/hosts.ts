/**
 * What stands behind a TikTok host that a person can open.
 *
 * - `content`: posts, profiles, feeds; the path decides.
 * - `short`: every one-part path is a short code.
 * - `corporate`, `shop`, `app`: the host decides, the path does not matter.
 * - `share-only`: only `/share/video/ID` is for people, the rest is the app's back end.
 */
export type HostClass = 'content' | 'short' | 'corporate' | 'shop' | 'app' | 'share-only';

/** Hosts in lower case, first match wins. Null: the pixel, telemetry and advertising, which nobody opens. */
const HOSTS: readonly (readonly [HostClass | null, RegExp])[] = [
  [null, /(^|\.)((analytics|mcs|mssdk)(\d*-[^.]*)?|ads-(api|sg)|business-api|location)\.(.+\.)?tiktok\.com$/],
  ['short', /^v[mt]\.tiktok\.com$/],
  ['corporate', /^(newsroom|support|developers|ads|careers|creators)\.tiktok\.com$|(^|\.)lifeattiktok\.com$/],
  ['shop', /^(shop|seller|affiliate)(-[^.]*)?\.(.+\.)?tiktok\.com$|(^|\.)tiktokshop\.com$/],
  // Labels below tiktok.com that are not listed are content: new ones appear all the time.
  ['content', /(^|\.)tiktok\.com$|^(www\.|m\.)?musical\.ly$/],
  ['share-only', /^(www\.)?tiktokv\.com$/],
  // AppsFlyer names of the worldwide app, the Asian app and (by its place in the app's list) the Lite app.
  ['app', /^snssdk(1233|1180|473824)\.onelink\.me$/],
];

/**
 * Normalises a host as `URL.hostname` gives it: one trailing dot removed. Null where the name cannot resolve:
 * an empty label, or longer than a name may be (RFC 1035: 253), which also bounds all later work on it.
 */
export function resolvableHost(hostname: string): string | null {
  const host = hostname.replace(/\.$/, '');
  return !host || host.length > 253 || /^\.|\.\.|\.$/.test(host) ? null : host;
}

/** Class of a normalised host that belongs to TikTok and that a person can open; null for every other host. */
export function tiktokHost(host: string): HostClass | null {
  if (!/tiktok|musical|snssdk/.test(host)) return null;
  return HOSTS.find(([, pattern]) => pattern.test(host))?.[0] ?? null;
}
