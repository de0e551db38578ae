import phrases from './names/phrases.json' with { type: 'json' };
import { otherNamesOfPlace } from './other-names.ts';
import { COUNTRIES } from './places.ts';
import { ISSUER_KINDS, type IssuerKind } from './schema.ts';
import { wordsOf } from './text-search.ts';

/** A search that speaks of kinds of bodies: "European parliaments". */
export interface Phrase {
  /** What is left to look for as a text. */
  readonly text: string;
  /** ISO 3166 and UN M49 codes; any of them will do. Empty for everywhere. */
  readonly places: readonly string[];
  /** Any of them will do. Empty for every kind. */
  readonly kinds: readonly IssuerKind[];
}

/** Names with what they stand for, in folded words. */
type Names<T> = readonly { readonly words: readonly string[]; readonly means: T }[];

const namesOf = <T>(entries: readonly (readonly [means: T, names: readonly string[]])[]): Names<T> =>
  entries
    .flatMap(([means, names]) => names.map((name) => ({ words: wordsOf(name), means })))
    // "Southern European" before "European".
    .sort((a, b) => b.words.length - a.words.length);

const KIND_NAMES = namesOf<IssuerKind>(
  ISSUER_KINDS.map((kind) => [kind, (phrases.kinds as Partial<Record<IssuerKind, string[]>>)[kind] ?? []]),
);

let placeNames: Names<string> | undefined;

/** Demonyms of regions, and every other name of a country; gathered when somebody first searches so. */
function namesOfPlaces(): Names<string> {
  placeNames ??= namesOf([
    ...Object.entries(phrases.regions),
    ...COUNTRIES.map((code) => [code, otherNamesOfPlace(code)] as const),
  ]);
  return placeNames;
}

/** Takes the longest name out of some words. @returns what it stands for, and the words that are left */
function take<T>(words: readonly string[], names: Names<T>): { means: T[]; rest: readonly string[] } {
  const startOf = (name: readonly string[]) =>
    words.findIndex((_, start) => name.every((word, index) => words[start + index] === word));
  const found = names.find(({ words: name }) => startOf(name) >= 0);
  if (!found) return { means: [], rest: words };
  const start = startOf(found.words);
  const same = found.words.join(' ');
  return {
    means: names.filter((name) => name.words.join(' ') === same).map(({ means }) => means),
    rest: words.filter((_, index) => index < start || index >= start + found.words.length),
  };
}

/**
 * Reads a search as a phrase. Only the plural of a kind makes it one, and only then is a demonym a place: "European
 * parliaments" are all of Europe's, "European Parliament" is a name. The region goes before the Union of its name.
 */
export function readPhrase(text: string): Phrase {
  const { means: kinds, rest } = take(wordsOf(text), KIND_NAMES);
  if (kinds.length === 0) return { text, places: [], kinds: [] };
  const { means: places, rest: left } = take(rest, namesOfPlaces());
  return { text: left.join(' '), places, kinds };
}
