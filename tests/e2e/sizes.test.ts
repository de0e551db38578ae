import { beforeAll, describe, expect, it } from 'vitest';
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

  // Both limits leave room to grow. What a person notices is time, and the benchmark measures that.
  it('of the content script: at most 48 kB', () => {
    expect(shipped.contexts['content script']?.raw).toBeLessThanOrEqual(48_000);
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
    expect(ours.sort()).toEqual(['lib/content', 'lib/links', 'lib/messages', 'lib/settings']);
  });
});
