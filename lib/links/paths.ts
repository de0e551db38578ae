import { parameter } from './decoders.ts';
import type { HostClass } from './hosts.ts';
import type { LinkKind } from './recognition.ts';

/** The account and the post that a URL names; null or empty where it names none. */
export interface Subject {
  readonly handle: string | null;
  readonly videoId: string | null;
}

type Reading = readonly [kind: LinkKind, handle?: string, videoId?: string];

/** Kinds by the path's second part after a handle (`/@handle/WORD/…`); any other is the profile. */
const AFTER_HANDLE = 'video photo live playlist collection';

/** Kinds by the path's first word, `kind word word…` a line; a kind's own name is a word too. */
const WORDS = `short-link t
video v item
embed player embed.js oembed
profile user usr
live
music
tag challenge hashtag
effect sticker
place
discover
search
feed foryou following friends explore trending
login signup
shop view product
outbound link
corporate about legal community-guidelines transparency creators forgood safety
app-page download download-link ug tiktokstudio upload messages coin setting`;

/** Folders that may stand before a word: a language by BCP 47 (`/es-419/`, `/zh-Hant-TW/`, `/pt_BR/`), old share pages. */
const FOLDER = /^([a-z]{2,3}([-_][a-z\d]{2,8})*|i18n|h5|share)$/i;
const MAX_FOLDERS = 3;

/** Kinds whose path holds the id of a post. */
const HOLDS_POST = /^(video|photo|embed)$/;

/** Kinds whose URL may hold the id of a post in its query or fragment instead. */
const MAY_HOLD_POST = /^(video|photo|profile|feed|home|other)$/;

/** Kinds that the host decides. */
const BY_HOST: Readonly<Partial<Record<HostClass, LinkKind>>> = {
  app: 'app-link',
  corporate: 'corporate',
  shop: 'shop',
};

/** Kinds that may carry another URL in a parameter, and names of it in order of preference. */
const CARRIES: Readonly<Partial<Record<LinkKind, string>>> = {
  login: 'redirect_url',
  embed: 'url',
  'app-link': 'af_dp,af_web_dp,deep_link_value',
};

/**
 * A handle as written, without `@` and percent-decoded. Empty for what only stands in its place: nothing, the
 * placeholder `_`, a user number, a secUid; and for text that cannot be one (other signs than `.`, `_` and `-`, a
 * dot at the end, more than 64 characters).
 */
export function readHandle(raw: string): string {
  try {
    // Copies that lost or escaped their question mark have parameters after the handle.
    const handle = decodeURIComponent(raw).replace(/^@|[?#&;].*/gs, '');
    // Nearly all are of ASCII, and a browser takes a millisecond to get ready the pattern for the others.
    const reads = /^[\w.-]{1,64}$/.test(handle) || /^[\p{L}\p{M}\p{N}._-]{1,64}$/u.test(handle);
    return reads && !/^_$|^\d{17,}$|^MS4wLjABAAAA|\.$/.test(handle) ? handle : '';
  } catch {
    return '';
  }
}

/** The id of a post where the text begins with one: at most 20 digits (64 bits), then no letter or digit. */
export function readPostId(text: string): string {
  return /^\d{1,20}(?!\w)/.exec(text)?.[0] ?? '';
}

/**
 * Reads a path alone. Words are compared without regard to case (public extractors do the same); doubled
 * slashes count once.
 */
function readPath(pathname: string): Reading {
  const parts = pathname.replace(/%40/g, '@').split('/').filter(Boolean);
  for (let at = 0; at <= MAX_FOLDERS; at++) {
    const [part = '', after = '', more = ''] = parts.slice(at, at + 3);
    const word = part.toLowerCase();
    if (!word) return ['home'];
    if (word.startsWith('@')) {
      const kind = AFTER_HANDLE.split(' ').find((name) => name === after.toLowerCase()) ?? 'profile';
      return [kind as LinkKind, readHandle(part), HOLDS_POST.test(kind) ? readPostId(more) : ''];
    }
    for (const line of WORDS.split('\n')) {
      const words = line.split(' ');
      if (!words.includes(word)) continue;
      const kind = words[0] as LinkKind;
      const place = /^v\d+$/.test(after) ? more : after;
      return [
        kind,
        kind === 'embed' && place.startsWith('@') ? readHandle(place) : '',
        HOLDS_POST.test(kind) ? readPostId(place) : '',
      ];
    }
    if (!FOLDER.test(word)) break;
  }
  return ['other'];
}

/**
 * Reads a URL on a TikTok host of the given class.
 *
 * @param carried reads a URL that stands in a parameter of this one; null where that is not TikTok
 */
export function readTikTokUrl(
  { hostname, pathname, search, hash }: URL,
  host: HostClass,
  carried: (text: string | null) => Subject | null,
): Subject & { readonly kind: LinkKind } {
  const byHost = BY_HOST[host];
  let [kind, handle = '', videoId = ''] = byHost ? [byHost] : readPath(pathname);
  // `t.` serves both share pages and short codes; on `vm.` and `vt.` every other path begins with a code.
  const coded = host === 'short' || hostname.startsWith('t.');
  if (kind === 'other' && coded && /^\/[\w-]+(\/|$)/.test(pathname)) kind = 'short-link';
  for (const name of CARRIES[kind]?.split(',') ?? []) {
    const subject = carried(parameter(search, name));
    handle ||= subject?.handle ?? '';
    videoId ||= subject?.videoId ?? '';
  }
  if (!videoId && MAY_HOLD_POST.test(kind)) {
    // Old web player: the post stands in the fragment (`#/@handle/video/ID`) or in a parameter, which copies
    // with a lost question mark have in the path (`/@handle/video/is_copy_url=1&item_id=ID`).
    const [routeKind, routeHandle = '', routeId] = readPath(hash.startsWith('#/@') ? hash.slice(1) : '');
    const [, item = ''] = /[?&/](?:item_id|shareId)=(\d{1,20})(?!\w)/i.exec(pathname + search) ?? [];
    handle ||= routeHandle;
    videoId = routeId || item;
    if (videoId && kind !== 'photo') kind = routeId ? routeKind : 'video';
  }
  return { kind, handle, videoId };
}
