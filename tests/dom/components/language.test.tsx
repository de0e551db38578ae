import { expect, it } from 'vitest';
import { plural } from '../../../components/language.tsx';
import { language } from '../../support/mount.tsx';

it('takes the plural form of the language', () => {
  expect(plural(language, 'page_links', 1)).toBe('1 TikTok link on this page');
  expect(plural(language, 'page_links', 1234)).toBe('1,234 TikTok links on this page');
});

it('leaves no text empty where the person’s language has forms that the texts lack', () => {
  expect(plural({ ...language, locale: 'ar-u-nu-latn' }, 'page_links', 2)).toBe(
    '2 TikTok links on this page',
  );
});
