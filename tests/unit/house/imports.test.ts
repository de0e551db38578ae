import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * What a part may import, besides itself and npm packages; the first row that fits a file counts. Dependencies
 * point one way, so that each part can be read and tested without those above it.
 */
const MAY_IMPORT: readonly (readonly [part: string, ...parts: string[]])[] = [
  ['lib/links/'],
  ['lib/zod.ts'],
  ['lib/listed-sites.ts'],
  ['lib/snapshot.ts', 'lib/links/', 'lib/register/level.ts'],
  ['lib/verdict-shapes.ts', 'lib/snapshot.ts'],
  ['lib/i18n.ts', 'public/_locales/'],
  ['lib/register/', 'lib/links/', 'lib/zod.ts', 'lib/i18n.ts', 'lib/snapshot.ts'],
  [
    'lib/page/',
    'lib/links/',
    'lib/listed-sites.ts',
    'lib/snapshot.ts',
    'lib/verdict-shapes.ts',
    'lib/i18n.ts',
  ],
  ['lib/', 'lib/'],
  ['components/', 'components/', 'lib/'],
  ['entrypoints/', 'components/', 'lib/'],
];

/** Files that may use the browser's extension API. Everything else gets values. */
const BROWSER_EDGE = [
  /^entrypoints\//,
  /^lib\/(i18n|messages)\.ts$/,
  /^lib\/settings\/(store|managed-store)\.ts$/,
  /^lib\/toolbar\/toolbar\.ts$/,
  /^lib\/(background|updates)\//,
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

const inRepository = (file: string, path: string) =>
  relative(ROOT, normalize(join(ROOT, dirname(file), path)));

describe('imports', () => {
  it('find the files they are about', () => {
    expect(files.length).toBeGreaterThan(20);
  });

  it.each(files)('of %s point the allowed way', (file) => {
    const row = MAY_IMPORT.find(([part]) => file.startsWith(part));
    expect(row, 'a row for this part').toBeDefined();
    const targets = importsOf(file)
      .filter(({ path }) => path.startsWith('.'))
      .map(({ path }) => inRepository(file, path));
    expect(targets.filter((target) => !row?.some((part) => target.startsWith(part)))).toEqual([]);
  });

  it.each(files)('of %s keep the browser at the edge', (file) => {
    const browser = importsOf(file).filter(({ path, type }) => path.startsWith('wxt') && !type);
    if (!BROWSER_EDGE.some((edge) => edge.test(file))) expect(browser).toEqual([]);
  });

  it.each(files.filter((file) => /^lib\/(page|links|snapshot|verdict-shapes)/.test(file)))(
    'of %s keep zod, Preact and records out of the content script',
    (file) => {
      const runtime = importsOf(file).filter(({ type }) => !type);
      expect(runtime.map(({ path }) => path).filter((path) => /zod|preact|register\//.test(path))).toEqual(
        [],
      );
    },
  );
});
