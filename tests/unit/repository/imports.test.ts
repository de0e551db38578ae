import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * What a room may import, besides itself and npm packages: whole rooms, or single files of one. Dependencies point one
 * way, so that each room can be read and tested without those above it.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'lib/platform': ['public/_locales/'],
  'lib/links': [],
  'lib/register': ['lib/platform/'],
  'lib/register-view': ['lib/register/', 'lib/platform/'],
  'lib/export': ['lib/register-view/', 'lib/register/', 'lib/platform/'],
  'lib/settings': ['lib/policy/', 'lib/register/', 'lib/links/', 'lib/platform/'],
  'lib/policy': ['lib/settings/', 'lib/register/', 'lib/links/', 'lib/platform/'],
  'lib/messages': ['lib/links/', 'lib/platform/'],
  'lib/snapshot': ['lib/settings/', 'lib/register/', 'lib/links/', 'lib/platform/'],
  'lib/content': [
    'lib/snapshot/snapshot.ts',
    'lib/settings/listed-sites.ts',
    'lib/messages/',
    'lib/links/',
    'lib/platform/i18n.ts',
  ],
  'lib/background': [
    'lib/content/sites.ts',
    'lib/snapshot/',
    'lib/messages/',
    'lib/policy/',
    'lib/settings/',
    'lib/register/',
    'lib/links/',
    'lib/platform/',
  ],
  components: [
    'lib/export/',
    'lib/register-view/',
    'lib/snapshot/',
    'lib/policy/',
    'lib/settings/',
    'lib/register/',
    'lib/links/',
    'lib/platform/',
  ],
  entrypoints: [
    'components/',
    'lib/background/',
    'lib/content/',
    'lib/register-view/',
    'lib/snapshot/',
    'lib/messages/',
    'lib/policy/',
    'lib/settings/',
    'lib/register/',
    'lib/links/',
    'lib/platform/',
  ],
};

/** Files that may use the browser's extension API. Everything else gets values. */
const BROWSER_EDGE = [
  /^entrypoints\//,
  /^lib\/platform\/i18n\.ts$/,
  /^lib\/messages\/messages\.ts$/,
  /^lib\/settings\/store\.ts$/,
  /^lib\/policy\/managed-storage\.ts$/,
  /^lib\/background\//,
];

const files = globSync(['lib/**/*.ts', 'components/**/*.{ts,tsx}', 'entrypoints/**/*.{ts,tsx}'], {
  cwd: ROOT,
}).sort();
const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s)?['"]([^'"]+)['"]|import\(['"]([^'"]+)['"]\)/g;

const importsOf = (file: string) =>
  [...readFileSync(join(ROOT, file), 'utf8').matchAll(IMPORT)].map((match) => ({
    path: match[1] ?? match[2] ?? '',
    type: /^\s*(import|export) type\s/.test(match[0].trimStart()),
  }));

/** The first two parts of a path below `lib`, the first one elsewhere. */
const roomOf = (path: string) =>
  path
    .split('/')
    .slice(0, path.startsWith('lib/') ? 2 : 1)
    .join('/');

const inRepository = (file: string, path: string) =>
  relative(ROOT, normalize(join(ROOT, dirname(file), path)));

describe('imports', () => {
  it('find the files they are about', () => {
    expect(files.length).toBeGreaterThan(20);
  });

  it.each(files)('of %s point the allowed way', (file) => {
    const room = roomOf(file);
    const allowed = MAY_IMPORT[room];
    expect(allowed, `a row for ${room}`).toBeDefined();
    const targets = importsOf(file)
      .filter(({ path }) => path.startsWith('.'))
      .map(({ path }) => inRepository(file, path));
    const wrong = targets.filter(
      (target) => roomOf(target) !== room && !allowed?.some((part) => target.startsWith(part)),
    );
    expect(wrong).toEqual([]);
  });

  it.each(files)('of %s keep the browser at the edge', (file) => {
    const browser = importsOf(file).filter(({ path, type }) => path.startsWith('wxt') && !type);
    if (!BROWSER_EDGE.some((edge) => edge.test(file))) expect(browser).toEqual([]);
  });

  it.each(files.filter((file) => /^lib\/(content|links)\/|^lib\/snapshot\/snapshot/.test(file)))(
    'of %s keep zod, Preact and records out of the content script',
    (file) => {
      const runtime = importsOf(file).filter(({ type }) => !type);
      expect(runtime.map(({ path }) => path).filter((path) => /zod|preact|register\//.test(path))).toEqual(
        [],
      );
    },
  );
});
