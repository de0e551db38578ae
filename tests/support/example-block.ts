import type { VerdictBlock } from '../../lib/register/verdict-block.ts';

/** A verdict block with as little in it as there can be. */
export const verdictBlockOf = (changes: Partial<VerdictBlock> = {}): VerdictBlock => ({
  level: 'not-allowed',
  word: 'Not allowed',
  sentence: 'It is not allowed.',
  age: null,
  ownRule: null,
  why: null,
  also: null,
  more: [],
  record: null,
  ...changes,
});
