/*
 * Words in any alphabet. A browser takes long to get the class of all letters ready (0.2 to 0.5 ms), and on most pages the
 * plain letters tell. So it is asked for only where something else is written.
 */

/** Whether a text has two letters. */
export const holdsWord = (text: string): boolean =>
  /[a-z].*?[a-z]/is.test(text) || (/[\x80-\uffff]/.test(text) && /\p{L}.*?\p{L}/su.test(text));

/** Whether a text begins with a space, a letter, a digit or an opening bracket, before which a line may end. */
export const beginsWord = (text: string): boolean =>
  /^[\sa-z\d(]/i.test(text) || (text >= '\x80' && /^[\p{L}\p{N}]/u.test(text));
