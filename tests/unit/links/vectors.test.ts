// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { EMBED_CANDIDATES, EMBED_TEXT, recogniseEmbed } from '../../../lib/links/embeds.ts';
import { recogniseMarkup } from '../../../lib/links/markup.ts';
import { recognise } from '../../../lib/links/recognise.ts';
import type { Recognition } from '../../../lib/links/recognition.ts';
import { couldBeTikTok, FIRST_PASS } from '../../../lib/links/selectors.ts';
import data from './vectors.json' with { type: 'json' };

interface Expected {
  readonly expect: string;
  readonly destination: string | null;
  readonly handle: string | null;
  readonly videoId: string | null;
  readonly uploadTime?: string;
}

const wanted = (vector: Expected) => ({
  tiktok: vector.expect === 'tiktok',
  destination: vector.destination,
  handle: vector.handle,
  videoId: vector.videoId,
  uploadTime: vector.uploadTime ?? null,
});
const got = ({ tiktok, destination, handle, videoId, uploadTime }: Recognition) => ({
  tiktok,
  destination,
  handle,
  videoId,
  uploadTime,
});

describe('link vectors', () => {
  test.each(data.vectors.map((vector) => [vector.kind, vector.why, vector] as const))(
    '%s: %s',
    (kind, _why, vector) => {
      const answer = recognise(vector.url, data.base);
      expect(got(answer)).toEqual(wanted(vector));
      if (kind.startsWith('wrapped:')) expect(answer.via.join('>')).toBe(kind.slice('wrapped:'.length));
      if (answer.tiktok) {
        expect(answer.kind).not.toBeNull();
        expect(couldBeTikTok(vector.url)).toBe(true);
      } else {
        expect(answer.kind).toBeNull();
      }
    },
  );
});

/** Vectors that the native pass leaves to the idle sweep: the name is spelled in no ordinary way. */
test('the first pass finds every ordinary spelling', () => {
  const missed = data.vectors
    .filter(
      ({ expect: wanted, url }) => wanted === 'tiktok' && !FIRST_PASS.some((part) => url.includes(part)),
    )
    .map(({ kind, why }) => `${kind}: ${why}`);
  expect(missed.sort()).toEqual([
    'url-spelling: Kelvin sign maps to k',
    'url-spelling: circled letters map to ASCII',
    'url-spelling: soft hyphen is dropped from the host',
    'url-spelling: tab inside the host is removed',
    'url-spelling: zero width space is dropped from the host',
  ]);
});

/** What the page code does: candidates in document order, the first that is an embed. */
function firstEmbed(html: string): Recognition | null {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const element of page.querySelectorAll(EMBED_CANDIDATES)) {
    const answer = recogniseEmbed(
      {
        tag: element.localName,
        attributes: Object.fromEntries(Array.from(element.attributes, ({ name, value }) => [name, value])),
        ...(element.parentElement ? { parent: element.parentElement.localName } : {}),
        ...(element.matches(EMBED_TEXT) ? { text: element.textContent } : {}),
      },
      data.base,
    );
    if (answer) return answer;
  }
  return null;
}

describe('embed vectors', () => {
  test.each(data.embeds.map((vector) => [vector.kind, vector.why, vector] as const))(
    '%s: %s',
    (kind, _why, vector) => {
      const answer = firstEmbed(vector.html);
      expect(answer ? got(answer) : { ...wanted(vector), tiktok: false }).toEqual(wanted(vector));
      if (answer) expect(answer.kind).toBe('embed');
      if (kind === 'embed:noscript') {
        const text = /<noscript>(.*)<\/noscript>/.exec(vector.html)?.[1] ?? '';
        expect(recogniseMarkup(text, data.base)).toEqual([answer]);
      }
    },
  );
});
