import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { answerFrame } from '../../../lib/background/answer-frame.ts';
import { currentSnapshot } from '../../../lib/background/keep-snapshot.ts';
import { openPopup, openRegister, openUrl } from '../../../lib/background/open-page.ts';
import { report } from '../../../lib/background/toolbar.ts';
import { initialSettings } from '../../../lib/settings/schema.ts';
import { personalOf } from '../../../lib/snapshot/snapshot.ts';
import { snapshotOf } from '../../support/browser-parts.ts';

vi.mock('../../../lib/background/keep-snapshot.ts');
vi.mock('../../../lib/background/open-page.ts');
vi.mock('../../../lib/background/toolbar.ts');

const frameIn = (url: string | undefined) => ({
  id: browser.runtime.id,
  frameId: 3,
  url: 'https://frame.example/',
  tab: { id: 7, url },
});
const frame = frameIn('https://news.example/story');

beforeEach(() => {
  fakeBrowser.reset();
  vi.clearAllMocks();
});

describe('the background answers a frame', () => {
  it('that has counted its links, by showing them with the verdict of today', async () => {
    const snapshot = snapshotOf();
    const settings = { ...initialSettings(), toolbarCount: false };
    vi.mocked(currentSnapshot).mockResolvedValue({ snapshot, settings });
    await answerFrame({ type: 'summary', links: 2, embeds: 1 }, frame);
    expect(report).toHaveBeenCalledExactlyOnceWith(
      7,
      3,
      { links: 2, embeds: 1 },
      { verdict: personalOf(snapshot).verdict, count: false },
    );
  });

  it('that asks for more, with the register or the popup over its own tab', async () => {
    await answerFrame({ type: 'open', page: 'register', record: 'gb-rule' }, frame);
    expect(openRegister).toHaveBeenCalledExactlyOnceWith('gb-rule');
    await answerFrame({ type: 'open', page: 'popup' }, frame);
    expect(openPopup).toHaveBeenCalledExactlyOnceWith(7);
  });

  it('whose link was confirmed, by opening it beside its own tab', async () => {
    const url = 'https://www.tiktok.com/@a';
    await answerFrame({ type: 'open-url', url, in: 'background-tab' }, frame);
    expect(openUrl).toHaveBeenCalledExactlyOnceWith(url, 'background-tab', 7);
  });

  it('that wants to know whether its site was confirmed: by the page in the tab, not by the frame', async () => {
    expect(await answerFrame({ type: 'is-confirmed' }, frame)).toBe(false);
    await answerFrame({ type: 'confirmed' }, frame);
    expect(await answerFrame({ type: 'is-confirmed' }, frame)).toBe(true);
    expect(await answerFrame({ type: 'is-confirmed' }, frameIn('https://other.example/'))).toBe(false);
    expect(await answerFrame({ type: 'is-confirmed' }, frameIn('https://frame.example/'))).toBe(false);
  });

  it('on a page without a host, of which nothing is remembered', async () => {
    const file = frameIn('file:///story.html');
    await answerFrame({ type: 'confirmed' }, file);
    expect(await answerFrame({ type: 'is-confirmed' }, file)).toBe(false);
    expect(await browser.storage.session.get(null)).toEqual({});
  });

  it('and nobody else', () => {
    expect(answerFrame({ type: 'is-confirmed' }, { ...frame, id: 'another-extension' })).toBeUndefined();
    expect(answerFrame({ type: 'reset' }, frame)).toBeUndefined();
  });
});
