import type { MessageKey } from '../platform/i18n.ts';
import type { Language } from './labels.ts';
import { placeName, placeNameInFull } from './places.ts';

const isRegion = (code: string): boolean => /^\d{3}$/.test(code);

/** UN M49 regions have texts of their own: Chromium's `Intl.DisplayNames` knows none of them. */
const regionName = (code: string, { t }: Language): string => t(`region_${code}` as MessageKey) || code;

/** The name of a place or region: "Texas", "Europe". Codes as in `places.ts`, and UN M49. */
export const placeLabel = (code: string, language: Language): string =>
  isRegion(code) ? regionName(code, language) : placeName(code, language.locale, language.places);

/** The name of a place with its country where it is a part of one: "Texas, United States". */
export const placeLabelInFull = (code: string, language: Language): string =>
  isRegion(code) ? regionName(code, language) : placeNameInFull(code, language.locale, language.places);
