import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { answerMenu, isMarked } from '../../../lib/background/context-menu.ts';
import { recognise } from '../../../lib/links/recognise.ts';
import { takeEnquiry } from '../../../lib/messages/background-to-popup.ts';
import type { Snapshot } from '../../../lib/snapshot/snapshot.ts';

const VIDEO = 'https://www.tiktok.com/@demo/video/7123456789012345678';
const link = (linkUrl: string) => ({ menuItemId: 'about-link', linkUrl, frameId: 4 });
const selection = (selectionText: string) => ({ menuItemId: 'about-selection', selectionText });

const openPopup = vi.fn();
const sendMessage = vi.fn();

beforeEach(() => {
  fakeBrowser.reset();
  openPopup.mockReset().mockResolvedValue(undefined);
  sendMessage.mockReset().mockResolvedValue(true);
  Object.assign(browser.action, { openPopup });
  vi.spyOn(browser.tabs, 'sendMessage').mockImplementation(sendMessage);
});

describe('a click in the context menu', () => {
  it('on a link to TikTok asks its frame for the card', async () => {
    answerMenu(link(VIDEO), { id: 7 });
    expect(sendMessage).toHaveBeenCalledExactlyOnceWith(7, { type: 'open-card' }, { frameId: 4 });
    await Promise.resolve();
    expect(openPopup).not.toHaveBeenCalled();
    expect(await takeEnquiry(7)).toBeNull();
  });

  it.each([
    ['refuses', () => Promise.resolve(false)],
    ['is none of ours', () => Promise.reject(new Error('Receiving end does not exist.'))],
  ])('opens the popup about it where the frame %s', async (_what, answer) => {
    sendMessage.mockImplementation(answer);
    answerMenu(link(VIDEO), { id: 7 });
    await vi.waitFor(() => expect(openPopup).toHaveBeenCalledOnce());
    await vi.waitFor(async () =>
      expect(await takeEnquiry(7)).toEqual({ text: VIDEO, from: 'link', tabId: 7 }),
    );
  });

  it.each([
    ['a link elsewhere', link('https://news.example/')],
    ['a link that is no web address', link('mailto:me@tiktok.com')],
    ['selected text', selection('see tiktok.com/@demo')],
    ['selected text without an address', selection('nothing')],
  ])('on %s opens the popup in the same moment', async (_what, click) => {
    answerMenu(click, { id: 7 });
    expect(openPopup).toHaveBeenCalledOnce();
    expect(sendMessage).not.toHaveBeenCalled();
    expect(await takeEnquiry(7)).not.toBeNull();
  });

  it('opens the answer in a tab where the browser opens no popup', async () => {
    openPopup.mockRejectedValue(new Error('no user gesture'));
    answerMenu(selection('tiktok.com/@demo'), { id: 7 });
    await vi.waitFor(async () =>
      expect((await browser.tabs.query({})).map(({ url }) => url)).toContainEqual(
        expect.stringContaining('/popup.html?tab=7'),
      ),
    );
  });

  const GATEWAY = `https://gateway.example/?u=${encodeURIComponent(VIDEO)}`;

  it('goes by the text of a link where a browser tells it', async () => {
    answerMenu({ ...link(GATEWAY), linkText: VIDEO }, { id: 7 });
    expect(sendMessage).toHaveBeenCalledOnce();
    answerMenu({ ...link(GATEWAY), linkText: 'Share' }, { id: 7 });
    expect(sendMessage).toHaveBeenCalledOnce();
    expect(await takeEnquiry(7)).toMatchObject({ text: GATEWAY, label: 'Share' });
  });

  it('asks the frame about a link that only its text can make one to TikTok', () => {
    answerMenu(link(GATEWAY), { id: 7 });
    expect(sendMessage).toHaveBeenCalledOnce();
  });

  it('does nothing outside a tab', () => {
    answerMenu(link(VIDEO), undefined);
    expect([openPopup, sendMessage].some((each) => each.mock.calls.length > 0)).toBe(false);
  });
});

describe('a mark at a link', () => {
  const snapshot = {
    paused: false,
    sitesOff: ['quiet.example'],
    sitesOnly: [],
    linkKindsOff: ['corporate'],
    marksOnTikTok: false,
  } as Partial<Snapshot> as Snapshot;

  it.each([
    ['is taken to be there without a snapshot', VIDEO, null, 'news.example', true],
    ['is there on a site with marks', VIDEO, snapshot, 'news.example', true],
    ['is not there on a site without', VIDEO, snapshot, 'www.quiet.example', false],
    ['is not there while paused', VIDEO, { ...snapshot, paused: true }, 'news.example', false],
    ['is not there on TikTok itself', VIDEO, snapshot, 'www.tiktok.com', false],
    ['is not there for a kind without', 'https://newsroom.tiktok.com/', snapshot, 'news.example', false],
    ['is not there at another link', 'https://news.example/', null, 'news.example', false],
  ])('%s', (_what, address, known, host, expected) => {
    expect(isMarked(recognise(address), known, [host])).toBe(expected);
  });
});
