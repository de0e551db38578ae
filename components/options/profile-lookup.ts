import { type Belonging, findBelongings, prepareBelongings } from '../../lib/register/belonging-search.ts';
import { kindName, type Language, listOf } from '../../lib/register/labels.ts';
import { organisationsToday } from '../../lib/register/moved.ts';
import { type Organisation, organisationsOf } from '../../lib/register/organisations.ts';
import { placeNameInFull } from '../../lib/register/places.ts';
import type { Register } from '../../lib/register/schema.ts';
import type { Settings } from '../../lib/settings/schema.ts';
import type { ComboboxOption } from '../combobox.tsx';

/** A place by its code, or an organisation by its id. */
export type BelongingOption = ComboboxOption & Belonging;

/** Names and search over what a person can pick; made from the register. */
export interface Directory {
  /** Places and organisations that fit what was typed, best first. */
  readonly searchBelongings: (text: string) => readonly BelongingOption[];
  /** Organisations that were picked, by the ids that they have in the register today. */
  readonly organisationsToday: (picked: Settings['organisations']) => Settings['organisations'];
  /** The name of a place or organisation; of one that the register no longer knows, its code. */
  readonly placeName: (code: string) => string;
  readonly organisationName: (id: string) => string;
  /** Whom its rules are for, and whose rules reach it besides its own; a sentence each. */
  readonly organisationNotes: (id: string) => readonly string[];
}

/**
 * Makes the directory from the register.
 *
 * @param reads BCP 47 tags of the languages that the person reads.
 */
export function directoryOf(
  register: Register,
  language: Language,
  reads: readonly string[] = [],
): Directory {
  const { t, locale, places } = language;
  const inFull = (code: string) => placeNameInFull(code, locale, places);
  const organisations = organisationsOf(register);
  const byId = new Map(organisations.map((organisation) => [organisation.id, organisation]));
  const belongings = prepareBelongings(organisations, language, reads);
  // What an organisation did may have turned out to be no restriction; whoever picked it still sees its name.
  const inContext = new Map(register.context.map(({ issuer }) => [issuer.organisation, issuer.name]));
  const nameOf = (id: string) => byId.get(id)?.name ?? inContext.get(id) ?? id;
  // An agency may advise a whole state: only this tells a person that its rule is for them.
  const forWhom = ({ appliesTo }: Organisation) => t('options_rule_for', appliesTo.join('; '));
  const option = ({ type, id }: Belonging): BelongingOption => {
    const organisation = type === 'organisation' ? byId.get(id) : undefined;
    if (!organisation) return { type, id, label: inFull(id), detail: t('set_up_everybody') };
    const { name, nativeName, jurisdiction, kind } = organisation;
    const place = `${kindName(kind, language)} · ${inFull(jurisdiction)}`;
    return {
      type,
      id,
      label: name,
      detail: nativeName && nativeName !== name ? `${nativeName} · ${place}` : place,
      more: forWhom(organisation),
    };
  };
  return {
    searchBelongings: (text) => findBelongings(belongings, text).map(option),
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
