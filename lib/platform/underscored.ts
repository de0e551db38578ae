type Underscored<Word extends string> = Word extends `${infer Head}-${infer Tail}`
  ? `${Head}_${Underscored<Tail>}`
  : Word;

/** The part of a message key that stands for a word of data; keys cannot hold hyphens. */
export const underscored = <Word extends string>(word: Word): Underscored<Word> =>
  word.replaceAll('-', '_') as Underscored<Word>;
