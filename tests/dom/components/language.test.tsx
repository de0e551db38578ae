import { expect, it } from 'vitest';
import { plural, withNumber } from '../../../components/language.tsx';
import { language } from '../../support/mount.tsx';

it('takes the plural form of the language', () => {
  expect(plural(language, 'register_results', 1)).toBe('1 restriction');
  expect(plural(language, 'register_results', 1234)).toBe('1,234 restrictions');
});

it('leaves no text empty where the person’s language has forms that the texts lack', () => {
  expect(plural({ ...language, locale: 'ar-u-nu-latn' }, 'register_results', 2)).toBe('2 restrictions');
});

it('writes a number as the language does', () => {
  expect(withNumber(language, 'page_links', 1234)).toBe('TikTok links on this page: 1,234');
  expect(withNumber({ ...language, locale: 'de' }, 'page_links', 1234)).toContain('1.234');
});
