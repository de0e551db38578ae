import { type Language, listOf } from '../../lib/register/labels.ts';
import { organisationsToday } from '../../lib/register/moved.ts';
import { type Organisation, organisationsOf } from '../../lib/register/organisations.ts';
import { placeNameInFull } from '../../lib/register/places.ts';
import type { Register } from '../../lib/register/schema.ts';
import {
  findOrganisations,
  findPlaces,
  prepareOrganisations,
  preparePlaces,
} from '../../lib/register/search.ts';
import type { Settings } from '../../lib/settings/schema.ts';
import type { ComboboxOption } from '../combobox.tsx';

/** Names and search over what a person can pick; made from the register. */
export interface Directory {
  readonly searchPlaces: (text: string) => readonly ComboboxOption[];
  readonly searchOrganisations: (text: string) => readonly ComboboxOption[];
  /** Organisations that were picked, by the ids that they have in the register today. */
  readonly organisationsToday: (picked: Settings['organisations']) => Settings['organisations'];
  /** The name of a place or organisation; of one that the register no longer knows, its code. */
  readonly placeName: (code: string) => string;
  readonly organisationName: (id: string) => string;
  /** Whom its rules are for, and whose rules reach it besides its own; a sentence each. */
  readonly organisationNotes: (id: string) => readonly string[];
}

/** Makes the directory from the register. */
export function directoryOf(register: Register, language: Language): Directory {
  const { t, locale, places } = language;
  const inFull = (code: string) => placeNameInFull(code, locale, places);
  const organisations = organisationsOf(register);
  const byId = new Map(organisations.map((organisation) => [organisation.id, organisation]));
  const preparedOrganisations = prepareOrganisations(organisations, language);
  const preparedPlaces = preparePlaces(language);
  // What an organisation did may have turned out to be no restriction; whoever picked it still sees its name.
  const inContext = new Map(register.context.map(({ issuer }) => [issuer.organisation, issuer.name]));
  const nameOf = (id: string) => byId.get(id)?.name ?? inContext.get(id) ?? id;
  // An agency may advise a whole state: only this tells a person that its rule is for them.
  const forWhom = ({ appliesTo }: Organisation) => t('options_rule_for', appliesTo.join('; '));
  const option = (organisation: Organisation): ComboboxOption => {
    const { id, name, nativeName, jurisdiction } = organisation;
    const place = inFull(jurisdiction);
    return {
      id,
      label: name,
      detail: nativeName && nativeName !== name ? `${nativeName} · ${place}` : place,
      more: forWhom(organisation),
    };
  };
  return {
    searchPlaces: (text) =>
      findPlaces(preparedPlaces, text).map(({ code }) => ({ id: code, label: inFull(code) })),
    searchOrganisations: (text) => findOrganisations(preparedOrganisations, text).map(option),
    organisationsToday: (picked) => organisationsToday(picked, register.moved),
    placeName: inFull,
    organisationName: nameOf,
    organisationNotes: (id) => {
      const organisation = byId.get(id);
      if (!organisation) return [];
      const { within } = organisation;
      return [
        forWhom(organisation),
        ...(within.length > 0 ? [t('options_within', listOf(within.map(nameOf), language))] : []),
      ];
    },
  };
}
