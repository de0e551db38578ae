import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Translate } from '../../lib/platform/i18n.ts';
import { type PlainTexts, translateFrom } from '../../lib/platform/plain-texts.ts';
import type { Language } from '../../lib/register/labels.ts';
import type { Register } from '../../lib/register/schema.ts';
import { placeNames, subdivisionsOf } from './subdivision-names.ts';

interface Message {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

const messages: Readonly<Record<string, Message>> = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../public/_locales/en/messages.json'), 'utf8'),
);

/** Every English text by key, its placeholders as numbers. */
export const ENGLISH: PlainTexts = Object.fromEntries(
  Object.entries(messages).map(([key, { message, placeholders = {} }]) => [
    key,
    message.replace(/\$(\w+)\$/g, (_, name: string) => placeholders[name.toLowerCase()]?.content ?? ''),
  ]),
);

/** The English texts as a browser gives them; throws for a key that is missing. */
export const translate: Translate = (key, ...substitutions) => {
  if (!(key in ENGLISH)) throw new Error(`no text for ${key}`);
  return translateFrom(ENGLISH)(key, ...substitutions);
};

/** English with the names of the places that a register speaks of. */
export const englishFor = (register: Register): Language => ({
  t: translate,
  locale: 'en-GB',
  places: placeNames(subdivisionsOf(register), ['en']).en ?? {},
});
