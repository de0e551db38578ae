import { describe, expect, test } from 'vitest';
import { ENCODINGS } from '../../../lib/links/encodings.ts';
import { namesOf, tableOf, tailsOf, type WrapperEntry } from '../../../lib/links/make-wrapper-table.ts';
import { recognise } from '../../../lib/links/recognise.ts';
import { WRAPPER_NAMES } from '../../../lib/links/wrapper-names.ts';
import { TABLE, TAILS } from '../../../lib/links/wrapper-table.ts';
import entries from '../../../lib/links/wrappers.json' with { type: 'json' };
import { wrappersOf } from '../../../lib/links/wrappers.ts';
import { wrapperTable } from '../../../scripts/build/wrapper-table.ts';

const FIELDS = ['id', 'service', 'hosts', 'path', 'target', 'encoding', 'example', 'documentation'];

describe('the list of wrappers', () => {
  test.each(entries.map((entry) => [entry.id, entry.example, entry] as const))(
    '%s, %s: says all there is to say, and its example leads to TikTok',
    (id, example, entry) => {
      expect(Object.keys(entry)).toEqual(FIELDS);
      for (const value of Object.values(entry).flat()) expect(value).toMatch(/\S/);
      expect(entry.path.length).toBeGreaterThan(0);
      expect([...Object.keys(ENCODINGS), 'written', 'none']).toContain(entry.encoding.split(' ')[0]);
      const { tiktok, via } = recognise(example);
      if (entry.target === 'sealed') expect(via).toEqual([]);
      else expect([tiktok, via]).toEqual([true, [id]]);
    },
  );

  test('has one name a service', () => {
    const named = new Set(entries.map(({ id, service }) => `${id} ${service}`));
    expect(named.size).toBe(new Set(entries.map(({ id }) => id)).size);
    expect(WRAPPER_NAMES).toEqual(namesOf(entries));
  });

  test('names no row twice', () => {
    const rows = entries.map(({ hosts, path, target }) => [hosts, path, target].join(' '));
    expect(new Set(rows).size).toBe(rows.length);
  });

  test('leaves any host to paths that say what they are', () => {
    for (const { id, hosts, path } of entries.filter(({ hosts }) => hosts.includes('*'))) {
      expect(hosts, id).toEqual(['*']);
      for (const each of path) expect(each, id).toMatch(/^\^?\/\w/);
    }
  });
});

test.each(entries.map(({ id, example }) => [id, example] as const))(
  '%s, %s: a path fits where its pattern says so',
  (_, example) => {
    const { hostname, pathname } = new URL(example);
    const paths = [
      pathname,
      `${pathname}/`,
      `${pathname}//`,
      `${pathname}x`,
      pathname.slice(0, -1),
      `/x${pathname}`,
    ];
    for (const { fits, path } of wrappersOf(hostname))
      for (const each of paths) expect(fits(each), each).toBe(path().test(each));
  },
);

const entry = (changes: Partial<WrapperEntry>): WrapperEntry => ({
  id: 'alpha',
  service: 'Alpha',
  hosts: ['alpha.example'],
  path: ['/x'],
  target: 'parameter u',
  encoding: 'percent',
  example: '',
  documentation: '',
  ...changes,
});

describe('the table', () => {
  test('has a line a row, with its hosts in front', () => {
    expect(
      tableOf([
        entry({ hosts: ['*.alpha.com', 'b.example'], path: ['/x', '/y/*'] }),
        entry({
          hosts: ['*.alpha.com', 'b.example'],
          path: ['/z/{target}'],
          target: 'path',
          encoding: 'written',
        }),
        entry({ id: 'gamma', hosts: ['mail#.com'], target: 'host in parameter d, e', encoding: 'none' }),
        entry({ id: 'gamma', encoding: 'json url' }),
        entry({ id: 'gamma', path: ['/p'], target: 'path', encoding: 'percent' }),
      ]).split('\n'),
    ).toEqual([
      '<.alpha.com<b.example< alpha /x,/y/* ?u',
      '<.alpha.com<b.example< alpha /z/{target} path',
      '<mail#.com<mail.com< gamma /x @d,e',
      '<alpha.example< gamma /x ?u json:url',
      '<alpha.example< gamma /p path percent',
    ]);
  });

  test('names the last two labels of its hosts', () => {
    const hosts = ['*', '*.alpha.co.uk', 'b.example', 'www.google.*', 'mail#.com'];
    expect(tailsOf([entry({ hosts })])).toEqual([
      'co.uk',
      'b.example',
      'google.*',
      'google.com',
      'google.cat',
      'mail#.com',
      'mail.com',
    ]);
  });

  test('refuses what it cannot hold', () => {
    expect(() => tableOf([entry({ target: 'nowhere' })])).toThrow('nowhere');
    expect(() => tableOf([entry({ path: ['/a b'] })])).toThrow('/a b');
  });

  test.each([
    ['google.co.uk', 'google'],
    ['www.google.cat', 'google'],
    ['de.pinterest.com', 'pinterest'],
    ['pinterest.com.mx', 'pinterest'],
    ['click.convertkit-mail.com', 'convertkit'],
    ['click.convertkit-mail27.com', 'convertkit'],
    ['www.canva.com', 'canva'],
    ['x.y.mcas.ms', 'mcas'],
    ['mcas.ms', 'mcas'],
  ])('finds the rows of %s', (host, id) => {
    expect(wrappersOf(host).map((row) => row.id)).toContain(id);
  });

  test.each([
    'canva.com.evil.example',
    'x.canva.com',
    'google.evil',
    'googl.com',
    'convertkit-mails.com',
    'com',
    'mcas',
    'fb.com<facebook.com',
    '',
  ])('finds none of %s', (host) => {
    expect(wrappersOf(host)).toEqual([]);
  });

  test('stands in a build without examples and documentation', async () => {
    const load = wrapperTable().load as (id: string) => string | undefined;
    const table = load(new URL('../../../lib/links/wrapper-table.ts', import.meta.url).pathname) ?? '';
    const names = load(new URL('../../../lib/links/wrapper-names.ts', import.meta.url).pathname) ?? '';
    const made = (code: string) => import(`data:text/javascript,${encodeURIComponent(code)}`);
    expect(await made(table)).toMatchObject({ TABLE, TAILS });
    expect(await made(names)).toMatchObject({ WRAPPER_NAMES });
    expect(load('/elsewhere/wrapper-table.ts')).toBeUndefined();
    expect(table).not.toContain('seen in public mails');
  });
});
