import type { Translate } from './i18n.ts';

/** Texts by key, with `$1` to `$9` where something is put in: the messages of a locale where no browser reads them. */
export type PlainTexts = Readonly<Record<string, string>>;

/** The texts as a browser's `i18n.getMessage` gives them: empty for a key that is not there. */
export const translateFrom =
  (texts: PlainTexts): Translate =>
  (key, ...substitutions) =>
    (texts[key] ?? '').replace(/\$([1-9])/g, (_, number) => String(substitutions[Number(number) - 1] ?? ''));
