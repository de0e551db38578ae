import { describe, expect, it } from 'vitest';
import { partOf } from '../../../scripts/measure/measure-sizes.ts';
import { sourceShares } from '../../../scripts/measure/source-shares.ts';

describe('the share of each source in a built file', () => {
  it('is what the segments of the map span', () => {
    // Line 1: columns 0-3 of source 0, 3-5 of source 1; line 2: 0-2 of none, the rest of source 0.
    const shares = sourceShares('aaabb\nxxcccc', { sources: ['a.ts', 'b.ts'], mappings: 'AAAA,GCAA;A,EDAA' });
    expect(Object.fromEntries(shares)).toEqual({ 'a.ts': 7, 'b.ts': 3, '': 2 });
  });

  it('counts bytes, not characters', () => {
    expect(sourceShares('éé', { sources: ['a.ts'], mappings: 'AAAA' }).get('a.ts')).toBe(4);
  });

  it('adds up to the file, with lines the map does not reach', () => {
    const code = 'let a=1;\nlet b=2;\n// end\n';
    const shares = sourceShares(code, { sources: ['a.ts'], mappings: 'AAAA' });
    expect([...shares.values()].reduce((a, b) => a + b)).toBe(code.length);
  });
});

describe('the part a source is counted as', () => {
  it.each([
    ['node_modules/zod/v4/mini/schemas.js', 'zod'],
    ['node_modules/@wxt-dev/browser/src/index.mjs', '@wxt-dev/browser'],
    ['node_modules/wxt/node_modules/defu/dist/defu.mjs', 'defu'],
    ['lib/links/hosts.ts', 'lib/links'],
    ['lib/platform/i18n.ts', 'lib/platform'],
    ['components/popup/popup.tsx', 'components/popup'],
    ['', 'bundler'],
    ['\0vite/preload-helper.js', 'bundler'],
  ])('of %j is %j', (source, part) => {
    expect(partOf(source)).toBe(part);
  });
});
