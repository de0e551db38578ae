// @vitest-environment jsdom
import { posix } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { entryTitle } from '../../../lib/register/labels.ts';
import { recordToday } from '../../../lib/register/moved.ts';
import type { Register } from '../../../lib/register/schema.ts';
import { statusOn } from '../../../lib/register/status.ts';
import { statusLine } from '../../../lib/register/status-line.ts';
import { englishFor } from '../../../scripts/data/english.ts';
import { readRegister } from '../../../scripts/data/read-register.ts';
import { textsIn } from '../../../scripts/publish/site/assets.ts';
import { htmlOf } from '../../../scripts/publish/site/document.ts';
import { SITE_CSP } from '../../../scripts/publish/site/policy.ts';
import { siteFiles } from '../../../scripts/publish/site/site-files.ts';

/** The day of every status. */
const DAY = '2026-11-29';
const SITE = 'https://register.example/sub/';

/** Files that the other parts of publishing put beside the website. */
const BESIDE = /^(feed\.(atom|json)|versions\.json|data\/[\w-]+\.(csv|json)|changes\/[\d.]+\.json)$/;

let register: Register;
/** Path -> document. */
let pages: Map<string, Document>;
let files: ReadonlyMap<string, Buffer>;

const make = (site: string | null, test: boolean) =>
  siteFiles({
    versions: [{ register, published: `${DAY}T12:00:00Z` }],
    site,
    test,
    now: new Date(`${DAY}T12:00:00Z`),
  });
const textOf = (path: string): string => files.get(path)?.toString('utf8') ?? '';
const page = (path: string): Document => {
  const found = pages.get(path);
  if (!found) throw new Error(`no page ${path}`);
  return found;
};
/** The words of a page, with single spaces. */
const words = (path: string): string => (page(path).body.textContent ?? '').replace(/\s+/g, ' ');
const dataOf = (path: string): Record<string, unknown>[] =>
  [...page(path).querySelectorAll('script[type="application/ld+json"]')].map((script) =>
    JSON.parse(script.textContent ?? ''),
  );

beforeAll(async () => {
  const read = readRegister();
  const renamed = { old: 'name-of-old', new: [read.restrictions[0]?.id ?? ''], reason: 'It was renamed.' };
  register = { ...read, moved: { ...read.moved, records: [...read.moved.records, renamed] } };
  files = await make(SITE, false);
  pages = new Map(
    [...files.keys()]
      .filter((path) => path.endsWith('.html'))
      .map((path) => [path, new DOMParser().parseFromString(textOf(path), 'text/html')]),
  );
}, 120_000);

