import { describe, expect, it } from 'vitest';
import { DATA_PACKAGES, noticesFor, packageOf } from '../../../scripts/build/notices/notices.ts';

describe('the notices', () => {
  it.each([
    ['/x/node_modules/preact/dist/preact.module.js', 'preact'],
    ['/x/node_modules/@wxt-dev/browser/src/index.mjs', '@wxt-dev/browser'],
    ['/x/node_modules/a/node_modules/b/index.js', 'b'],
    ['C:\\x\\node_modules\\zod\\index.js', 'zod'],
    ['/x/lib/links/hosts.ts', null],
    ['\0vite/preload-helper.js', null],
  ])('take %j as of %j', (id, name) => {
    expect(packageOf(id)).toBe(name);
  });

  it('give name, version, licence and its text, the project’s own first', () => {
    const text = noticesFor(['preact']);
    expect(text.startsWith('Policy Context for TikTok\n\nMIT License')).toBe(true);
    expect(text).toMatch(/\npreact \d+\.\d+\.\d+ \(MIT\)\n/);
    expect(text).toContain('Jason Miller');
    for (const name of Object.keys(DATA_PACKAGES)) expect(text).toContain(`\n${name} `);
    expect(text).toContain('Natural Earth');
  });

  it('stop the build where a package has no licence file, and say what to do', () => {
    expect(() => noticesFor(['puppeteer-core'])).toThrow(
      'puppeteer-core ships without a notice: it has no licence file. Name a package of the same project',
    );
    expect(() => noticesFor(['not-a-package'])).toThrow(
      'not-a-package is in the bundle but not in package-lock',
    );
  });
});
