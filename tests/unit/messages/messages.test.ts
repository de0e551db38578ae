import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { readFrameMessage } from '../../../lib/messages/messages.ts';

const sender = { id: browser.runtime.id, frameId: 3, tab: { id: 7 } };

describe('a message to the background', () => {
  it.each([
    { type: 'summary', links: 3, embeds: 0 },
    { type: 'open', page: 'popup' },
    { type: 'open', page: 'register', record: 'gb-government-work-devices' },
    { type: 'asked' },
    { type: 'answered' },
    { type: 'open-address', address: 'https://www.tiktok.com/@a', in: 'tab' },
  ])('is taken: %j', (message) => {
    expect(readFrameMessage(message, sender)).toEqual({ message, tabId: 7, frameId: 3 });
  });

  it.each([
    { type: 'summary', links: -1, embeds: 0 },
    { type: 'summary', links: 1 },
    { type: 'summary', links: 1, embeds: 0, more: true },
    { type: 'open', page: 'options' },
    { type: 'open', page: 'register', record: '"><script>' },
    { type: 'open-address', address: 'javascript:alert(1)', in: 'tab' },
    { type: 'reset' },
    null,
    'summary',
  ])('is dropped for its shape: %j', (message) => {
    expect(readFrameMessage(message, sender)).toBeNull();
  });

  it('is dropped when it comes from elsewhere', () => {
    const message = { type: 'asked' };
    expect(readFrameMessage(message, { ...sender, id: 'another-extension' })).toBeNull();
    expect(readFrameMessage(message, { id: sender.id })).toBeNull();
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.anything(), (message) => void readFrameMessage(message, sender)));
  });
});
