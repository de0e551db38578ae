import { afterEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { direction, locale, localeFor } from '../../../lib/platform/i18n.ts';
import { formatDate } from '../../../lib/register/dates.ts';

/** A browser in one language whose texts for the extension are in another. */
const browserIn = (ui: string, texts: string, bidi = 'ltr') => {
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue(ui);
  vi.spyOn(browser.i18n, 'getMessage').mockImplementation((key: string) =>
    key === '@@bidi_dir' ? bidi : texts,
  );
};

afterEach(() => vi.restoreAllMocks());

describe('the language of dates and names', () => {
  it.each<[string, string[], string, string]>([
    ['en', ['en-GB', 'en'], 'en-GB', '15 March 2023'],
    ['en', ['en_US', 'en-US'], 'en-US', 'March 15, 2023'],
    // Texts in English for want of the person's language: their region, and so their order, counts.
    ['en', ['de', 'de-AT', 'en-US'], 'en-AT', '15 March 2023'],
    ['en', ['fr-CA'], 'en-CA', 'March 15, 2023'],
    ['en', ['pt-BR'], 'en-GB', '15 March 2023'],
    ['en', ['tr-TR', 'en-US'], 'en-GB', '15 March 2023'],
    ['en', ['de'], 'en-GB', '15 March 2023'],
    ['en', [], 'en-GB', '15 March 2023'],
    ['en', ['not a tag', 'x'], 'en-GB', '15 March 2023'],
    ['ar', ['ar'], 'ar', '15 مارس 2023'],
  ])('texts in %s, browser in %j: %s, "%s"', (texts, tags, expected, date) => {
    expect(localeFor(texts, tags)).toBe(expected);
    expect(formatDate('2023-03-15', expected).replace('\u200f', '')).toBe(date);
  });

  it('is taken from the browser', () => {
    browserIn('en-NZ', 'en');
    expect(locale()).toBe('en-NZ');
  });

  it('runs right to left only where the texts do', () => {
    browserIn('ar', 'ar', 'rtl');
    expect(direction()).toBe('rtl');
    browserIn('ar', 'en', 'rtl');
    expect(direction()).toBe('ltr');
  });
});
