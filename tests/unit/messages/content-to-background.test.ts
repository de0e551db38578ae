import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { contentListener, sendToContent } from '../../../lib/messages/background-end.ts';
import { createSender } from '../../../lib/messages/content-end.ts';

const sender = {
  id: browser.runtime.id,
  frameId: 3,
  url: 'https://frame.example/',
  tab: { id: 7, url: 'https://page.example/' },
};
const answer = vi.fn(async (_message: unknown, _from: unknown) => {});
const confirmed = vi.fn(async () => true);
const listen = contentListener({
  summary: async (message, from) => {
    await answer(message, from);
    return true;
  },
  open: answer,
  'confirm-in-popup': answer,
  'is-confirmed': confirmed,
  confirmed: answer,
  'open-url': answer,
});

beforeEach(() => {
  answer.mockClear();
  vi.restoreAllMocks();
});

describe('a message to the background', () => {
  it.each([
    { type: 'summary', links: 3, embeds: 0 },
    { type: 'open', page: 'popup' },
    { type: 'open', page: 'register', record: 'gb-government-work-devices' },
    { type: 'confirm-in-popup', url: 'https://www.tiktok.com/@a' },
    { type: 'confirm-in-popup' },
    { type: 'confirmed' },
    { type: 'open-url', url: 'https://www.tiktok.com/@a', in: 'tab' },
  ])('is taken, with the frame it came from: %j', (message) => {
    listen(message, sender);
    expect(answer).toHaveBeenCalledExactlyOnceWith(message, {
      tabId: 7,
      frameId: 3,
      pageUrl: 'https://page.example/',
    });
  });

  it('is answered by what belongs to its kind', async () => {
    await expect(listen({ type: 'is-confirmed' }, sender)).resolves.toBe(true);
    expect(answer).not.toHaveBeenCalled();
  });

  it('comes from the page of the frame where the browser does not tell that of the tab', () => {
    listen({ type: 'confirmed' }, { ...sender, tab: { id: 7 } });
    expect(answer).toHaveBeenCalledWith(
      { type: 'confirmed' },
      { tabId: 7, frameId: 3, pageUrl: 'https://frame.example/' },
    );
  });

  it.each([
    { type: 'summary', links: -1, embeds: 0 },
    { type: 'summary', links: 1 },
    { type: 'summary', links: 1, embeds: 0, more: true },
    { type: 'open', page: 'options' },
    { type: 'open', page: 'register', record: '"><script>' },
    { type: 'open-url', url: 'javascript:alert(1)', in: 'tab' },
    { type: 'reset' },
    { type: 'constructor' },
    null,
    'summary',
  ])('is dropped for its shape: %j', (message) => {
    expect(listen(message, sender)).toBeUndefined();
    expect(answer).not.toHaveBeenCalled();
  });

  it.each([
    ['another extension', { ...sender, id: 'another-extension' }],
    ['a page of the extension itself', { id: sender.id, url: 'https://page.example/' }],
  ])('is dropped when it comes from %s', (_who, from) => {
    expect(listen({ type: 'is-confirmed' }, from)).toBeUndefined();
  });

  it('never makes the listener throw', () => {
    fc.assert(fc.property(fc.anything(), (message) => void listen(message, sender)));
  });
});

describe('a content script', () => {
  const runtime = (sendMessage: () => Promise<unknown>) =>
    ({ ...browser.runtime, sendMessage }) as unknown as Parameters<typeof createSender>[0];

  it('gets the answer of the background', async () => {
    const send = createSender(runtime(async () => true));
    expect(await send({ type: 'is-confirmed' })).toBe(true);
  });

  it('gets none, and no error, while the background is gone', async () => {
    const send = createSender(runtime(() => Promise.reject(new Error('Receiving end does not exist.'))));
    expect(await send({ type: 'is-confirmed' })).toBeUndefined();
  });
});

describe('a message to a frame', () => {
  it.each([
    [true, true],
    [false, false],
    [undefined, false],
    ['yes', false],
    [{ done: true }, false],
  ])('answered with %j was done: %j', async (said, done) => {
    const sendMessage = vi.fn().mockResolvedValue(said);
    vi.spyOn(browser.tabs, 'sendMessage').mockImplementation(sendMessage);
    expect(await sendToContent(7, { type: 'open-card' }, 4)).toBe(done);
    expect(sendMessage).toHaveBeenCalledExactlyOnceWith(7, { type: 'open-card' }, { frameId: 4 });
  });
});
