import { kindName, type Language } from './labels.ts';
import type { Organisation } from './organisations.ts';
import { namesOfKind, otherNamesOfOrganisation, otherNamesOfPlace } from './other-names.ts';
import { COUNTRIES, placeName, placeNameInFull, placesAround } from './places.ts';
import type { IssuerKind } from './schema.ts';
import { wordsOf } from './text-search.ts';

/*
 * Search over everything that a person may belong to: places and organisations in one list, by any of their names,
 * with slips of the keyboard.
 */

/** A place by its ISO 3166 code, or an organisation by its id. */
export interface Belonging {
  readonly type: 'place' | 'organisation';
  readonly id: string;
}

/** One group of words of an item: which, and what a hit in it is worth. */
interface Field {
  readonly weight: number;
  readonly words: readonly string[];
}

interface Item {
  readonly belonging: Belonging;
  /** Each name as its words. */
  readonly names: readonly (readonly string[])[];
  /** Names that it goes by among others and never alone: that of the place it governs. */
  readonly governs: readonly (readonly string[])[];
  readonly fields: readonly Field[];
  /** Breaks ties: less is nearer to what most people mean. */
  readonly rank: number;
}

export type Belongings = readonly Item[];

/** Whose name is meant first where several fit: places, then bodies over many people. */
const RANKS: Readonly<Record<IssuerKind, number>> = {
  'national-government': 2,
  'subnational-government': 2,
  supranational: 2,
  parliament: 3,
  'ministry-or-agency': 4,
  military: 4,
  'regulator-or-court': 5,
  'city-or-local': 5,
  university: 5,
  'public-broadcaster': 5,
  company: 6,
  other: 7,
};

/** Bodies that people call by the name of the place. */
const GOVERNMENTS: readonly IssuerKind[] = ['national-government', 'subnational-government'];

const NAME = 8;
const OTHER_NAME = 7;
const PLACE = 6;
const KIND = 5;
const ABOUT = 1;

const distinct = (texts: readonly (string | null | undefined)[]): string[] => [
  ...new Set(texts.flatMap((text) => text || [])),
];
const field = (weight: number, texts: readonly (string | null | undefined)[]): Field => ({
  weight,
  words: distinct(texts.flatMap((text) => wordsOf(text ?? ''))),
});

/** The language of the texts, and every language that the person reads, as BCP 47 tags. */
interface Naming {
  readonly language: Language;
  readonly locales: readonly string[];
}

/** Every name of a place: in the person's languages, in English, and those in other use. */
const namesOfPlace = (code: string, { language: { places }, locales }: Naming): string[] =>
  distinct([...locales.map((locale) => placeName(code, locale, places)), ...otherNamesOfPlace(code)]);

/** "European External Action Service" is looked for as "EEAS", "Universitetet i Oslo" as "UiO". */
function initialsOf(name: string | null): string[] {
  const words = (name ?? '').split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const first = (list: readonly string[]) => list.map((word) => word.charAt(0)).join('');
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word));
  return [first(capitals), first(words)].filter((initials) => initials.length > 1);
}

function placeItem(code: string, naming: Naming): Item {
  const { locale, places } = naming.language;
  const names = namesOfPlace(code, naming);
  const isPart = code.includes('-');
  return {
    belonging: { type: 'place', id: code },
    names: [...names, ...(isPart ? [placeNameInFull(code, locale, places)] : []), code].map(wordsOf),
    governs: [],
    fields: [
      field(NAME, names),
      field(PLACE, isPart ? placesAround(code).flatMap((around) => namesOfPlace(around, naming)) : []),
      field(ABOUT, [code]),
    ],
    rank: isPart ? 1 : 0,
  };
}

function organisationItem(organisation: Organisation, naming: Naming): Item {
  const { id, name, nativeName, kind, jurisdiction, appliesTo } = organisation;
  const others = otherNamesOfOrganisation(id);
  const names = distinct([name, nativeName, ...(nativeName?.split('/') ?? []), ...others]);
  const initials = [...initialsOf(name), ...initialsOf(nativeName)];
  return {
    belonging: { type: 'organisation', id },
    names: [...names, ...initials].map(wordsOf),
    governs: GOVERNMENTS.includes(kind) ? namesOfPlace(jurisdiction, naming).map(wordsOf) : [],
    fields: [
      field(NAME, [name, nativeName]),
      field(OTHER_NAME, [...others, ...initials]),
      field(PLACE, [
        jurisdiction,
        ...placesAround(jurisdiction).flatMap((code) => namesOfPlace(code, naming)),
      ]),
      field(KIND, [kindName(kind, naming.language), ...namesOfKind(kind)]),
      field(ABOUT, appliesTo),
    ],
    rank: RANKS[kind],
  };
}

/**
 * Makes places and organisations ready. Once a register and language; some milliseconds.
 *
 * @param reads BCP 47 tags of the languages that the person reads besides that of the texts.
 */
