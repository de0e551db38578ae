import { recognise } from './recognise.ts';

/** A URL with a scheme, or a host with at least one dot and what follows it; a mail address is none. */
const URLS =
  /[a-z][a-z\d+.-]*:\/\/[^\s<>"'“”«»]+|(?<![\p{L}\p{N}@.-])(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?![\p{L}\p{N}@])(?:[/?#:][^\s<>"'“”«»]*)?/giu;

const HAS_SCHEME = /^[a-z][a-z\d+.-]*:\/\//i;
/** What ends a sentence around a URL rather than the URL. */
const AFTER = /[.,;:!?…)\]}]+$/;
/** Texts are selected by hand; more is not looked through. */
const MOST = 20_000;

/**
 * The URL in a text as a person selects it, with a scheme: the first that is a link to TikTok, else the first
 * that has a scheme, else the first; null without one.
 */
export function urlIn(text: string): string | null {
  const found = (text.slice(0, MOST).match(URLS) ?? []).map((each) => each.replace(AFTER, ''));
  const withScheme = (each: string) => (HAS_SCHEME.test(each) ? each : `https://${each}`);
  return (
    found.map(withScheme).find((each) => recognise(each).tiktok) ??
    found.find((each) => HAS_SCHEME.test(each)) ??
    found.map(withScheme)[0] ??
    null
  );
}