describe('the pages of the website', () => {
  it('name the parts of the world, which Chromium cannot', () => {
    const path = [...files.keys()].find((file) => /^assets\/places-\w+\.json$/.test(file)) ?? '';
    expect(JSON.parse(textOf(path)).en).toMatchObject({ '150': 'Europe', '142': 'Asia', 'US-TX': 'Texas' });
  });

  it('lead on from an address that there is not', () => {
    expect(page('404.html').querySelector('article a')?.getAttribute('href')).toBe(new URL(SITE).pathname);
  });

  it('are one for each view, record, old id, place and version', () => {
    const records = [...register.restrictions, ...register.responses, ...register.context];
    for (const { id } of records) expect(pages.has(`r/${id}/index.html`), id).toBe(true);
    for (const { old } of register.moved.records) expect(pages.has(`r/${old}/index.html`), old).toBe(true);
    for (const path of ['', 'map/', 'timeline/', 'compare/', 'response/', 'context/', 'about/'])
      expect(pages.has(`${path}index.html`), path).toBe(true);
    for (const path of ['country/', 'country/US/', 'country/EU/', 'changes/', 'data/'])
      expect(pages.has(`${path}index.html`), path).toBe(true);
    expect(pages.has(`changes/${register.version}/index.html`)).toBe(true);
  });

  it('have links that lead to a file of the folder, and fragments that are there', () => {
    const dead: string[] = [];
    for (const [path, document] of pages) {
      if (path === '404.html') continue;
      for (const element of document.querySelectorAll('[href], [src]')) {
        const target = element.getAttribute('href') ?? element.getAttribute('src') ?? '';
        if (/^https?:/.test(target)) continue;
        const [file = '', fragment] = target.split('#');
        // What begins at the host's root would break below a path.
        const to = file === '' ? path : posix.join(posix.dirname(path), file);
        const name = file.endsWith('/') || to === '.' ? posix.join(to, 'index.html') : to;
        const isThere = files.has(name) || BESIDE.test(name);
        const isOn = !fragment || document.getElementById(fragment) !== null;
        if (file.startsWith('/') || !isThere || !isOn) dead.push(`${path}: ${target}`);
      }
    }
    expect(dead).toEqual([]);
  });

  it('ask no other host for anything', () => {
    for (const [path, document] of pages) {
      const loaded = document.querySelectorAll(
        'script[src], img, link[rel="stylesheet"], link[rel="icon"], iframe, object, embed, audio, video',
      );
      for (const element of loaded)
        expect(element.getAttribute('src') ?? element.getAttribute('href'), path).not.toMatch(
          /^(https?:)?\/\//,
        );
    }
  });

  it('keep to their own policy: no style on an element, no script in the page', () => {
    for (const [path, document] of pages) {
      const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]');
      expect(policy?.getAttribute('content'), path).toBe(SITE_CSP);
      expect(document.querySelectorAll('[style], style').length, path).toBe(0);
      expect(document.querySelectorAll('script:not([src], [type="application/ld+json"])').length, path).toBe(
        0,
      );
      for (const element of document.querySelectorAll('*'))
        for (const { name } of element.attributes) expect(name, path).not.toMatch(/^on/);
    }
  });

  it('load a script where they are views, and none elsewhere', () => {
    for (const [path, document] of pages) {
      const isView = document.getElementById('app') !== null;
      expect(document.querySelectorAll('script[src]').length, path).toBe(isView ? 1 : 0);
    }
  });

  it('have a title and a description each', () => {
    for (const [path, document] of pages) {
      expect(document.title.trim(), path).not.toBe('');
      expect(document.querySelector('meta[name="description"]')?.getAttribute('content'), path).toBeTruthy();
    }
  });

  it('hold no control that only a script could answer', () => {
    for (const [path, document] of pages)
      expect(
        [...document.querySelectorAll('button, input, select')].map((each) => each.outerHTML),
        path,
      ).toEqual([]);
  });
});

describe('the first page', () => {
  it('links to every restriction', () => {
    const linked = new Set(
      [...page('index.html').querySelectorAll<HTMLElement>('a[data-record]')].map(
        (each) => each.dataset.record,
      ),
    );
    expect(register.restrictions.map(({ id }) => id).filter((id) => !linked.has(id))).toEqual([]);
  });

  it('is a dataset to machines, with its files', () => {
    const [data] = dataOf('index.html');
    expect(data).toMatchObject({ '@type': 'Dataset', version: register.version, url: SITE });
    expect(data?.distribution).toContainEqual(
      expect.objectContaining({ contentUrl: `${SITE}data/restrictions.csv`, encodingFormat: 'text/csv' }),
    );
  });
});

describe('the page of a record', () => {
  it('says its status with its age, its dates, and every source', () => {
    const language = englishFor(register);
    for (const record of register.restrictions) {
      const path = `r/${record.id}/index.html`;
      const said = words(path);
      expect(said).toContain(statusLine(record, statusOn(record, DAY), DAY, language).replace(/\s+/g, ' '));
      const dates = [...page(path).querySelectorAll('.dated time')].map((time) =>
        time.getAttribute('datetime'),
      );
      expect(dates).toEqual(record.events.map(({ date }) => date));
      const linked = new Set(
        [...page(path).querySelectorAll('.sources a')].map((link) => link.getAttribute('href')),
      );
      const onlyCopies = record.sources.every(({ mirror }) => mirror);
      for (const { url, title, mirror } of record.sources)
        if (mirror && !onlyCopies) expect(said).toContain(title.replace(/\s+/g, ' ').trim());
        else expect(linked, record.id).toContain(url);
    }
  });

  it('cites itself by its own address', () => {
    const [{ id } = { id: '' }] = register.restrictions;
    expect(page(`r/${id}/index.html`).querySelector('.citation-text')?.textContent).toContain(
      `${SITE}r/${id}/`,
    );
  });

  it('says to machines on what it rests', () => {
    const record = register.restrictions.find(({ instrument }) => instrument);
    if (!record) throw new Error('no record has an instrument');
    const [data, way] = dataOf(`r/${record.id}/index.html`);
    expect(data).toMatchObject({
      '@type': 'WebPage',
      '@id': `${SITE}r/${record.id}/`,
      identifier: record.id,
      citation: record.sources.map(({ url }) => ({ url })),
      about: [{ name: record.issuer.name }, { '@type': 'Legislation', name: record.instrument?.name }],
    });
    expect(way).toMatchObject({ '@type': 'BreadcrumbList' });
  });

  it('is whole for what TikTok says, and for context', () => {
    const [response] = register.responses;
    const [context] = register.context;
    expect(words(`r/${response?.id}/index.html`)).toContain(response?.claim.replace(/\s+/g, ' '));
    expect(words(`r/${context?.id}/index.html`)).toContain(context?.summary.replace(/\s+/g, ' '));
  });
});

