import { describe, expect, test } from 'vitest';
import { type EmbedElement, recogniseEmbed } from '../../../lib/links/embeds.ts';
import { recogniseMarkup } from '../../../lib/links/markup.ts';

const ID = '7301444405347536130';
const PROFILE = 'https://www.tiktok.com/@demo.creator';
const VIDEO = `${PROFILE}/video/${ID}`;
const FRAME = `https://www.tiktok.com/embed/v2/${ID}`;
const ENCODED = encodeURIComponent(VIDEO);

type Row = readonly [what: string, element: EmbedElement, destination: string | null, handle?: string];
const quote = (attributes: Record<string, string>): EmbedElement => ({
  tag: 'blockquote',
  attributes: { class: 'tiktok-embed', ...attributes },
});
const frame = (attributes: Record<string, string>): EmbedElement => ({ tag: 'iframe', attributes });

const ROWS: readonly Row[] = [
  [
    'quote of a creator',
    quote({ cite: PROFILE, 'data-unique-id': 'demo.creator', 'data-embed-type': 'creator' }),
    PROFILE,
    'demo.creator',
  ],
  [
    'creator without cite',
    quote({ 'data-unique-id': 'demo.creator', 'data-embed-type': 'creator' }),
    'https://www.tiktok.com/embed/@demo.creator',
    'demo.creator',
  ],
  ['unique id of no creator', quote({ 'data-unique-id': 'demo.creator' }), null],
  ['empty id, profile in cite', quote({ 'data-video-id': '', cite: PROFILE }), PROFILE, 'demo.creator'],
  ['id, profile in cite', quote({ 'data-video-id': ID, cite: PROFILE }), FRAME, 'demo.creator'],
  [
    'id, foreign cite: the loader goes by the id',
    quote({ 'data-video-id': ID, cite: 'https://evil.example/' }),
    FRAME,
  ],
  ['short link in cite', quote({ cite: 'https://vm.tiktok.com/ZM1/' }), 'https://vm.tiktok.com/ZM1/'],
  ['address in data-src of a quote', quote({ 'data-src': VIDEO }), VIDEO, 'demo.creator'],
  ['class alone', quote({}), null],
  ['class with an id that is none', quote({ 'data-video-id': 'abc' }), null],
  [
    'class as a part of another',
    { tag: 'blockquote', attributes: { class: 'my-tiktok-embed', cite: VIDEO } },
    null,
  ],
  [
    'quote without class, id and cite',
    { tag: 'blockquote', attributes: { 'data-video-id': ID, cite: VIDEO } },
    VIDEO,
    'demo.creator',
  ],
  ['quote without class, id alone', { tag: 'blockquote', attributes: { 'data-video-id': ID } }, null],
  [
    'placeholder of an AMP element',
    { tag: 'blockquote', parent: 'amp-tiktok', attributes: { placeholder: '', 'data-video-id': ID } },
    FRAME,
  ],
  ['AMP element with an id', { tag: 'amp-tiktok', attributes: { 'data-src': ID } }, FRAME],
  [
    'AMP element with an address',
    { tag: 'amp-tiktok', attributes: { 'data-src': VIDEO } },
    VIDEO,
    'demo.creator',
  ],
  [
    'AMP element with a foreign address',
    { tag: 'amp-tiktok', attributes: { 'data-src': 'https://evil.example/1' } },
    null,
  ],
  ['frame of Discourse', frame({ class: 'tiktok-onebox', src: FRAME }), FRAME],
  [
    'frame of Embedly',
    frame({ src: `//cdn.embedly.com/widgets/media.html?src=${encodeURIComponent(FRAME)}&url=${ENCODED}` }),
    VIDEO,
    'demo.creator',
  ],
  [
    'frame of Iframely',
    frame({ src: `https://cdn.iframe.ly/api/iframe?url=${ENCODED}&key=x` }),
    VIDEO,
    'demo.creator',
  ],
  ['frame with relative address', frame({ src: '/embed/v2/1' }), null],
  [
    'frame kept back by a consent dialog',
    frame({ src: 'about:blank', 'data-cookieblock-src': FRAME }),
    FRAME,
  ],
  [
    'frame kept back in an attribute nobody knows',
    frame({ 'data-x-y': `//www.tiktok.com/player/v1/${ID}` }),
    `https://www.tiktok.com/player/v1/${ID}`,
  ],
  [
    'frame of another site that tells of TikTok',
    frame({ src: 'https://player.example/?u=tiktok.com', title: 'TikTok' }),
    null,
  ],
  ['object', { tag: 'object', attributes: { data: FRAME } }, FRAME],
  ['placeholder of a frame', { tag: 'div', attributes: { 'data-src': FRAME } }, FRAME],
  ['element that leads to a profile by script', { tag: 'div', attributes: { 'data-href': PROFILE } }, null],
  ['link', { tag: 'a', attributes: { href: FRAME } }, null],
  ['loader', { tag: 'script', attributes: { src: 'https://www.tiktok.com/embed.js' } }, null],
  [
    'loader kept back',
    { tag: 'script', attributes: { type: 'text/plain', 'data-src': 'https://www.tiktok.com/embed.js' } },
    null,
  ],
  [
    'block of WordPress with the bare address',
    { tag: 'figure', attributes: { class: 'wp-block-embed is-provider-tiktok' }, text: `\n${VIDEO}\n` },
    VIDEO,
    'demo.creator',
  ],
  [
    'block of WordPress with a text',
    { tag: 'figure', attributes: { class: 'wp-block-embed-tiktok' }, text: `See ${VIDEO}` },
    null,
  ],
  ['block of another provider', { tag: 'figure', attributes: { class: 'is-provider-x' }, text: VIDEO }, null],
  ['app link in a frame', frame({ src: 'tiktok://video/1' }), null],
];

test.each(ROWS.map((row) => [row[0], row] as const))(
  '%s',
  (_what, [, element, destination, handle = null]) => {
    const answer = recogniseEmbed(element, 'https://page.example/');
    expect(answer?.destination ?? null).toBe(destination);
    if (answer) expect(answer).toMatchObject({ tiktok: true, kind: 'embed', handle });
  },
);

describe('markup that is text', () => {
  test('gives its embeds in order, whatever the quotes', () => {
    const found = recogniseMarkup(
      `<p><IFRAME width=1 src='${FRAME}?a=1&amp;b=2' ></IFRAME><iframe src=//example.org/></iframe>
       <blockquote class="tiktok-embed" cite="${VIDEO}" data-video-id="${ID}"><a href="${PROFILE}">x</a>`,
    );
    expect(found.map(({ destination }) => destination)).toEqual([`${FRAME}?a=1&b=2`, VIDEO]);
  });

  test('is no embed where it only tells of one', () => {
    expect(recogniseMarkup(`<img src="${FRAME}"> ${FRAME} <iframes src="${FRAME}">`)).toEqual([]);
  });
});
