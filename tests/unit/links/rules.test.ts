import { describe, expect, test } from 'vitest';
import { couldBeTikTok } from '../../../lib/links/could-be-tiktok.ts';
import { recognise } from '../../../lib/links/recognise.ts';
import { LINK_KINDS } from '../../../lib/links/recognition.ts';
import { RULES } from './rules.ts';
import data from './vectors.json' with { type: 'json' };

const BASE = 'https://page.example/dir/index.html';

describe.each(Object.entries(RULES))('%s', (_rule, cases) => {
  test.each(cases.map((row) => [row[0], row] as const))(
    '%s',
    (url, [, kind, destination = null, rest = {}]) => {
      const { uploadTime, ...answer } = recognise(url, BASE);
      expect(answer).toMatchObject({
        tiktok: kind !== null,
        kind,
        via: rest.via?.split('>') ?? [],
        destination: destination === '=' ? new URL(url).href : destination,
        handle: rest.handle ?? null,
        videoId: rest.videoId ?? null,
      });
      // Dead but real links carry ids too small for a time.
      expect(uploadTime).toEqual(
        (rest.videoId ?? '').length < 19 ? null : expect.stringMatching(/^20\d\d-.*:\d\dZ$/),
      );
      if (kind) expect(couldBeTikTok(url)).toBe(true);
    },
  );
});

const cases = Object.values(RULES).flat();

test('every kind has a case', () => {
  const seen = new Set([
    ...cases.map(([, kind]) => kind),
    ...data.vectors.map(({ url }) => recognise(url, BASE).kind),
  ]);
  expect(LINK_KINDS.filter((kind) => !seen.has(kind))).toEqual([]);
});

test('the base decides what a relative address is', () => {
  expect(recognise('https:/www.tiktok.com/@demo', 'http://page.example/').handle).toBe('demo');
  expect(recognise('/@demo', 'https://www.tiktok.com/').handle).toBe('demo');
  expect(recognise('@demo', 'https://web.archive.org/web/2024/https://www.tiktok.com/').via).toEqual([
    'wayback',
  ]);
  expect(recognise('/@demo', 'about:blank')).toMatchObject({ tiktok: false, why: expect.any(String) });
  expect(recognise('/@demo')).toMatchObject({ tiktok: false, why: expect.any(String) });
  expect(recognise('https://example.org/').why).toBeUndefined();
});
