import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostOf, marksOn, withSite } from '../../../lib/settings/site-lists.ts';

const none = { sitesOff: [], sitesOnly: [] };

describe('marks on a site', () => {
  it.each([
    ['https://news.example/a?b#c', 'news.example'],
    ['http://127.0.0.1:8080/', '127.0.0.1'],
    ['https://news.example./', 'news.example'],
    ['chrome://settings/', null],
    ['about:blank', null],
    ['no address', null],
    [undefined, null],
  ])('the host of %s is %s', (url, host) => {
    expect(hostOf(url)).toBe(host);
  });

  it.each([
    [none, 'a.example', true],
    [{ ...none, sitesOff: ['a.example'] }, 'a.example', false],
    [{ ...none, sitesOff: ['a.example'] }, 'www.a.example', false],
    [{ ...none, sitesOff: ['a.example'] }, 'nota.example', true],
    [{ ...none, sitesOnly: ['a.example'] }, 'www.a.example', true],
    [{ ...none, sitesOnly: ['a.example'] }, 'b.example', false],
    [{ sitesOff: ['www.a.example'], sitesOnly: ['a.example'] }, 'www.a.example', false],
  ])('%j on %s: %s', (sites, host, on) => {
    expect(marksOn(sites, host)).toBe(on);
  });

  const host = fc.constantFrom('a.example', 'www.a.example', 'b.example', 'x.b.example');
  const sites = fc.record({ sitesOff: fc.uniqueArray(host), sitesOnly: fc.uniqueArray(host) });

  it('are what was chosen, whatever the lists held', () => {
    fc.assert(
      fc.property(
        sites,
        host,
        fc.boolean(),
        (lists, where, on) => marksOn(withSite(lists, where, on), where) === on,
      ),
    );
  });

  it('change to the other state by the toggle', () => {
    fc.assert(
      fc.property(
        sites,
        host,
        (lists, where) => marksOn(withSite(lists, where, 'toggle'), where) !== marksOn(lists, where),
      ),
    );
  });
});
