import { namedRole, numberedRole } from './machines.ts';

/**
 * What stands behind a TikTok host that a person can open.
 *
 * - `content`: posts, profiles, feeds; the path decides.
 * - `short`: every path begins with a short code.
 * - `corporate`, `shop`, `app`: the host decides, the path does not matter.
 */
export type HostClass = 'content' | 'short' | 'corporate' | 'shop' | 'app';

/** A class by a pattern of the host, and of the path where only some paths are for people. First match wins. */
type Rows = readonly (readonly [HostClass, RegExp, RegExp?])[];

/** Below domains where new names appear all the time: by what stands before the domain. */
const NAMES: Rows = [
  ['short', /^v[mt]$/],
  ['corporate', /^(newsroom|support|developers|ads|careers|creators)(\.us)?$/],
  ['shop', /^(shop|seller|affiliate|partner)(-|\.|$)/],
];

/** Machines of which a part is for people. */
const PARTS: Rows = [
  ['corporate', /^business-api$/, /^\/portal(\/|$)/],
  ['content', /^webcast$/, /^\/(?!webcast\/)/],
];

/** By the whole name, where nothing else of the domain is for people. */
const WHOLE: Rows = [
  ['content', /^(www\.|m\.)?musical\.ly$/],
  ['content', /^(www\.)?tiktokv\.com$/, /^\/share\/video\/\d/],
  ['shop', /^(seller|affiliate|partner)[\w.-]*\.(tiktokglobalshop|tiktokshopglobalselling)\.com$/],
  // AppsFlyer names of the worldwide app, the Asian app and (by its place in the app's list) the Lite app.
  ['app', /^snssdk(1233|1180|473824)\.onelink\.me$/],
  // And templates that only these use, under whatever name.
  ['app', /\.onelink\.me$/, /^\/(bIdt|BAuo)(\/|$)/],
];

/** Domains of which all is for people but machines, and what they are for. */
const OPEN: Readonly<Record<string, HostClass>> = {
  'tiktok.com': 'content',
  'tiktokshop.com': 'shop',
  'lifeattiktok.com': 'corporate',
};

/** The names that nearly all links have: told without a pattern, of which a browser takes long to get each ready. */
const USUAL: ReadonlyMap<string, HostClass> = new Map([
  ['www.tiktok.com', 'content'],
  ['tiktok.com', 'content'],
  ['m.tiktok.com', 'content'],
  ['vm.tiktok.com', 'short'],
  ['vt.tiktok.com', 'short'],
]);

/** The registrable domains of all tables. */
export const DOMAINS: ReadonlySet<string> = new Set([
  ...Object.keys(OPEN),
  'musical.ly',
  'tiktokv.com',
  'tiktokglobalshop.com',
  'tiktokshopglobalselling.com',
  'onelink.me',
]);

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

const classIn = (rows: Rows, name: string, pathname: string | undefined): HostClass | null =>
  rows.find(
    ([, hosts, paths]) => hosts.test(name) && (!paths || pathname === undefined || paths.test(pathname)),
  )?.[0] ?? null;

/**
 * Class of a normalised host that belongs to TikTok and that a person can open; null for every other host.
 *
 * @param pathname left out, a host counts of which any path is for people
 */
export function tiktokHost(host: string, pathname?: string): HostClass | null {
  const usual = USUAL.get(host);
  if (usual) return usual;
  // Patterns take long at their first use, and most hosts are nobody's here.
  const domain = tailOf(host);
  if (!DOMAINS.has(domain)) return null;
  const all = OPEN[domain];
  if (!all) return classIn(WHOLE, host, pathname);
  const name = host.slice(0, -domain.length - 1);
  const part = classIn(PARTS, name, pathname);
  if (part || namedRole(name)) return part;
  const known = all === 'content' ? classIn(NAMES, name, pathname) : null;
  return known ?? (numberedRole(name) ? null : all);
}
