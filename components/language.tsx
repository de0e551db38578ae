import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '../lib/register/labels.ts';
import { countedText, type PluralKey } from '../lib/register/plural.ts';

export { withNumber } from '../lib/register/plural.ts';

const LanguageContext = createContext<Language | null>(null);

/** Gives all views below it their language. */
export const LanguageProvider = LanguageContext.Provider;

/** The language given by the nearest `LanguageProvider`; throws where there is none. */
export function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (!language) throw new Error('a view stands outside a LanguageProvider');
  return language;
}

/** A text with a number in it, in the plural form of the language. */
export const plural = (language: Language, key: PluralKey, count: number): string =>
  countedText(language, key, count);
