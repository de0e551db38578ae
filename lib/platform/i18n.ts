import { browser } from 'wxt/browser';
import type messages from '../../public/_locales/en/messages.json';

export type MessageKey = keyof typeof messages;

/** A text in the browser's language, with up to nine substitutions. Every text a person reads passes through here. */
export type Translate = (key: MessageKey, ...substitutions: (string | number)[]) => string;

export const t: Translate = (key, ...substitutions) =>
  browser.i18n.getMessage(key as Parameters<typeof browser.i18n.getMessage>[0], substitutions.map(String));

const language = (tag: string): string => tag.split(/[-_]/)[0] ?? tag;
const ui = (): string => browser.i18n.getUILanguage().replace('_', '-');

/** The texts are in the browser's own language, and not in English for want of it. */
const translated = (): boolean => language(ui()) === language(t('language_tag'));

const regionOf = (tag: string): string | undefined => {
  try {
    return new Intl.Locale(tag.replace('_', '-')).region;
  } catch {
    // A browser may be set to a tag of nobody's.
    return undefined;
  }
};

/**
 * The language of the texts with the person's own region: names must not be in another language than the sentences
 * around them, and dates stand in the order that the person is used to, wherever the texts are in English for want of
 * theirs. The first tag that names a region counts. English dates read "15 March 2023" without one, and where English is
 * not written in that region: browsers would take the order of the United States there.
 *
 * @param tags BCP 47 tags of the browser's own language and of those that the person reads, weightiest first.
 */
export function localeFor(texts: string, tags: readonly string[]): string {
  const region = tags.map(regionOf).find((each) => each !== undefined);
  const own = region ? new Intl.Locale(texts, { region }).toString() : texts;
  if (language(texts) !== 'en') return own;
  return new Intl.Locale(new Intl.DateTimeFormat(own).resolvedOptions().locale).region ? own : 'en-GB';
}

/** The BCP 47 tag for texts, dates and names on this device. */
export const locale = (): string => localeFor(t('language_tag'), [ui(), ...navigator.languages]);

/** The direction in which the texts run. */
export const direction = (): 'ltr' | 'rtl' =>
  translated() && browser.i18n.getMessage('@@bidi_dir') === 'rtl' ? 'rtl' : 'ltr';
