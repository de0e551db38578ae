import { numberFormat, pluralRules } from '../platform/formats.ts';
import type { MessageKey } from '../platform/i18n.ts';
import type { Language } from './labels.ts';

/** Stems of keys of which one exists for each plural form: `page_links` for `page_links`, `page_links_other`. */
export type PluralKey = Extract<MessageKey, `${string}_one`> extends `${infer Key}_one` ? Key : never;

/** A text with a number that reads the same for every number; `more` are its other substitutions. */
export const withNumber = (
  { t, locale }: Pick<Language, 't' | 'locale'>,
  key: Exclude<MessageKey, `${string}_one` | `${string}_other`>,
  count: number,
  ...more: readonly (string | number)[]
): string => t(key, numberFormat(locale).format(count), ...more);

/**
 * A text with a number in it, in the plural form of the language; the number is the first substitution, `more` the
 * others. A person whose language has no texts here reads English ones, which lack the forms that only theirs has.
 */
export function countedText(
  { t, locale }: Pick<Language, 't' | 'locale'>,
  key: PluralKey,
  count: number,
  ...more: readonly (string | number)[]
): string {
  const number = numberFormat(locale).format(count);
  const form = `${key}_${pluralRules(locale).select(count)}` as MessageKey;
  return t(form, number, ...more) || t(`${key}_other` as MessageKey, number, ...more);
}
