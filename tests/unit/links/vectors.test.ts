// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { couldBeTikTok } from '../../../lib/links/could-be-tiktok.ts';
import { EMBED_CANDIDATES, EMBED_TEXT, recogniseEmbed } from '../../../lib/links/embeds.ts';
import { recogniseMarkup } from '../../../lib/links/markup.ts';
import { recognise } from '../../../lib/links/recognise.ts';
import type { Recognition } from '../../../lib/links/recognition.ts';
import data from './vectors.json' with { type: 'json' };
import wild from './vectors-wild.json' with { type: 'json' };

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

/** Forms found in public lists, decoders, mails and pages. */
describe.each(Object.entries(Object.groupBy(wild.vectors, ({ group }) => group)))(
  'links as they are out there: %s',
  (_group, vectors = []) => {
    test.each(vectors.map((vector) => [vector.url, vector.why, vector] as const))(
      '%s (%s)',
      (url, _why, vector: (typeof wild.vectors)[number] & { readonly label?: string }) => {
        const answer = recognise(url, wild.base, vector.label);
        expect(answer).toMatchObject({
          tiktok: vector.expect === 'tiktok',
          destination: vector.destination,
          handle: vector.handle,
          videoId: vector.videoId,
          via: vector.via,
        });
        if (vector.kind) expect(answer.kind).toBe(vector.kind);
        if (answer.tiktok) expect(couldBeTikTok(url)).toBe(true);
      },
    );
  },
);

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
