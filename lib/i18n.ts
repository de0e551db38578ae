import { browser } from 'wxt/browser';
import type messages from '../public/_locales/en/messages.json';

export type MessageKey = keyof typeof messages;

/** A text in the browser's language, with up to nine substitutions. Every text a person reads passes through here. */
export type Translate = (key: MessageKey, ...substitutions: (string | number)[]) => string;

export const t: Translate = (key, ...substitutions) =>
  browser.i18n.getMessage(key as Parameters<typeof browser.i18n.getMessage>[0], substitutions.map(String));

/** The browser's interface language as a BCP 47 tag. */
export const locale = (): string => browser.i18n.getUILanguage();