describe('an old id', () => {
  it('leads on at once where one record took its place, and to a choice where several did', () => {
    const language = englishFor(register);
    expect(register.moved.records.length).toBeGreaterThan(0);
    for (const { old, reason } of register.moved.records) {
      const path = `r/${old}/index.html`;
      const { entries } = recordToday(old, register);
      const refresh = page(path).querySelector('meta[http-equiv="refresh"]')?.getAttribute('content');
      expect(refresh, old).toBe(
        entries.length === 1 ? `0; url=../../r/${entries[0]?.record.id}/` : undefined,
      );
      expect(words(path)).toContain(reason.replace(/\s+/g, ' '));
      for (const entry of entries) {
        expect(words(path)).toContain(entryTitle(entry, language));
        expect(words(`r/${entry.record.id}/index.html`)).toContain(`Known as ${old} before`);
      }
    }
  });
});

describe('search engines', () => {
  it('get every page that is to be kept, by its address', () => {
    const listed = [...textOf('sitemap.xml').matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => url);
    for (const [path, document] of pages) {
      const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href');
      const own = SITE + path.replace(/index\.html$/, '');
      expect(listed.includes(own), path).toBe(canonical === own);
    }
    expect(listed.length).toBeGreaterThan(register.restrictions.length);
    expect(textOf('robots.txt')).toContain(`Sitemap: ${SITE}sitemap.xml`);
  });

  it('are kept away from a trial, which says what it is on every page', async () => {
    const trial = await make(null, true);
    expect(trial.get('robots.txt')?.toString()).toContain('Disallow: /');
    expect(trial.has('sitemap.xml')).toBe(false);
    for (const [path, bytes] of trial)
      if (path.endsWith('.html')) {
        expect(bytes.includes('<meta name="robots" content="noindex">'), path).toBe(true);
        expect(bytes.includes('TEST: this folder was made for a trial'), path).toBe(true);
        expect(bytes.includes('rel="canonical"'), path).toBe(false);
      }
  });
});

it('the preview is a picture of 1200 by 630, which pages name by its whole address', () => {
  const picture =
    page('index.html').querySelector('meta[property="og:image"]')?.getAttribute('content') ?? '';
  expect(picture.startsWith(`${SITE}assets/`)).toBe(true);
  const bytes = files.get(picture.slice(SITE.length));
  expect(bytes?.subarray(1, 4).toString()).toBe('PNG');
  expect([bytes?.readUInt32BE(16), bytes?.readUInt32BE(20)]).toEqual([1200, 630]);
});

it('a text that looks like HTML stays a text, in the head and in what machines read', () => {
  const text = '</script><script>alert(1)</script>"&';
  const html = htmlOf(
    { folder: 'r/a/', title: text, description: text, body: '', data: [{ name: text }] },
    {
      site: SITE,
      name: text,
      pictureAlt: text,
      feedTitle: text,
      test: false,
      assets: {
        style: '',
        viewStyle: '',
        drawnStyle: '',
        script: '',
        texts: '',
        places: '',
        map: '',
        changes: '',
        icon: '',
        picture: '',
      },
    },
  );
  const document = new DOMParser().parseFromString(html, 'text/html');
  expect(document.title).toBe(text);
  const scripts = [...document.querySelectorAll('script')];
  expect(scripts.map(({ type }) => type)).toEqual(['application/ld+json']);
  expect(JSON.parse(scripts[0]?.textContent ?? '')).toEqual({ name: text });
});

it('the page for what is not there works under any address', () => {
  for (const element of page('404.html').querySelectorAll('[href]')) {
    const target = element.getAttribute('href') ?? '';
    expect(target).toMatch(/^(\/sub\/|#view$)/);
  }
});

it('the texts of the script are those that its code can ask for, with their plural forms', () => {
  const texts = { a_one: '1', a_other: '2', status_in_force: '3', admin_key: '4', b: '5' };
  expect(Object.keys(textsIn("t('b'); counted('a', n); t(`status_${x}`)", texts))).toEqual([
    'a_one',
    'a_other',
    'status_in_force',
    'b',
  ]);
});
