import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { MessageKey, Translate } from '../lib/i18n.ts';

/** The language of a view: its texts, and the BCP 47 tag that numbers and dates follow. */
export interface Language {
  readonly t: Translate;
  readonly locale: string;
}

const LanguageContext = createContext<Language | null>(null);

/** Gives all views below it their language. */
export const LanguageProvider = LanguageContext.Provider;

/** The language given by the nearest `LanguageProvider`; throws where there is none. */
export function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (!language) throw new Error('a view stands outside a LanguageProvider');
  return language;
}

/** Keys of which one exists for each plural form: `popup_links` stands for `popup_links_one`, `popup_links_other` … */
export type PluralKey = Extract<MessageKey, `${string}_other`> extends `${infer Key}_other` ? Key : never;

/** A text with a number in it, in the plural form of the language; the number is the first substitution. */
export function plural({ t, locale }: Language, key: PluralKey, count: number, ...rest: string[]): string {
  const form = `${key}_${new Intl.PluralRules(locale).select(count)}` as MessageKey;
  const number = new Intl.NumberFormat(locale).format(count);
  return t(form, number, ...rest) || t(`${key}_other` as MessageKey, number, ...rest);
}
