import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseChangelog } from '../../../lib/register-view/changelog.ts';
import { drawMap } from '../../build/map/draw-map.ts';
import { ENGLISH } from '../../data/english.ts';
import { placeNames, subdivisionsOf } from '../../data/subdivision-names.ts';
import { history, type PublishedVersion } from '../changes.ts';
import { describeTables } from '../dictionary.ts';
import type { Files } from '../repository.ts';
import { type Asset, buildClient, hashed, loadRenderer, textsIn } from './assets.ts';
import { htmlOf, MISSING, missingRoot, type SitePage } from './document.ts';
import { drawPicture } from './picture.ts';

/** What the website is made from. */
export interface SiteInput {
  /** Oldest first; the last one is shown. */
  readonly versions: readonly PublishedVersion[];
  /** URL of the website with the slash; null while it is not served anywhere. */
  readonly site: string | null;
  readonly test: boolean;
  readonly now: Date;
}

const ROOT = join(import.meta.dirname, '../../..');

const pathOf = ({ folder }: SitePage): string => (folder === MISSING ? '404.html' : `${folder}index.html`);

/** The map of the site for search engines: every page that they are to keep. */
function sitemap(pages: readonly SitePage[], site: string, day: string): string {
  const urls = pages
    .filter(({ canonical }) => canonical === undefined)
    .map(({ folder }) => `  <url><loc>${site}${folder}</loc><lastmod>${day}</lastmod></url>`);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...urls,
    '</urlset>',
    '',
  ].join('\n');
}

/** Every file of the website by its path in the public folder. */
export async function siteFiles({ versions, site, test, now }: SiteInput): Promise<Files> {
  const newest = versions.at(-1);
  if (!newest) throw new Error('There is no version to show.');
  const { register, published } = newest;
  const today = now.toISOString().slice(0, 10);
  const [client, writeSite] = await Promise.all([buildClient(), loadRenderer()]);
  const places = placeNames(subdivisionsOf(register), ['en']);
  const map = drawMap();
  const changelog = parseChangelog(readFileSync(join(ROOT, 'docs/register-changelog.md'), 'utf8'));
  const written = writeSite({
    register,
    published,
    today,
    site,
    test,
    texts: ENGLISH,
    places,
    map,
    versions: history(versions),
    changelog,
    tables: describeTables(register),
  });

  const json = (stem: string, value: unknown) => hashed(stem, 'json', JSON.stringify(value));
  const own = {
    drawnStyle: hashed('drawn', 'css', written.drawnStyle),
    texts: json('texts', textsIn(client.code, ENGLISH)),
    places: json('places', places),
    map: json('map', map),
    changes: json('changes', changelog),
    icon: hashed('icon', 'png', readFileSync(join(ROOT, 'public/icons/48.png'))),
    picture: hashed('preview', 'png', drawPicture(register, map, today)),
  } satisfies Record<string, Asset>;
  const names = Object.fromEntries(Object.entries(own).map(([key, { name }]) => [key, name])) as Record<
    keyof typeof own,
    string
  >;
  const head = {
    site,
    test,
    name: written.name,
    pictureAlt: written.pictureAlt,
    feedTitle: written.feedTitle,
    assets: { ...names, style: client.style, viewStyle: client.viewStyle, script: client.script },
  };
  const { pages } = written;
  return new Map([
    ...[...client.files, ...Object.values(own)].map(({ name, bytes }) => [`assets/${name}`, bytes] as const),
    ...pages.map(
      (page) =>
        [
          pathOf(page),
          Buffer.from(page.folder === MISSING ? htmlOf(page, head, missingRoot(site)) : htmlOf(page, head)),
        ] as const,
    ),
    [
      'robots.txt',
      Buffer.from(
        test
          ? 'User-agent: *\nDisallow: /\n'
          : `User-agent: *\nAllow: /\n${site === null ? '' : `Sitemap: ${site}sitemap.xml\n`}`,
      ),
    ],
    ...(site === null ? [] : [['sitemap.xml', Buffer.from(sitemap(pages, site, today))] as const]),
    // GitHub Pages would take the folder for sources of another kind.
    ['.nojekyll', Buffer.alloc(0)],
  ]);
}
