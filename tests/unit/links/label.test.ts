import { describe, expect, test } from 'vitest';
import { couldBeTikTok } from '../../../lib/links/could-be-tiktok.ts';
import { recognise } from '../../../lib/links/recognise.ts';

const V = 'https://www.tiktok.com/@demo.creator/video/7301444405347536130';
const e = encodeURIComponent;
const gateway = (target: string) => `https://gateway.example/check?id=1&u=${e(target)}&sig=x`;

describe('a link of a host that nobody lists', () => {
  test.each([
    ['the URL', V],
    ['without its scheme', V.slice(8)],
    ['without www.', V.slice(12)],
    ['with blanks around', `\n  ${V}\t `],
    ['with a slash at the end', `${V}/`],
    ['without the query', V],
    ['cut off', `${V.slice(0, 40)}…`],
    ['cut off, with dots', `${V.slice(8, 40)}...`],
    ['with http', V.replace('https', 'http')],
    ['with another port of the scheme', V.replace('.com', '.com:443')],
  ])('leads to TikTok where its text is that page: %s', (_what, label) => {
    const link = gateway(`${V}?lang=de`);
    expect(recognise(link, undefined, label)).toEqual({
      ...recognise(`${V}?lang=de`),
      via: ['unknown redirect'],
      redirector: 'gateway.example',
    });
    expect(recognise(link).tiktok).toBe(false);
    expect(couldBeTikTok(link)).toBe(true);
  });

  test.each([
    ['says something else', 'Share on TikTok'],
    ['is more than the URL', `See ${V}`],
    ['is another page', 'https://www.tiktok.com/@demo.creator/video/7301444405347536131'],
    ['is another host', V.replace('www', 'm')],
    ['is another query', `${V}?lang=fr`],
    ['is the host alone, cut off', 'www.tiktok.com…'],
    ['is another page, cut off', 'www.tiktok.com/@demon…'],
    ['is no TikTok page', 'https://news.example/'],
    ['is a look-alike', V.replace('www.tiktok.com', 'www.tiktok.com.evil.example')],
    ['has a user before the host', V.replace('//', '//someone@')],
    ['is a machine of TikTok', 'https://analytics.tiktok.com/@demo.creator'],
    ['is empty', ''],
    ['is too long', V + '/'.repeat(3000)],
  ])('does not where its text %s', (_what, label) => {
    expect(recognise(gateway(`${V}?lang=de`), undefined, label)).toMatchObject({
      tiktok: false,
      via: [],
      destination: null,
    });
  });

  test('is told by any of its parameters, with or without a scheme', () => {
    for (const link of [
      `https://gateway.example/?x=1&target=${V.slice(8)}`,
      `https://gateway.example?${V}`,
      `https://gateway.example/a/b?first=${e('https://example.org/')}&second=${e(V)}#x`,
    ])
      expect(recognise(link, undefined, V)).toMatchObject({
        tiktok: true,
        via: ['unknown redirect'],
        destination: V,
      });
  });

  test('may stand in wrappers that are known, and may hold some', () => {
    const inner = `https://l.facebook.com/l.php?u=${e(V)}`;
    const outer = `https://eur01.safelinks.protection.outlook.com/?url=${e(gateway(inner))}`;
    expect(recognise(outer, undefined, V)).toMatchObject({
      destination: V,
      via: ['safelinks', 'unknown redirect', 'facebook'],
      redirector: 'gateway.example',
    });
  });

  test('is not followed to another such host', () => {
    expect(recognise(gateway(gateway(V)), undefined, V).tiktok).toBe(false);
  });

  test('says nothing of a known wrapper that leads elsewhere', () => {
    const link = `https://www.google.com/url?q=${e('https://example.org/')}&x=${e(V)}`;
    expect(recognise(link, undefined, V)).toMatchObject({ tiktok: false, via: ['google'] });
  });

  test('is resolved against the page', () => {
    expect(recognise(`/out?u=${e(V)}`, 'https://gateway.example/mail', V).redirector).toBe('gateway.example');
  });
});
