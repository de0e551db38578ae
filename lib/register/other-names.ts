import data from './other-names.json' with { type: 'json' };
import type { IssuerKind } from './schema.ts';

/*
 * Names that people use and the register does not: demonyms, abbreviations, own-language and everyday names. The file
 * holds them as data, a line for each place, organisation and kind of body.
 */

const {
  places,
  organisations,
  kinds,
}: Readonly<Record<'places' | 'organisations' | 'kinds', Readonly<Record<string, readonly string[]>>>> = data;

/** Other names of a place by its ISO 3166 code, demonyms among them. */
export const otherNamesOfPlace = (code: string): readonly string[] => places[code] ?? [];

/** Other names of an organisation by its id. */
export const otherNamesOfOrganisation = (id: string): readonly string[] => organisations[id] ?? [];

/** What people call bodies of a kind, and what lies within them: somebody of a ministry looks for "ministry". */
export const namesOfKind = (kind: IssuerKind): readonly string[] => kinds[kind] ?? [];
