import { describe, expect, it } from 'vitest';
import { readContentToPopup } from '../../../lib/messages/content-to-popup.ts';
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
const read = readContentToPopup;
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
    { ...items([]), total: -1 },
    { ...items([]), total: '1' },
    { ...items([]), host: undefined },
    { ...items([]), host: 'x'.repeat(256) },
    { type: 'code', frame: 'f', urls: [1] },
  ])('is dropped where it is something else: %j', (message) => {
    expect(read(message)).toBeNull();
  });

  it.each([
    { kind: 'virus' },
    { id: 7 },
    { uploadTime: 'yesterday' },
    { via: Array.from({ length: 21 }, () => 'google') },
    { destination: `https://www.tiktok.com/?${'x'.repeat(8192)}` },
  ])('loses the item that does not fit, and keeps the others and their number: %j', (wrong) => {
    expect(read(items([item, { ...item, ...wrong }, item]))).toEqual({ ...items([item, item]), total: 3 });
  });

  it('loses the items beyond the most', () => {
    const list = Array.from({ length: MAX_ITEMS + 5 }, () => item);
    expect(read(items(list))).toMatchObject({ items: list.slice(5), total: MAX_ITEMS + 5 });
  });
});
