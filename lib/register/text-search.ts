/*
 * Search as you type over a prepared list: each word of the query must begin a word of the item. Letters are folded,
 * so that "Quebec" finds "Québec" and "Aland" finds "Åland".
 */

/** Texts of an item with what a hit in them is worth; a greater weight ranks higher. */
export type Fields = readonly (readonly [weight: number, texts: readonly (string | null | undefined)[]])[];

/** A list made ready once, so that each key stroke only compares strings. */
export interface Prepared<T> {
  readonly items: readonly {
    readonly item: T;
    readonly fields: readonly { readonly weight: number; readonly words: string }[];
  }[];
}

export interface Hit<T> {
  readonly item: T;
  readonly score: number;
}

/** Letters that Unicode does not take apart into a base letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');
/** Scripts written without spaces: a query may begin inside a run of letters. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/u;

/** The words of a text, folded to lower case without marks. */
export const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** Makes a list ready; `fieldsOf` names the texts of an item. */
export function prepare<T>(items: readonly T[], fieldsOf: (item: T) => Fields): Prepared<T> {
  return {
    items: items.map((item) => ({
      item,
      fields: fieldsOf(item)
        .map(([weight, texts]) => ({
          weight,
          // The space in front of each word lets `includes` find beginnings only.
          words: ` ${[...new Set(texts.flatMap((text) => wordsOf(text ?? '')))].join(' ')} `,
        }))
        .sort((a, b) => b.weight - a.weight),
    })),
  };
}

/** The items in which every word of `text` begins a word, best first, else in the prepared order. No text: all. */
export function find<T>(prepared: Prepared<T>, text: string): Hit<T>[] {
  const words = wordsOf(text).map((word) => ({
    part: UNSPACED.test(word) ? word : ` ${word}`,
    whole: ` ${word} `,
  }));
  const hits: Hit<T>[] = [];
  for (const { item, fields } of prepared.items) {
    let score = 0;
    for (const { part, whole } of words) {
      const field = fields.find(({ words: own }) => own.includes(part));
      if (!field) {
        score = -1;
        break;
      }
      // A whole word beats a beginning in the same field, never a better field.
      score += field.weight + (field.words.includes(whole) ? 0.5 : 0);
    }
    if (score >= 0) hits.push({ item, score });
  }
  return words.length === 0 ? hits : hits.sort((a, b) => b.score - a.score);
}
