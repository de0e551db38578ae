/** What a TikTok URL opens. One word a kind; the tables in `paths.ts` and `hosts.ts` assign them. */
export const LINK_KINDS = [
  'video',
  'photo',
  'profile',
  'live',
  'short-link',
  'embed',
  'playlist',
  'collection',
  'tag',
  'music',
  'effect',
  'place',
  'discover',
  'search',
  'feed',
  'home',
  'login',
  'shop',
  'corporate',
  'app-page',
  'app-link',
  'outbound',
  'other',
] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** Stands in `via` for a host that nobody lists, whose link leads where its own text says. */
export const UNKNOWN_REDIRECT = 'unknown redirect';

/**
 * The answer to "is this URL a link to TikTok, and to what?".
 *
 * - `via`: ids of the wrappers around the destination, outermost first.
 * - `destination`: WHATWG serialisation of the innermost URL, without user info and without a trailing dot in
 *   the host; null where only the app or only the host can be read. Also given for a wrapper around another site.
 * - `handle`: without `@`, percent-decoded, case as written.
 * - `videoId`: decimal digits (does not fit a double).
 * - `uploadTime`: ISO 8601 in UTC with seconds, the upper 32 bits of `videoId`.
 * - `redirector`: only with an unknown redirect; its host.
 * - `why`: only where nothing could be read; a sentence.
 */
export interface Recognition {
  readonly tiktok: boolean;
  readonly kind: LinkKind | null;
  readonly via: readonly string[];
  readonly destination: string | null;
  readonly handle: string | null;
  readonly videoId: string | null;
  readonly uploadTime: string | null;
  readonly redirector?: string | undefined;
  readonly why?: string;
}
