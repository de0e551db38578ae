/*
 * In Chromium, a page can tell how much memory its process has in use, to the byte. What differs with the verdict, and
 * waits there for marks, card and question, is made of one length for all verdicts.
 */

/** Characters by which texts grow; about twice what is usual, as each step can be told from the next. */
const STEP = { rules: 4096, words: 8192 } as const;

const padded = (text: string, step: number): string => text.padEnd(step * Math.ceil(text.length / step));

/** A style sheet with spaces at its end. */
export const paddedRules = (css: string): string => padded(css, STEP.rules);

/**
 * JSON with spaces at its end. Browsers keep each character of a text in one byte, or in two where any of them needs
 * that; so there always is one that does.
 */
export const paddedWords = (value: object): string =>
  padded(JSON.stringify({ '…': 0, ...value }), STEP.words);
