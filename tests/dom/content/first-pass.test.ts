import { expect, it } from 'vitest';
import { quickMatches } from '../../../lib/content/find.ts';
import data from '../../unit/links/vectors.json' with { type: 'json' };
import wild from '../../unit/links/vectors-wild.json' with { type: 'json' };

const urls = [...data.vectors, ...wild.vectors].flatMap(({ url, expect: wanted }) =>
  wanted === 'tiktok' ? [url] : [],
);

/** URLs whose links the first, native pass over a page leaves to the idle sweep. */
function missed(): string[] {
  const links = urls.map((url) => {
    const link = document.createElement('a');
    link.setAttribute('href', url);
    return link;
  });
  document.body.replaceChildren(...links);
  const found: Element[] = [];
  quickMatches(document, false, found);
  return links.filter((link) => !found.includes(link)).map((link) => link.getAttribute('href') ?? '');
}

it('the first pass finds every link that has the name in its text as nearly all have', () => {
  expect(missed().filter((url) => url.includes('ktok'))).toEqual([]);
  expect(urls.length - missed().length).toBeGreaterThan(300);
});

it('what it leaves over is spelled oddly, in base64, without the name, or another name of the app', () => {
  const others =
    /tik.?t[o\u00ad\u200b\p{S}].?k|ＴＩＫ|[\u{1d400}-\u{1d7ff}]|ｔｉｋ|ⓣ|dGlrdG9r|Rpa3Rva|0aWt0b2|snssdk|onelink|musical|intent:|[\tK]/iu;
  expect(missed().filter((url) => !others.test(url))).toEqual([]);
});
