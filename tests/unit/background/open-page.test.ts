import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { openPopup, openRegister, openUrl, openWelcome } from '../../../lib/background/open-page.ts';

const LINK = 'https://www.tiktok.com/@demo';
const openTab = vi.fn();
const openWindow = vi.fn();
const showPopup = vi.fn();

beforeEach(() => {
  for (const mock of [openTab, openWindow, showPopup]) mock.mockReset().mockResolvedValue({});
  vi.spyOn(browser.runtime, 'getURL').mockImplementation((path: string) => `extension:/${path}`);
  vi.spyOn(browser.tabs, 'create').mockImplementation(openTab);
  vi.spyOn(browser.windows, 'create').mockImplementation(openWindow);
  Object.assign(browser.action, { openPopup: showPopup });
});

describe('a page of the extension', () => {
  it('opens in a tab: the register, at a record where one is named, and the welcome page', async () => {
    await openRegister();
    await openRegister('gb-government-work-devices');
    await openWelcome();
    expect(openTab.mock.calls).toEqual([
      [{ url: 'extension://register.html' }],
      [{ url: 'extension://register.html#record=gb-government-work-devices' }],
      [{ url: 'extension://welcome.html' }],
    ]);
  });
});

describe('the popup', () => {
  it('opens at the toolbar, before anything is waited for', () => {
    void openPopup(7);
    expect(showPopup).toHaveBeenCalledOnce();
    expect(openTab).not.toHaveBeenCalled();
  });

  it('opens in a tab, about the tab it was opened in, where the browser refuses', async () => {
    showPopup.mockRejectedValue(new Error('no user gesture'));
    await openPopup(7);
    expect(openTab).toHaveBeenCalledExactlyOnceWith({ url: 'extension://popup.html?tab=7' });
  });
});

describe('a link that was confirmed', () => {
  it.each([
    ['tab', { url: LINK, openerTabId: 7, active: true }],
    ['background-tab', { url: LINK, openerTabId: 7, active: false }],
  ] as const)('opens in a %s beside its page', async (where, tab) => {
    await openUrl(LINK, where, 7);
    expect(openTab).toHaveBeenCalledExactlyOnceWith(tab);
    expect(openWindow).not.toHaveBeenCalled();
  });

  it('opens in a window', async () => {
    await openUrl(LINK, 'window', 7);
    expect(openWindow).toHaveBeenCalledExactlyOnceWith({ url: LINK });
    expect(openTab).not.toHaveBeenCalled();
  });
});
