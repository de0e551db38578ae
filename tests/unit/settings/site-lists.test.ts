import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hostOf,
  isTikTok,
  marksDecision,
  type SiteLists,
  withSite,
} from '../../../lib/settings/site-lists.ts';

const none = { paused: false, marksOnTikTok: false, sitesOff: [], sitesOnly: [] };

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

  const host = fc.constantFrom('a.example', 'www.a.example', 'b.example', 'x.b.example');
  const decide = (lists: SiteLists, where: string) => marksDecision({ ...none, ...lists }, [where]);
  const sites = fc.record({ sitesOff: fc.uniqueArray(host), sitesOnly: fc.uniqueArray(host) });

  it('are what was chosen, whatever the lists held', () => {
    fc.assert(
      fc.property(
        sites,
        host,
        fc.boolean(),
        (lists, where, on) => (decide(withSite(lists, where, on), where) === 'drawn') === on,
      ),
    );
  });

  it('change to the other state by the toggle', () => {
    fc.assert(
      fc.property(
        sites,
        host,
        (lists, where) =>
          (decide(withSite(lists, where, 'toggle'), where) === 'drawn') !==
          (decide(lists, where) === 'drawn'),
      ),
    );
  });
});

describe('marks in a document', () => {
  it.each([
    ['are drawn by default', {}, ['a.example'], 'drawn'],
    ['are not while paused', { paused: true }, ['a.example'], 'paused'],
    ['nor on a site that is off', { sitesOff: ['a.example'] }, ['a.example'], 'site-off'],
    ['nor below it', { sitesOff: ['example'] }, ['a.example'], 'site-off'],
    ['nor in frames of such a page', { sitesOff: ['top.example'] }, ['f.example', 'top.example'], 'site-off'],
    ['but where the name only ends alike', { sitesOff: ['ample'] }, ['a.example'], 'drawn'],
    ['only on chosen sites, where some are', { sitesOnly: ['b.example'] }, ['a.example'], 'not-among-only'],
    ['there', { sitesOnly: ['b.example'] }, ['www.b.example'], 'drawn'],
    ['and in frames there', { sitesOnly: ['b.example'] }, ['f.example', 'b.example'], 'drawn'],
    [
      'not where off',
      { sitesOff: ['www.b.example'], sitesOnly: ['b.example'] },
      ['www.b.example'],
      'site-off',
    ],
    ['not on TikTok itself', {}, ['www.tiktok.com'], 'on-tiktok'],
    ['nor in its frames', {}, ['a.example', 'www.tiktok.com'], 'on-tiktok'],
    ['unless chosen', { marksOnTikTok: true }, ['www.tiktok.com'], 'drawn'],
    ['in one without a host', {}, [], 'drawn'],
    ['but not where only some have marks', { sitesOnly: ['b.example'] }, [], 'not-among-only'],
    ['with the strongest reason', { paused: true, sitesOff: ['tiktok.com'] }, ['tiktok.com'], 'paused'],
  ] as const)('%s', (_what, choices, hosts, decision) => {
    expect(marksDecision({ ...none, ...choices }, hosts)).toBe(decision);
  });
});

it.each([
  ['www.tiktok.com', true],
  ['vm.tiktok.com', true],
  ['seller-uk.tiktok.com', true],
  ['www.musical.ly', true],
  ['lifeattiktok.com', true],
  ['www.tiktokshop.com', true],
  ['snssdk1233.onelink.me', true],
  ['tiktok.example', false],
  ['nottiktok.com', false],
  ['www.onelink.me', false],
  ['news.example', false],
])('%s is a host of TikTok’s: %j', (host, own) => {
  expect(isTikTok(host)).toBe(own);
});
