import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPlainlyTikTok, plainKind } from '../../../lib/links/plain-url.ts';
import { recognise } from '../../../lib/links/recognise.ts';
import vectors from './vectors.json' with { type: 'json' };

/** Parts that plain addresses are made of, and what makes them odd. */
const part = fc.constantFrom(
  ...'https:// http:// www. m. vm. vt. t. tiktok.com tiktok.com. tiktok.com:443 analytics. / // /. /.. /@a /@a.b_c-d /@..'.split(
    ' ',
  ),
  ...'/video/ 7301444405347536130 1 /Zab12cd /ZMabcdefg/ /tag/ /tag/.. x.y /photo/1 /live ?a=b ?item_id=7301444405347536130'.split(
    ' ',
  ),
  ...'&shareId=1 #x #/@b/video/7301444405347536130 \t \n @ % %2e \\ é'.split(' '),
  '\t',
  '\n',
  ' ',
);
const address = fc
  .array(part, { maxLength: 9 })
  .chain((parts) => fc.constantFrom(parts.join(''), `https://www.tiktok.com${parts.join('')}`));

describe('a plain address', () => {
  it.each([
    ['https://www.tiktok.com/@demo.creator/video/7301444405347536130', 'video'],
    ['https://m.tiktok.com/@demo_creator/video/7301444405347536130/?is_from_webapp=1&item_id=2', 'video'],
    ['http://tiktok.com/@demo-creator/', 'profile'],
    ['https://vm.tiktok.com/ZMabcdefg/', 'short-link'],
    ['https://vt.tiktok.com/ZSabcdefg', 'short-link'],
    ['https://www.tiktok.com/tag/harbour', 'tag'],
  ])('is told by a look: %s', (url, kind) => {
    expect([isPlainlyTikTok(url), plainKind(url)]).toEqual([true, kind]);
  });

  it.each([
    'https://www.tiktok.com/@demo?item_id=7301444405347536130',
    'https://www.tiktok.com/@demo#/@demo/video/7301444405347536130',
    'https://www.tiktok.com/tag/..',
    'https://vm.tiktok.com/video/1',
    'https://analytics.tiktok.com/@demo',
    'https://www.tiktok.com.example/@demo',
    'https://www.tiktok.com@page.example/@demo',
  ])('is not told by a look where that could be wrong: %s', (url) => {
    expect(plainKind(url)).toBeUndefined();
  });

  it('is what the exact reading says, for all vectors', () => {
    for (const { url } of vectors.vectors) {
      if (isPlainlyTikTok(url)) expect([url, recognise(url).tiktok]).toEqual([url, true]);
      const kind = isPlainlyTikTok(url) && plainKind(url);
      if (kind) expect([url, kind]).toEqual([url, recognise(url).kind]);
    }
  });

  it('is what the exact reading says, for any address', () => {
    fc.assert(
      fc.property(address, (url) => {
        if (isPlainlyTikTok(url)) expect(recognise(url).tiktok).toBe(true);
        const kind = isPlainlyTikTok(url) && plainKind(url);
        if (kind) {
          expect(isPlainlyTikTok(url)).toBe(true);
          expect(recognise(url).kind).toBe(kind);
        }
      }),
      { numRuns: 5000 },
    );
  });
});
