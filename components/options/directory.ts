import { type Organisation, organisationsOf } from '../../lib/register/organisations.ts';
import { placeNameInFull } from '../../lib/register/places.ts';
import type { Register } from '../../lib/register/schema.ts';
import {
  findOrganisations,
  findPlaces,
  prepareOrganisations,
  preparePlaces,
} from '../../lib/register/search.ts';
import type { Language } from '../../lib/register/words.ts';
import type { ComboboxOption } from '../combobox.tsx';
import type { Directory } from './you.tsx';

/** Makes the directory for the options from the register. */
export function directoryOf(register: Register, language: Language): Directory {
  const { locale, places } = language;
  const inFull = (code: string) => placeNameInFull(code, locale, places);
  const organisations = organisationsOf(register);
  const names = new Map(organisations.map(({ id, name }) => [id, name]));
  const preparedOrganisations = prepareOrganisations(organisations, language);
  const preparedPlaces = preparePlaces(language);
  const option = ({ id, name, nativeName, jurisdiction }: Organisation): ComboboxOption => {
    const place = inFull(jurisdiction);
    return {
      id,
      label: name,
      detail: nativeName && nativeName !== name ? `${nativeName} · ${place}` : place,
    };
  };
  return {
    searchPlaces: (text) =>
      findPlaces(preparedPlaces, text).map(({ code }) => ({ id: code, label: inFull(code) })),
    searchOrganisations: (text) => findOrganisations(preparedOrganisations, text).map(option),
    placeName: inFull,
    organisationName: (id) => names.get(id) ?? id,
  };
}
