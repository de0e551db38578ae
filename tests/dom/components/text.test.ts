import { describe, expect, it } from 'vitest';
import { dayOf, hostOf, shortAddress } from '../../../components/text.ts';

describe('hostOf', () => {
  it.each([
    ['news.example', 'news.example'],
    ['  News.Example ', 'news.example'],
    ['https://news.example:8443/path?q#f', 'news.example'],
    ['localhost', 'localhost'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['[::1]', '[::1]'],
  ])('%s is %s', (text, host) => expect(hostOf(text)).toBe(host));

  it.each(['', '   ', 'two words', 'mailto:a@b.example', 'ftp://files.example', 'https://', 'a..b c'])(
    '"%s" is none',
    (text) => expect(hostOf(text)).toBeNull(),
  );
});

it('shortens addresses, but never an app link', () => {
  expect(shortAddress('https://www.tiktok.com/')).toBe('tiktok.com');
  expect(shortAddress('https://vm.tiktok.com/ZM1/')).toBe('vm.tiktok.com/ZM1/');
  expect(shortAddress('snssdk1233://aweme/detail/1')).toBe('snssdk1233://aweme/detail/1');
});

it('gives the day in UTC, whatever the machine’s clock says', () => {
  expect(dayOf('2022-07-22T23:30:00Z', 'en-GB')).toBe('22 July 2022');
});
