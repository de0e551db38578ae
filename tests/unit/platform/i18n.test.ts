import { afterEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { direction, locale } from '../../../lib/platform/i18n.ts';

/** A browser in one language whose texts for the extension are in another. */
const browserIn = (ui: string, texts: string, bidi = 'ltr') => {
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue(ui);
  vi.spyOn(browser.i18n, 'getMessage').mockImplementation((key: string) =>
    key === '@@bidi_dir' ? bidi : texts,
  );
};

afterEach(() => vi.restoreAllMocks());

describe('the language of dates and names', () => {
  it.each([
    ['en-GB', 'en', 'en-GB'],
    ['en_US', 'en', 'en-US'],
    ['de', 'en', 'en'],
    ['ar', 'ar', 'ar'],
  ])('in a browser in %s with texts in %s is %s', (ui, texts, expected) => {
    browserIn(ui, texts);
    expect(locale()).toBe(expected);
  });

  it('runs right to left only where the texts do', () => {
    browserIn('ar', 'ar', 'rtl');
    expect(direction()).toBe('rtl');
    browserIn('ar', 'en', 'rtl');
    expect(direction()).toBe('ltr');
  });
});