export function prepareBelongings(
  organisations: readonly Organisation[],
  language: Language,
  reads: readonly string[] = [],
): Belongings {
  const naming = { language, locales: distinct([language.locale, 'en', ...reads]) };
  return [
    ...[...COUNTRIES, ...Object.keys(language.places)].map((code) => placeItem(code, naming)),
    ...organisations.map((organisation) => organisationItem(organisation, naming)),
  ];
}

/** Words that tell nothing apart, in the languages in which names are given. */
const FILLERS = new Set(
  'a an and at by for from in of on the to de del der des die das den du d la le les l van het i og och und et y e my'.split(
    ' ',
  ),
);

/** Longest words in which one and two slips are forgiven; shorter words must be right. */
const slipsIn = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

/** From this length on, what is typed with a slip may be the beginning of a word. */
const BEGINNING = 6;

/**
 * Whether `word` becomes `target`, or a beginning of it, by at most `most` slips: a letter left out, added, changed, or
 * two that changed places.
 */
export function isSlipOf(word: string, target: string, most: number): boolean {
  if (most === 0 || word.charAt(0) !== target.charAt(0)) return false;
  const wide = target.length;
  let before: number[] = [];
  let last = Array.from({ length: wide + 1 }, (_, index) => index);
  for (let row = 1; row <= word.length; row++) {
    const now = [row];
    for (let column = 1; column <= wide; column++) {
      const same = word[row - 1] === target[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (now[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = word[row - 1] === target[column - 2] && word[row - 2] === target[column - 1];
      if (row > 1 && column > 1 && swapped) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      now.push(cost);
    }
    before = last;
    last = now;
  }
  // The rest of a longer word may still be to come; of a short one nearly anything could be the beginning.
  const ends = word.length < BEGINNING ? last.slice(-1) : last.slice(word.length - most);
  return ends.some((cost) => cost <= most);
}

/** What a word of the query is worth in an item, and whether it was found with a slip; null where it is not there. */
function worth(word: string, { fields }: Item): { weight: number; slip: boolean } | null {
  for (const { weight, words } of fields) {
    if (words.includes(word)) return { weight: weight + 0.5, slip: false };
    if (words.some((own) => own.startsWith(word))) return { weight, slip: false };
  }
  const most = slipsIn(word);
  for (const { weight, words } of fields)
    if (weight > ABOUT && words.some((own) => isSlipOf(word, own, most)))
      return { weight: weight / 2, slip: true };
  return null;
}

const WHOLE_NAME = 40;
const BEGINS_NAME = 12;
const MISSING = -20;

/** How well an item fits; null where it does not. */
function scoreOf(query: readonly string[], item: Item): number | null {
  const found = query.map((word) => worth(word, item));
  const missing = found.filter((one) => one === null).length;
  if (missing > 1 || missing === query.length) return null;
  const sum = found.reduce((all, one) => all + (one?.weight ?? MISSING), 0);
  const text = query.join(' ');
  const told = (words: readonly string[]) => words.filter((word) => !FILLERS.has(word)).join(' ');
  const names = item.names.map(told);
  const slip = found.some((one) => one?.slip);
  // Of a longer query one word may be unknown: "French ministry of sports"; of two, where the other is a whole name.
  if (missing === 1 && query.length === 2 && !query.some((word) => names.includes(word))) return null;
  if (names.includes(text)) return sum + WHOLE_NAME;
  const begun = [...names, ...item.governs.map(told)];
  if (!slip && begun.some((name) => name.startsWith(text))) return sum + BEGINS_NAME;
  if (!slip) return sum;
  // A slip in a whole name beats a whole word in a longer one, and fewer slips beat more.
  const near = [1, 2].find((most) =>
    names.some((name) => Math.abs(name.length - text.length) <= most && isSlipOf(text, name, most)),
  );
  return near ? sum + BEGINS_NAME / near : sum;
}

/** The places and organisations that fit what is typed, best first; none for an empty text. */
export function findBelongings(list: Belongings, text: string): Belonging[] {
  const all = wordsOf(text);
  const telling = all.filter((word) => !FILLERS.has(word));
  const query = telling.length > 0 ? telling : all;
  if (query.length === 0) return [];
  return list
    .flatMap((item) => {
      const score = scoreOf(query, item);
      return score === null ? [] : [{ item, score }];
    })
    .sort(
      (a, b) =>
        b.score - a.score ||
        a.item.rank - b.item.rank ||
        shortest(a.item) - shortest(b.item) ||
        (a.item.belonging.id < b.item.belonging.id ? -1 : 1),
    )
    .map(({ item }) => item.belonging);
}

/** A shorter name is more likely the one that was begun. */
const shortest = ({ names }: Item): number => names[0]?.join(' ').length ?? 0;
