import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { MessageKey } from '../lib/platform/i18n.ts';
import type { Language } from '../lib/register/labels.ts';

const LanguageContext = createContext<Language | null>(null);

/** Gives all views below it their language. */
export const LanguageProvider = LanguageContext.Provider;

/** The language given by the nearest `LanguageProvider`; throws where there is none. */
export function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (!language) throw new Error('a view stands outside a LanguageProvider');
  return language;
}

/** Stems of keys of which one exists for each plural form: `page_links` for `page_links_one`, `page_links_other`. */
export type PluralKey = Extract<MessageKey, `${string}_one`> extends `${infer Key}_one` ? Key : never;

/**
 * A text with a number in it, in the plural form of the language; the number is the first substitution. A person
 * whose language has no texts here reads English ones, which lack the forms that only their language has.
 */
export function plural({ t, locale }: Language, key: PluralKey, count: number): string {
  const number = new Intl.NumberFormat(locale).format(count);
  const form = `${key}_${new Intl.PluralRules(locale).select(count)}` as MessageKey;
  return t(form, number) || t(`${key}_other` as MessageKey, number);
}
