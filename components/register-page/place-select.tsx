import { useMemo } from 'preact/hooks';
import type { Language } from '../../lib/register/labels.ts';
import { countryOf, placeName, regionOf } from '../../lib/register/places.ts';
import type { Restriction } from '../../lib/register/schema.ts';
import { useLanguage } from '../language.tsx';
import { usePage } from './page-state.ts';

interface PlaceOption {
  readonly code: string;
  readonly name: string;
  /** 0: continent, 1: region of it, 2: country, 3: part of a country. */
  readonly depth: 0 | 1 | 2 | 3;
}

interface PlaceGroup {
  readonly name: string;
  readonly options: readonly PlaceOption[];
}

/** The places of a register as a tree laid flat: continent, region, country, part; by name in the person's language. */
export function placeTree(restrictions: readonly Restriction[], language: Language): PlaceGroup[] {
  const { locale, t } = language;
  const codes = [
    ...new Set(restrictions.flatMap(({ issuer: { jurisdiction: code } }) => [code, countryOf(code)])),
  ];
  const name = (code: string) => placeName(code, language.locale, language.places);
  const { compare } = new Intl.Collator(locale);
  const byName = (a: string, b: string) => compare(name(a), name(b));
  const isBody = (code: string) => !regionOf(code)?.region && countryOf(code) === code;
  const distinct = (values: (string | null | undefined)[]) =>
    [...new Set(values.filter((value) => value !== null && value !== undefined))].sort(byName);

  const countries = codes.filter((code) => countryOf(code) === code && !isBody(code));
  const partsOf = (country: string): PlaceOption[] =>
    codes
      .filter((code) => code !== country && countryOf(code) === country)
      .sort(byName)
      .map((code) => ({ code, name: name(code), depth: 3 }));
  const inRegion = (region: string): PlaceOption[] =>
    countries
      .filter((country) => regionOf(country)?.region === region)
      .sort(byName)
      .flatMap((country) => [{ code: country, name: name(country), depth: 2 as const }, ...partsOf(country)]);

  const continents = distinct(countries.map((country) => regionOf(country)?.continent)).map((continent) => ({
    name: name(continent),
    options: [
      { code: continent, name: t('register_place_all_of', name(continent)), depth: 0 as const },
      ...distinct(
        countries
          .filter((country) => regionOf(country)?.continent === continent)
          .map((country) => regionOf(country)?.region),
      ).flatMap((region) => [{ code: region, name: name(region), depth: 1 as const }, ...inRegion(region)]),
    ],
  }));
  const bodies = codes.filter(isBody).sort(byName);
  return bodies.length === 0
    ? continents
    : [
        ...continents,
        {
          name: t('kind_supranational'),
          options: bodies.map((code) => ({ code, name: name(code), depth: 0 as const })),
        },
      ];
}

/** Spaces that an option keeps. */
const INDENT = '\u2003';

/** Where the issuers of the list are. */
export function PlaceSelect() {
  const language = useLanguage();
  const { t } = language;
  const { register, state, change } = usePage();
  const tree = useMemo(() => placeTree(register.restrictions, language), [register, language]);
  const known = tree.some(({ options }) => options.some(({ code }) => code === state.place));
  return (
    <label class="field">
      <span class="field-name">{t('register_column_place')}</span>
      <select
        name="place"
        value={state.place ?? ''}
        onChange={(event) => change({ place: event.currentTarget.value || null })}
      >
        <option value="">{t('register_place_world')}</option>
        {state.place && !known && (
          <option value={state.place}>{placeName(state.place, language.locale, language.places)}</option>
        )}
        {tree.map(({ name, options }) => (
          <optgroup key={name} label={name}>
            {options.map((option) => (
              <option key={option.code} value={option.code}>
                {INDENT.repeat(option.depth) + option.name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
