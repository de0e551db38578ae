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

/**
 * The language of the texts as a BCP 47 tag, with the browser's region where the language is the same: dates and
 * names must not be in another language than the sentences around them.
 */
export const locale = (): string => (translated() ? ui() : t('language_tag'));

/** The direction in which the texts run. */
export const direction = (): 'ltr' | 'rtl' =>
  translated() && browser.i18n.getMessage('@@bidi_dir') === 'rtl' ? 'rtl' : 'ltr';
