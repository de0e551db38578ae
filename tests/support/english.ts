import { readFileSync } from 'node:fs';
import type { Translate } from '../../lib/platform/i18n.ts';
import type { Language } from '../../lib/register/labels.ts';

interface Message {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

const messages: Readonly<Record<string, Message>> = JSON.parse(
  readFileSync(new URL('../../public/_locales/en/messages.json', import.meta.url), 'utf8'),
);

/** The English texts as a browser gives them; throws for a key that is missing. */
export const translate: Translate = (key, ...substitutions) => {
  const entry = messages[key];
  if (!entry) throw new Error(`no text for ${key}`);
  return entry.message.replace(/\$(\w+)\$/g, (_, name: string) => {
    const content = entry.placeholders?.[name.toLowerCase()]?.content ?? '';
    return String(substitutions[Number(content.slice(1)) - 1] ?? '');
  });
};

export const english: Language = {
  t: translate,
  locale: 'en-GB',
  places: { 'GB-SCT': 'Scotland', 'US-TX': 'Texas', 'US-MT': 'Montana', 'CA-QC': 'Quebec' },
};
