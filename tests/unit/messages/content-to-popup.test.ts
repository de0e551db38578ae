import { describe, expect, it } from 'vitest';
import { ContentToPopup } from '../../../lib/messages/content-to-popup.ts';
import { MAX_ITEMS } from '../../../lib/messages/popup-port.ts';

const item = {
  id: 'f.1',
  embed: false,
  written: '/x',
  marked: true,
  kind: 'video',
  via: [],
  destination: 'https://www.tiktok.com/@a/video/1',
  handle: 'a',
  videoId: '1',
  uploadTime: '2022-07-22T23:30:00Z',
};
/** The message as the popup takes it; null where it is dropped. */
const read = (message: unknown) => ContentToPopup.safeParse(message).data ?? null;
const items = (list: readonly unknown[]) => ({
  type: 'items',
  frame: 'f',
  host: 'www.example.org',
  items: list,
  total: list.length,
});

describe('what a frame sends', () => {
  it('comes through as it is', () => {
    for (const sent of [item, { ...item, redirector: 'go.example' }])
      expect(read(items([sent]))).toEqual(items([sent]));
    const code = { type: 'code', frame: 'f', urls: ['https://analytics.tiktok.com/x.js'] };
    expect(read(code)).toEqual(code);
  });

  it.each([
    null,
    'items',
    { type: 'other' },
    items([{ ...item, kind: 'virus' }]),
    items([{ ...item, id: 7 }]),
    items([{ ...item, uploadTime: 'yesterday' }]),
    items([{ ...item, via: Array.from({ length: 21 }, () => 'google') }]),
    { ...items([]), total: -1 },
    { ...items([]), total: '1' },
    { ...items([]), host: undefined },
    { ...items([]), host: 'x'.repeat(256) },
    items(Array.from({ length: MAX_ITEMS + 1 }, () => item)),
    { type: 'code', frame: 'f', urls: [1] },
  ])('is dropped where it is something else: %j', (message) => {
    expect(read(message)).toBeNull();
  });
});
