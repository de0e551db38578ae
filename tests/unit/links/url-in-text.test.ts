import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { urlIn } from '../../../lib/links/url-in-text.ts';

describe('the address in a selected text', () => {
  it.each([
    ['see https://www.tiktok.com/@demo.', 'https://www.tiktok.com/@demo'],
    ['(vm.tiktok.com/ZMabc)', 'https://vm.tiktok.com/ZMabc'],
    ['snssdk1233://user/profile/1', 'snssdk1233://user/profile/1'],
    ['“https://www.tiktok.com/@demo”, she said', 'https://www.tiktok.com/@demo'],
    ['at the end.Next see tiktok.com/@demo', 'https://tiktok.com/@demo'],
    ['https://news.example/a and then vm.tiktok.com/ZMabc', 'https://vm.tiktok.com/ZMabc'],
    ['news.example or https://other.example/b?c=1', 'https://other.example/b?c=1'],
    ['пример.рф/страница', 'https://пример.рф/страница'],
    ['localhost and e.g. nothing', null],
    ['write to me@tiktok.com or me@news.example', null],
    ['no address here', null],
    ['', null],
  ])('%j: %s', (text, address) => {
    expect(urlIn(text)).toBe(address);
  });

  it('is looked for in any text', () => {
    fc.assert(fc.property(fc.string(), (text) => void urlIn(text)));
  });

  // Linear work is done in milliseconds; quadratic work on as much outlasts the time a test has.
  it.each(['a.', 'a-', 'https://', 'a@a.', '.com/'])('is looked for in half a million times %j', (part) => {
    urlIn(part.repeat(500_000));
  });
});
