import { beforeAll, describe, expect, it } from 'vitest';
import { DATA_PACKAGES } from '../../scripts/build/notices/notices.ts';
import { type ContextName, measureSizes, partsOf, type Sizes } from '../../scripts/measure/measure-sizes.ts';

/** npm packages that each context may hold. A row that grows is a choice to be made with `npm run sizes` in hand. */
const PACKAGES: Readonly<Record<ContextName, readonly string[]>> = {
  'content script': ['webextension-polyfill', 'wxt'],
  background: ['webextension-polyfill', 'wxt', 'zod'],
  popup: ['preact', 'webextension-polyfill', 'zod'],
  options: ['preact', 'webextension-polyfill', 'zod'],
  register: ['preact', 'webextension-polyfill', 'zod'],
  welcome: ['preact', 'webextension-polyfill', 'zod'],
};
const OURS = /^(?:bundler|(?:lib|components|entrypoints|public)(?:\/.*)?)$/;

describe('sizes', () => {
  let shipped: Sizes;
  let bare: Sizes;
  beforeAll(async () => {
    shipped = await measureSizes({ polyfill: true });
    bare = await measureSizes({ polyfill: false });
  });

  // Both limits leave room to grow. What a person notices is time, and the benchmark measures that: see decision 11.
  it('of the content script: at most 90 kB', () => {
    expect(shipped.contexts['content script']?.raw).toBeLessThanOrEqual(90_000);
    expect(bare.contexts['content script']?.raw).toBe(shipped.contexts['content script']?.raw);
  });

  it('of the zipped package: at most 2 MB', () => {
    expect(shipped.packed).toBeLessThanOrEqual(2_000_000);
  });

  it('come from the packages that each context may hold', () => {
    for (const [name, context] of Object.entries(shipped.contexts)) {
      const packages = [...partsOf(context).keys()].filter((part) => !OURS.test(part));
      expect(packages.filter((each) => !PACKAGES[name as ContextName].includes(each))).toEqual([]);
    }
  });

  it('come with the notices of every package in them', () => {
    const packages = Object.values(shipped.contexts)
      .flatMap((context) => [...partsOf(context).keys()])
      .filter((part) => !OURS.test(part));
    expect(packages.length).toBeGreaterThan(3);
    const named = [...shipped.notices.matchAll(/^(\S+) \d+\.\d+\.\d+ \(/gm)].map(([, name]) => name);
    expect(named).toEqual(expect.arrayContaining([...new Set(packages), ...Object.keys(DATA_PACKAGES)]));
    expect(shipped.notices).toContain('https://github.com/mozilla/webextension-polyfill');
  });

  it('tell every part of a context apart', () => {
    for (const context of Object.values(shipped.contexts)) {
      const parts = [...partsOf(context).values()].reduce((sum, bytes) => sum + bytes, 0);
      expect(parts).toBe(context.raw);
    }
  });

  it('of the content script come from a few rooms: no register, no policy, no components', () => {
    const parts = [
      ...partsOf(shipped.contexts['content script'] ?? { raw: 0, gzip: 0, sources: new Map() }).keys(),
    ];
    const ours = parts.filter((part) => /^(?:lib|components)/.test(part));
    expect(ours.sort()).toEqual([
      'lib/content',
      'lib/links',
      'lib/messages',
      'lib/platform',
      'lib/settings',
      'lib/snapshot',
    ]);
  });
});
