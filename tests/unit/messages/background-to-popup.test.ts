import { beforeEach, describe, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { leaveEnquiry, takeEnquiry } from '../../../lib/messages/background-to-popup.ts';

const enquiry = { text: 'https://www.tiktok.com/@demo', from: 'link', tabId: 7 } as const;

beforeEach(() => fakeBrowser.reset());

describe('an enquiry', () => {
  it('is taken once', async () => {
    await leaveEnquiry(enquiry);
    expect(await takeEnquiry(7)).toEqual(enquiry);
    expect(await takeEnquiry(7)).toBeNull();
  });

  it('is taken only by the popup of its own tab, and forgotten by any other', async () => {
    await leaveEnquiry(enquiry);
    expect(await takeEnquiry(8)).toBeNull();
    expect(await takeEnquiry(7)).toBeNull();
  });

  it('is kept in memory alone', async () => {
    await leaveEnquiry(enquiry);
    expect(await browser.storage.local.get(null)).toEqual({});
    expect(await browser.storage.session.get(null)).toEqual({ linkEnquiry: enquiry });
  });

  it('is none where something else lies there', async () => {
    await browser.storage.session.set({ linkEnquiry: { text: 7 } });
    expect(await takeEnquiry(7)).toBeNull();
  });
});
