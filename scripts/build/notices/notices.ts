import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');

/** Where the notices lie in the package. */
export const NOTICES_FILE = 'notices.txt';

/** Packages whose data the build turns into files of its own; the bundler does not see them. */
export const DATA_PACKAGES: Readonly<Record<string, string>> = {
  'world-atlas':
    'The map is drawn from it. It packs Natural Earth, which is in the public domain: https://www.naturalearthdata.com/',
  'cldr-subdivisions-full': 'Names of subdivisions come from it.',
};

/** What has to be said besides the licence. */
const REMARKS: Readonly<Record<string, string>> = {
  ...DATA_PACKAGES,
  'webextension-polyfill':
    'Used unchanged. Its source is at https://github.com/mozilla/webextension-polyfill and in its package.',
};

/** Packages without a file of their licence, and the package of the same project whose file holds for them too. */
const LICENSE_OF: Readonly<Record<string, string>> = {
  wxt: '@wxt-dev/webextension-polyfill',
  '@wxt-dev/browser': '@wxt-dev/webextension-polyfill',
};

/** The npm package that a module comes from; null for the project's own and for what the bundler makes up. */
export function packageOf(id: string): string | null {
  const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id.replaceAll('\\', '/')) ?? [];
  return name ?? null;
}

function licenseText(name: string): string {
  const folder = join(ROOT, 'node_modules', LICENSE_OF[name] ?? name);
  const file = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'LICENCE', 'license']
    .map((each) => join(folder, each))
    .find((path) => existsSync(path));
  if (!file)
    throw new Error(
      `${name} ships without a notice: it has no licence file. Name a package of the same project that has one in LICENSE_OF (scripts/build/notices/notices.ts).`,
    );
  return readFileSync(file, 'utf8').trim();
}

interface Locked {
  readonly version: string;
  readonly license?: string;
}

/**
 * The text of the notices: the project's own licence, then one part a package with name, version, licence and its
 * text; versions and licences as the lock file has them.
 *
 * @param bundled npm packages of which code is in the package
 * @throws Error where a package has no licence file, with what to do.
 */
export function noticesFor(bundled: readonly string[]): string {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>;
  };
  const names = [...new Set([...bundled, ...Object.keys(DATA_PACKAGES)])].sort();
  const parts = names.map((name) => {
    const locked = packages[`node_modules/${name}`];
    if (!locked) throw new Error(`${name} is in the bundle but not in package-lock.json.`);
    const head = `${name} ${locked.version} (${locked.license ?? 'licence below'})`;
    const remark = REMARKS[name];
    return [head, ...(remark ? [remark] : []), licenseText(name)].join('\n\n');
  });
  const own = readFileSync(join(ROOT, 'LICENSE'), 'utf8').trim();
  return `${[`Policy Context for TikTok\n\n${own}`, ...parts].join(`\n\n${'='.repeat(72)}\n\n`)}\n`;
}
