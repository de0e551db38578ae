import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { useLanguage } from '../../../components/language.tsx';
import { startPage } from '../../../entrypoints/shared/start-page.tsx';
import { language } from '../../support/mount.tsx';

const Locale = () => <p>{useLanguage().locale}</p>;

it('a page has the language, the direction and the title of its texts, and draws in them', () => {
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('ar-EG');
  vi.spyOn(browser.i18n, 'getMessage').mockImplementation(
    (key: string) => ({ language_tag: 'ar', '@@bidi_dir': 'rtl', options_title: 'الإعدادات' })[key] ?? '',
  );
  document.body.innerHTML = '<main id="app"></main>';
  const draw = startPage('options_title');
  expect([document.documentElement.lang, document.documentElement.dir, document.title]).toEqual([
    'ar-EG',
    'rtl',
    'الإعدادات',
  ]);
  void act(() => draw(language, <Locale />));
  void act(() => draw({ ...language, locale: 'fr' }, <Locale />));
  expect(document.body.innerHTML).toBe('<main id="app"><p>fr</p></main>');
});
