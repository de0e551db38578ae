import type { LinkKind } from './recognition.ts';

/*
 * URLs as nearly all are written. One look at the text says of them what `recognise` says after parsing: they
 * lead to TikTok, and mostly also to what. Pages with many links are read several times as fast this way.
 */

/** TikTok's own site under its usual names; nothing before the path can be read otherwise than it is written. */
const TIKTOK = /^https?:\/\/(?:(?:www|m|(v)[mt])\.)?tiktok\.com\//;

/** Those of the kinds that are most frequent, by the path, before which the hosts of short links have a `v`. */
const KINDS: readonly (readonly [LinkKind, RegExp])[] = [
  ['video', /^v?\/@[\w.-]+\/video\/\d{1,20}\/?(?:\?[^#]*)?$/],
  ['profile', /^v?\/@[\w.-]+\/?$/],
  ['short-link', /^v\/Z\w{5,}\/?$/],
  ['tag', /^\/tag\/[\w-][\w.-]*\/?$/],
];

/** Whether a URL as it stands in an attribute leads to TikTok for certain. False says nothing. */
export const isPlainlyTikTok = (rawUrl: string): boolean => TIKTOK.test(rawUrl);

/** The kind of a URL of which {@link isPlainlyTikTok} is true; undefined where that takes a closer look. */
export function plainKind(rawUrl: string): LinkKind | undefined {
  const path = rawUrl.replace(TIKTOK, '$1/');
  return KINDS.find(([, pattern]) => pattern.test(path))?.[0];
}
