import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { PageState } from '../../../components/popup/this-page.tsx';
import { followPage } from '../../../entrypoints/popup/page-port.ts';

/** The popup's end of a line, and what the test does at the frames' end. */
function fakePort(name: string | undefined) {
  const onMessage = new Set<(message: unknown) => void>();
  const onDisconnect = new Set<() => void>();
  const sent: unknown[] = [];
  return {
    port: {
      onMessage: { addListener: (listener: (message: unknown) => void) => void onMessage.add(listener) },
      onDisconnect: { addListener: (listener: () => void) => void onDisconnect.add(listener) },
      postMessage: (message: unknown) => void sent.push(message),
    },
    name,
    sent,
    says: (message: unknown) => onMessage.forEach((listener) => void listener(message)),
    isGone: () => onDisconnect.forEach((listener) => void listener()),
  };
}

const link = (id: string, kind: string | null = 'video') => ({
  id,
  embed: false,
  written: 'https://www.tiktok.com/@a/video/1',
  marked: true,
  kind,
  via: [],
  destination: 'https://www.tiktok.com/@a/video/1',
  handle: 'a',
  videoId: '1',
  uploadTime: null,
});
const items = (frame: string, list: readonly unknown[], more: object = {}) => ({
  type: 'items',
  frame,
  host: '',
  items: list,
  total: list.length,
  ...more,
});

let ports: ReturnType<typeof fakePort>[];
let tab: { status: string; url?: string };
let granted: boolean;
const states: [PageState, string | null][] = [];
const follow = () => followPage(7, (page, host) => void states.push([page, host]));
const last = () => states.at(-1)?.[0];
/** Links that the popup would list, by id. */
const listed = () => {
  const page = last();
  return page?.state === 'read' ? page.links.map(({ id }) => id) : null;
};

beforeEach(() => {
  vi.useFakeTimers();
  ports = [];
  states.length = 0;
  tab = { status: 'complete', url: 'https://news.example/' };
  granted = true;
  vi.spyOn(browser.tabs, 'connect').mockImplementation(((tabId: number, { name }: { name?: string }) => {
    expect(tabId).toBe(7);
    const fake = fakePort(name);
    ports.push(fake);
    return fake.port;
  }) as never);
  vi.spyOn(browser.tabs, 'get').mockImplementation((async () => tab) as never);
  Object.assign(browser, { permissions: { contains: vi.fn(async () => granted) } });
});
afterEach(() => void vi.useRealTimers());

describe('the line to a page', () => {
  it('asks every frame for its code, and sends what the popup wants', () => {
    const { send } = follow();
    send({ type: 'show', id: 'f.1' });
    expect(ports.map(({ name, sent }) => [name, sent])).toEqual([
      ['page', [{ type: 'code' }, { type: 'show', id: 'f.1' }]],
    ]);
  });

  it('puts the frames together, each as it was last', () => {
    follow();
    ports[0]?.says(items('top', [link('top.1'), link('top.2')], { host: 'news.example' }));
    ports[0]?.says(items('ad', [link('ad.1')], { total: 5 }));
    expect(listed()).toEqual(['top.1', 'top.2', 'ad.1']);
    expect(last()).toMatchObject({ total: 7 });
    ports[0]?.says(items('top', [link('top.2')], { host: 'news.example' }));
    expect(listed()).toEqual(['top.2', 'ad.1']);
    expect(states.map(([, host]) => host)).toEqual(['news.example', 'news.example', 'news.example']);
  });

  it('knows no host until the outermost frame has named it', () => {
    follow();
    ports[0]?.says(items('ad', [link('ad.1')]));
    ports[0]?.says(items('top', [], { host: 'news.example' }));
    expect(states.map(([, host]) => host)).toEqual([null, 'news.example']);
  });

  it('sorts the code of all frames, also where it comes before the links', () => {
    follow();
    ports[0]?.says({
      type: 'code',
      frame: 'top',
      urls: ['https://analytics.tiktok.com/i18n/pixel/events.js'],
    });
    expect(states).toEqual([]);
    ports[0]?.says(items('top', []));
    ports[0]?.says({ type: 'code', frame: 'ad', urls: ['https://www.tiktok.com/embed.js'] });
    const page = last();
    expect(page?.state === 'read' && page.code.map(({ host }) => host).sort()).toEqual([
      'analytics.tiktok.com',
      'www.tiktok.com',
    ]);
  });

  it('takes a link of a kind that nobody knows for another one', () => {
    follow();
    ports[0]?.says(items('top', [link('top.1', null)]));
    expect(last()).toMatchObject({ links: [{ kind: 'other' }] });
  });

  it('drops what is no message', () => {
    follow();
    for (const wrong of [null, 'items', { type: 'items' }, { ...items('top', []), total: -1 }])
      ports[0]?.says(wrong);
    expect(states).toEqual([]);
  });
});

describe('a page that does not answer', () => {
  it('is asked again as long as it loads, and heard on the new line', async () => {
    tab.status = 'loading';
    const { send } = follow();
    for (let i = 0; i < 10; i++) {
      ports.at(-1)?.isGone();
      await vi.advanceTimersByTimeAsync(400);
    }
    expect(ports).toHaveLength(11);
    expect(states).toEqual([]);
    ports.at(-1)?.says(items('top', [link('top.1')]));
    send({ type: 'show', id: 'top.1' });
    expect(listed()).toEqual(['top.1']);
    expect(ports.at(-1)?.sent).toEqual([{ type: 'code' }, { type: 'show', id: 'top.1' }]);
  });

  it.each([
    ['has started before the extension', 'https://news.example/', true, 'not-started'],
    ['is kept back by the browser', 'https://news.example/', false, 'withheld'],
    ['is a page of the browser', 'chrome://settings/', true, 'closed'],
    ['is no page that one knows of', undefined, true, 'closed'],
  ])('after it had some time is told to be one that %s', async (_what, url, isGranted, why) => {
    tab = { status: 'complete', ...(url && { url }) };
    granted = isGranted;
    follow();
    for (let i = 0; i < 10 && states.length === 0; i++) {
      ports.at(-1)?.isGone();
      await vi.advanceTimersByTimeAsync(400);
    }
    expect(ports.length).toBeGreaterThan(2);
    expect(states).toEqual([[{ state: 'unreadable', why }, null]]);
  });

  it('counts as granted where the browser cannot say', async () => {
    Object.assign(browser, { permissions: { contains: () => Promise.reject(new Error('not known')) } });
    follow();
    await vi.advanceTimersByTimeAsync(2000);
    ports.at(-1)?.isGone();
    await vi.advanceTimersByTimeAsync(0);
    expect(last()).toEqual({ state: 'unreadable', why: 'not-started' });
  });

  it('stays as it was read where it goes later', async () => {
    follow();
    ports[0]?.says(items('top', [link('top.1')]));
    ports[0]?.isGone();
    await vi.advanceTimersByTimeAsync(5000);
    expect(ports).toHaveLength(1);
    expect(listed()).toEqual(['top.1']);
  });
});
