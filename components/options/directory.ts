import { organisationsOf } from '../../lib/register/organisations.ts';
import { type PlaceNames, placeNameInFull, WORLD } from '../../lib/register/places.ts';
import type { Register } from '../../lib/register/schema.ts';
import { type Fields, find, prepare } from '../../lib/register/text-search.ts';
import type { ComboboxOption } from '../combobox.tsx';
import type { Directory } from './you.tsx';

/** A search over options; `also` gives what leads to one besides its name. An empty text finds nothing. */
function searchOver<T extends ComboboxOption>(options: readonly T[], also: (option: T) => Fields) {
  const prepared = prepare(options, (option) => [[3, [option.label]], ...also(option)]);
  return (text: string): readonly ComboboxOption[] =>
    text.trim() === '' ? [] : find(prepared, text).map(({ item }) => item);
}

/**
 * Makes the directory for the options from the register.
 *
 * @param subdivisions names of subdivisions in the person's language, by ISO 3166-2 code
 * @param locale BCP 47
 */
export function directoryOf(register: Register, subdivisions: PlaceNames, locale: string): Directory {
  const inFull = (code: string) => placeNameInFull(code, locale, subdivisions);
  const byName = new Intl.Collator(locale).compare;
  const codes = [...WORLD.flatMap(([, , countries]) => countries.split(' ')), ...Object.keys(subdivisions)];
  const places = codes
    .map((code) => ({ id: code, label: inFull(code) }))
    .sort((a, b) => byName(a.label, b.label));

  const organisations = organisationsOf(register);
  const names = new Map(organisations.map(({ id, name }) => [id, name]));
  const bodies = organisations.map(({ id, name, nativeName, jurisdiction }) => {
    const place = inFull(jurisdiction);
    const detail = nativeName && nativeName !== name ? `${nativeName} · ${place}` : place;
    return { id, label: name, detail, nativeName, place };
  });

  return {
    searchPlaces: searchOver(places, ({ id }) => [[1, [id]]]),
    searchOrganisations: searchOver(bodies, ({ id, nativeName, place }) => [
      [3, [nativeName]],
      [1, [place, id]],
    ]),
    placeName: inFull,
    organisationName: (id) => names.get(id) ?? id,
  };
}
