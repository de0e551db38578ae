import { parseFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import type { Register } from '../../../lib/register/schema.ts';
import { changesBetween, fieldChanges, history } from '../../../scripts/publish/changes.ts';
import { atomFeed, jsonFeed } from '../../../scripts/publish/feeds.ts';
import { registerOf } from '../../support/update-client.ts';

const SITE = 'https://register.example/';
const before = registerOf('2026.11.29.9', 'One.', 'Two.', 'Three.', 'Four.');
const after: Register = {
  ...registerOf('2026.11.29.10', 'One.', 'Two, amended.', 'Three.', 'Four.', 'Five & <six>.'),
};
after.restrictions = after.restrictions
  .filter(({ id }) => id !== 'xx-rule-03')
  .map((record) => (record.id === 'xx-rule-02' ? { ...record, status: 'lifted' as const } : record));

const versions = history([
  { register: before, published: '2026-11-29T12:00:00.000Z' },
  { register: after, published: '2026-11-30T12:00:00.000Z' },
]);

describe('changes', () => {
  it('tell what is new, what ended, what changed and what is gone', () => {
    expect(changesBetween(before, after).map(({ change, id }) => `${change} ${id}`)).toEqual([
      'new xx-rule-04',
      'ended xx-rule-02',
      'changed xx-rule-01',
      'gone xx-rule-03',
    ]);
  });

  it('name each field with what it was and is', () => {
    const [, , changed] = changesBetween(before, after);
    expect(changed?.fields).toEqual([{ path: 'summary', before: 'Two.', after: 'Two, amended.' }]);
  });

  it.each([
    [{ a: 1 }, { a: 1 }, []],
    [{ a: [1, 2] }, { a: [1] }, [{ path: 'a.1', before: 2 }]],
    [{ a: null }, { a: { b: 1 } }, [{ path: 'a', before: null, after: { b: 1 } }]],
    [{}, { a: 1 }, [{ path: 'a', after: 1 }]],
    [{ a: [{ b: 1 }] }, { a: [{ b: 2 }] }, [{ path: 'a.0.b', before: 1, after: 2 }]],
    [{ a: [] }, { a: {} }, [{ path: 'a', before: [], after: {} }]],
  ])('between %j and %j are %j', (left, right, expected) => {
    expect(fieldChanges(left, right)).toEqual(expected);
  });

  it('of the first version are none', () => {
    expect(versions.map(({ version, from, changes }) => [version, from, changes.length])).toEqual([
      ['2026.11.29.10', '2026.11.29.9', 4],
      ['2026.11.29.9', null, 0],
    ]);
  });
});

describe('feeds', () => {
  const atom = parseFeed(atomFeed({ site: SITE, test: false }, versions));
  const json = parseFeed(jsonFeed({ site: SITE, test: false }, versions));

  it('are what a reader that we did not write takes them for', () => {
    expect([atom.format, json.format]).toEqual(['atom', 'json']);
  });

  it('say the same, newest first', () => {
    if (atom.format !== 'atom' || json.format !== 'json') throw new Error('other formats');
    const entries = atom.feed.entries?.map((entry) => ({
      id: entry.id,
      title: typeof entry.title === 'string' ? entry.title : entry.title?.value,
      url: entry.links?.[0]?.href,
    }));
    expect(entries).toEqual(json.feed.items?.map(({ id, title, url }) => ({ id, title, url })));
    expect(entries?.map(({ title }) => title)).toEqual([
      'New: Example Ministry (GB)',
      'Ended: Example Ministry (GB)',
      'Changed: Example Ministry (GB)',
      'Taken out: Example Ministry (GB)',
      'First version: 2026.11.29.9',
    ]);
  });

  it('lead to the page of the record', () => {
    if (json.format !== 'json') throw new Error('another format');
    expect(json.feed.items?.[0]).toMatchObject({
      url: `${SITE}r/xx-rule-04/`,
      content_text: 'Five & <six>.',
    });
  });

  it('give each entry an id of its own that lasts', () => {
    if (json.format !== 'json') throw new Error('another format');
    const ids = json.feed.items?.map(({ id }) => id) ?? [];
    expect(new Set(ids).size).toBe(5);
    expect(ids[0]).toBe(`${SITE}changes/2026.11.29.10/#xx-rule-04`);
  });
});
