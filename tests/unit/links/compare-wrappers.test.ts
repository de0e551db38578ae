import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { uncovered } from '../../../scripts/data/compare-wrappers.ts';
import { readRules } from '../../../scripts/data/wrapper-rules.ts';

/** Rules of our own making in the three formats: the first half of each is covered, the second is not. */
const CLEAR_URLS = JSON.stringify({
  providers: {
    google: {
      urlPattern: '^https?:\\/\\/(?:[a-z0-9-]+\\.)*?google(?:\\.[a-z]{2,}){1,}',
      redirections: [
        '^https?:\\/\\/(?:[a-z0-9-]+\\.)*?google(?:\\.[a-z]{2,}){1,}\\/url\\?.*?(?:url|q)=(https?[^&]+)',
      ],
    },
    instagram: {
      urlPattern: '^https?:\\/\\/(?:[a-z0-9-]+\\.)*?l\\.instagram\\.com',
      redirections: ['.*u=([^&]*)'],
    },
    mozilla: {
      urlPattern: 'https?:\\/\\/outgoing\\.prod\\.mozaws\\.net\\/',
      redirections: ['https?:\\/\\/[^/]+\\/v1\\/[0-9a-f]{64}\\/(.*)'],
    },
    shop: {
      urlPattern: '^https?:\\/\\/(?:[a-z0-9-]+\\.)*?shop\\.example',
      redirections: ['^https?:\\/\\/(?:[a-z0-9-]+\\.)*?shop\\.example.*?\\?to=([^&]*)'],
    },
    other: {
      urlPattern: '^https?:\\/\\/(?:[a-z0-9-]+\\.)*?google(?:\\.[a-z]{2,}){1,}',
      redirections: ['^https?:\\/\\/(?:[a-z0-9-]+\\.)*?google(?:\\.[a-z]{2,}){1,}\\/x\\?gone=([^&]*)'],
    },
    tidy: { urlPattern: '^https?:\\/\\/tidy\\.example' },
  },
});
const BRAVE = JSON.stringify([
  { include: ['*://*.pxf.io/c/*', '*://*.some-shop.net/c/*'], exclude: [], action: 'redirect', param: 'u' },
  { include: ['*://click.redditmail.com/*'], exclude: [], action: 'regex-path', param: '^/CL0/([^/]+)/.*$' },
  { include: ['*://ads.example/?*'], exclude: [], action: 'base64,redirect', param: 'r' },
]);
const FILTERS = `! a comment with urlskip=?x
||search.app^*link=http$doc,urlskip=?link
||awstrack.me/L0/http$doc,urlskip=/\\/L0\\/(http[^\\/?#]+)/ -uricomponent
.php?*&ued=http$doc,to=awin1.com,urlskip=?ued
/Prod/link-tracker?*redirectUrl=aHR0c$doc,urlskip=?redirectUrl -base64 -uricomponent
site.example##+js(href-sanitizer, a[href^="https://x.example/?u="], ?u)
||shop.example/out*^to=http$doc,urlskip=?to
/go?*$doc,to=a.example|b.example,urlskip=?u`;

describe('rules of public lists', () => {
  test.each([
    [
      'ClearURLs',
      CLEAR_URLS,
      5,
      [
        ['shop.example', ['to']],
        ['google.com', ['gone']],
      ],
    ],
    ['Brave', BRAVE, 4, [['ads.example', ['r']]]],
    [
      'AdGuard and uBlock',
      FILTERS,
      7,
      [
        ['shop.example', ['to']],
        ['a.example', ['u']],
        ['b.example', ['u']],
      ],
    ],
  ] as const)('of %s that no row of ours covers are named', (_list, text, count, missing) => {
    const rules = readRules(text);
    expect(rules).toHaveLength(count);
    expect(uncovered(rules).map(({ host, parameters }) => [host, parameters])).toEqual(missing);
  });

  test.each([
    ['a page', '<!doctype html>'],
    ['other JSON', '{"a":1}'],
    ['nothing', ''],
    ['a filter list without any', '||ads.example^'],
  ])('are not made up from %s', (_what, text) => {
    expect(() => readRules(text)).toThrow('list');
  });
});

describe('npm run wrappers:compare', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['scripts/data/compare-wrappers.ts', ...args], { encoding: 'utf8' });
  const file = (text: string) => {
    const path = join(mkdtempSync(join(tmpdir(), 'rules-')), 'rules');
    writeFileSync(path, text);
    return path;
  };

  test('prints what is missing, and how many', () => {
    const { status, stdout } = run(file(BRAVE));
    expect(status).toBe(0);
    expect(stdout).toBe('ads.example  r=  *://ads.example/?* r\n1 of 4 rules are not covered.\n');
  });

  test.each([
    ['no file', []],
    ['one that is missing', ['/nowhere/rules.json']],
    ['one of another kind', [file('hello')]],
  ])('says what is wrong with %s and ends with 2', (_what, args) => {
    const { status, stdout, stderr } = run(...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.length).toBeGreaterThan(20);
  });
});
