import { type Language, listOf } from '../../lib/register/labels.ts';
import { placeName } from '../../lib/register/places.ts';

/** Where a response holds, in words: from "EEA+UK+CH", "AU, NZ" or "global". */
export function responseRegion(region: string, language: Language): string {
  const { t, locale, places } = language;
  const named: Record<string, string> = {
    global: t('register_place_world'),
    EEA: t('register_eea'),
    // Not the code of ISO 3166, but what everybody writes.
    UK: placeName('GB', locale, places),
  };
  const parts = region.split(/[+,]/).map((part) => part.trim());
  return listOf(
    parts.map((part) => named[part] ?? placeName(part, locale, places)),
    language,
  );
}
