/*
 * What writes numbers, lists and names in a language, each made once for each locale (BCP 47): making one takes a browser
 * as long as using it many times, and a table uses it in each row.
 */

function byLocale<T>(make: (locale: string) => T): (locale: string) => T {
  const made = new Map<string, T>();
  return (locale) => {
    const known = made.get(locale) ?? make(locale);
    made.set(locale, known);
    return known;
  };
}

export const numberFormat = byLocale((locale) => new Intl.NumberFormat(locale));
export const pluralRules = byLocale((locale) => new Intl.PluralRules(locale));
/** "A, B and C". */
export const sentenceList = byLocale((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }));
/** "A, B, C". */
export const plainList = byLocale((locale) => new Intl.ListFormat(locale, { type: 'unit', style: 'short' }));
/** "7 months ago". */
export const numberedAge = byLocale((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'always' }));
/** "this month". */
export const namedAge = byLocale((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
/** Countries and parts of the world by their codes. */
export const regionNames = byLocale((locale) => new Intl.DisplayNames(locale, { type: 'region' }));
