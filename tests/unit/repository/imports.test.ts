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
  'lib/settings': ['lib/register/', 'lib/links/', 'lib/platform/'],
  'lib/updates': ['lib/register/', 'lib/platform/'],
  'lib/policy': ['lib/updates/', 'lib/settings/', 'lib/register/', 'lib/links/', 'lib/platform/'],
  'lib/messages': ['lib/links/', 'lib/platform/'],
  'lib/snapshot': ['lib/settings/', 'lib/register/', 'lib/links/', 'lib/platform/'],
  'lib/content': [
    'lib/snapshot/snapshot.ts',
    'lib/settings/site-lists.ts',
    'lib/messages/',
    'lib/links/',
    'lib/platform/i18n.ts',
    'lib/platform/underscored.ts',
    'lib/platform/today.ts',
  ],
  'lib/background': [
    'lib/updates/',
    'lib/snapshot/',
    'lib/messages/',
    'lib/policy/',
    'lib/settings/',
    'lib/register/',
    'lib/links/',
    'lib/platform/',
  ],
  components: [
    'lib/updates/',
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
    'lib/updates/',
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
  /^lib\/messages\/((background|popup)-end|page-to-background)\.ts$/,
  /^lib\/updates\/extension-storage\.ts$/,
  /^lib\/platform\/stored-value\.ts$/,
  /^lib\/settings\/(store|stored-entries)\.ts$/,
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

/** Every file and package whose code comes along with a file: types are gone by then. */
function valuesFrom(start: string): string[] {
  const reached = new Set([start]);
  for (const file of reached)
    for (const { path, type } of file.includes('.ts') ? importsOf(file) : [])
      if (!type) reached.add(path.startsWith('.') ? inRepository(file, path) : path);
  return [...reached];
}

/** What each file, or each room, imports, types included; of itself nothing. */
function importGraph(nodeOf: (file: string) => string): Map<string, Set<string>> {
  const graph = new Map<string, Set<string>>();
  for (const file of files) {
    const from = nodeOf(file);
    const targets = graph.get(from) ?? new Set();
    graph.set(from, targets);
    for (const { path } of importsOf(file)) {
      const to = nodeOf(inRepository(file, path));
      if (path.startsWith('.') && to !== from) targets.add(to);
    }
  }
  return graph;
}

/** A way that leads back to where it began, as `a -> b -> a`; null where there is none. */
function circleIn(graph: ReadonlyMap<string, ReadonlySet<string>>): string | null {
  const done = new Set<string>();
  const search = (node: string, way: readonly string[]): string | null => {
    if (way.includes(node)) return [...way.slice(way.indexOf(node)), node].join(' -> ');
    if (done.has(node)) return null;
    for (const next of graph.get(node) ?? []) {
      const circle = search(next, [...way, node]);
      if (circle) return circle;
    }
    done.add(node);
    return null;
  };
  for (const node of graph.keys()) {
    const circle = search(node, []);
    if (circle) return circle;
  }
  return null;
}

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

  it('are allowed nowhere where nobody uses that', () => {
    const unused = Object.entries(MAY_IMPORT).flatMap(([room, allowed]) => {
      const targets = files
        .filter((file) => roomOf(file) === room)
        .flatMap((file) => importsOf(file).map(({ path }) => inRepository(file, path)));
      return allowed
        .filter((part) => !targets.some((target) => target.startsWith(part)))
        .map((part) => `${room} -> ${part}`);
    });
    expect(unused).toEqual([]);
  });

  it.each([
    ['files', (file: string) => file],
    ['rooms', roomOf],
  ])('make no circle of %s, by a type neither', (_what, nodeOf) => {
    expect(circleIn(importGraph(nodeOf))).toBeNull();
  });

  it('would show a circle', () => {
    const graph = new Map(Object.entries({ a: ['b'], b: ['c', 'd'], c: [], d: ['b'] }));
    expect(circleIn(new Map([...graph].map(([node, next]) => [node, new Set(next)])))).toBe('b -> d -> b');
  });

  it.each(files)('of %s keep the browser at the edge', (file) => {
    const browser = importsOf(file).filter(({ path, type }) => path.startsWith('wxt') && !type);
    if (!BROWSER_EDGE.some((edge) => edge.test(file))) expect(browser).toEqual([]);
  });

  it('of the content script lead to no schema library, view library, polyfill or register', () => {
    const reached = valuesFrom('entrypoints/page-links.ts');
    expect(reached).toContain('lib/content/page.ts');
    expect(
      reached.filter((path) => !/^lib\/|^entrypoints\/|^wxt\/utils\/define-unlisted-script$/.test(path)),
    ).toEqual([]);
    expect(reached.filter((path) => /^lib\/register|^lib\/platform\/(zod|i18n)/.test(path))).toEqual([]);
  });
});
