import { SITE_CSP } from './policy.ts';

/** The files that pages load, by their names in `assets/`. */
export interface AssetNames {
  /** What every page looks like. */
  readonly style: string;
  /** What map, timeline and filters look like. */
  readonly viewStyle: string;
  /** Declarations that components set on single elements, as rules. */
  readonly drawnStyle: string;
  readonly script: string;
  readonly texts: string;
  readonly places: string;
  readonly map: string;
  readonly changes: string;
  readonly icon: string;
  readonly picture: string;
}

/** A page of the website before it is HTML. */
export interface SitePage {
  /** Its folder below the site's own, with the slash; empty for the first page. */
  readonly folder: string;
  readonly title: string;
  readonly description: string;
  /** What stands in the body, as HTML. */
  readonly body: string;
  /** What machines read of it, by schema.org. */
  readonly data?: readonly object[];
  /** The page is one of the register's views, and looks like one. */
  readonly isView?: boolean;
  /** The view is worth a script, which takes over. */
  readonly isAlive?: boolean;
  /** The page that search engines are to keep instead; null for none at all. */
  readonly canonical?: string | null;
  /** A folder to which browsers go on at once. */
  readonly leadsTo?: string;
}

/** What all pages share. */
export interface SiteHead {
  /** URL of the website with the slash; null while it is not served anywhere. */
  readonly site: string | null;
  readonly name: string;
  readonly assets: AssetNames;
  readonly pictureAlt: string;
  readonly feedTitle: string;
  /** Made for a trial: search engines are to stay away. */
  readonly test: boolean;
}

/** The way from a page's folder to the site's own: `../../`. */
export const rootFrom = (folder: string): string => '../'.repeat(folder.split('/').length - 1);

/** Stands for the folder of the page that hosts show where there is none: `404.html`. */
export const MISSING = '404';

/** The way to the site's folder from under any address: its path, where it is known. */
export const missingRoot = (site: string | null): string => (site === null ? '/' : new URL(site).pathname);

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '');

/** Search engines show about so much. */
const LONGEST = 300;
const short = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

/** JSON inside HTML: no text in it can end the element. */
const dataBlock = (data: object): string =>
  `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;

/** A whole document. `root`: the way to the site's folder, for pages that are served under any address. */
export function htmlOf(page: SitePage, head: SiteHead, root = rootFrom(page.folder)): string {
  const { site, assets, test } = head;
  const asset = (name: string) => `${root}assets/${name}`;
  const canonical = page.canonical === undefined ? page.folder : page.canonical;
  const url = site !== null && canonical !== null ? site + canonical : null;
  const meta = (name: string, content: string, kind: 'name' | 'property' = 'name') =>
    `<meta ${kind}="${name}" content="${escapeHtml(content)}">`;
  const style = (name: string) => `<link rel="stylesheet" href="${asset(name)}">`;
  const lines = [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${SITE_CSP}">`,
    meta('viewport', 'width=device-width, initial-scale=1'),
    meta('color-scheme', 'light dark'),
    meta('referrer', 'no-referrer'),
    `<title>${escapeHtml(page.title)}</title>`,
    meta('description', short(page.description)),
    ...(page.leadsTo === undefined
      ? []
      : [`<meta http-equiv="refresh" content="0; url=${root}${page.leadsTo}">`]),
    ...(test || canonical === null ? [meta('robots', 'noindex')] : []),
    ...(url === null
      ? []
      : [`<link rel="canonical" href="${escapeHtml(url)}">`, meta('og:url', url, 'property')]),
    meta('og:type', 'website', 'property'),
    meta('og:site_name', head.name, 'property'),
    meta('og:title', page.title, 'property'),
    meta('og:description', short(page.description), 'property'),
    ...(site === null
      ? []
      : [
          meta('og:image', `${site}assets/${assets.picture}`, 'property'),
          meta('og:image:width', '1200', 'property'),
          meta('og:image:height', '630', 'property'),
          meta('og:image:alt', head.pictureAlt, 'property'),
          meta('twitter:card', 'summary_large_image'),
        ]),
    `<link rel="icon" type="image/png" href="${asset(assets.icon)}">`,
    style(assets.style),
    ...(page.isView ? [style(assets.viewStyle), style(assets.drawnStyle)] : []),
    `<link rel="alternate" type="application/atom+xml" title="${escapeHtml(head.feedTitle)}" href="${root}feed.atom">`,
    `<link rel="alternate" type="application/feed+json" title="${escapeHtml(head.feedTitle)}" href="${root}feed.json">`,
    ...(page.isAlive
      ? [
          `<script type="module" src="${asset(assets.script)}" data-files="${escapeHtml(
            JSON.stringify({
              site,
              texts: assets.texts,
              places: assets.places,
              map: assets.map,
              changes: assets.changes,
            }),
          )}"></script>`,
        ]
      : []),
    ...(page.data ?? []).map(dataBlock),
    '</head>',
    `<body>${page.body}</body>`,
    '</html>',
    '',
  ];
  return lines.join('\n');
}
