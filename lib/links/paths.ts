import { parameter } from './decoders.ts';
import type { HostClass } from './hosts.ts';
import type { LinkKind } from './recognition.ts';

/** The account and the post that an address names. */
export interface Subject {
  readonly handle: string | null;
  readonly videoId: string | null;
}

/** What the path, query and fragment of a TikTok address say. */
export interface AddressReading extends Subject {
  readonly kind: LinkKind;
}

/** Nobody and nothing named. */
export const NOBODY: Subject = { handle: null, videoId: null };

/** Kinds by the path's second part after a handle (`/@handle/WORD/…`); any other is the profile. */
const AFTER_HANDLE = 'video photo live playlist collection';

/** Kinds by the path's first word, `kind word word…` a line; a kind's own name is a word too. */
const WORDS = `video v item
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
app-page download download-link ug tiktokstudio upload messages coin setting`
  .split('\n')
  .map((line) => line.split(' '));

/** Kinds whose path holds the id of a post. */
const HOLDS_POST = /^(video|photo|embed)$/;

/** Kinds whose address may hold the id of a post in its query or fragment instead. */
const MAY_HOLD_POST = /^(video|photo|profile|feed|home|other)$/;

/** Kinds that may carry another address in a parameter, and names of it in order of preference. */
const CARRIES: Readonly<Partial<Record<LinkKind, string>>> = {
  login: 'redirect_url',
  embed: 'url',
  'app-link': 'af_dp,af_web_dp,deep_link_value',
};

/**
 * A handle as written, without `@` and percent-decoded. Null for what only stands in its place: nothing, the
 * placeholder `_`, a user number, a secUid; and for text that no screen should repeat (control characters,
 * blanks, more than 64 characters).
 */
export function readHandle(raw: string): string | null {
  try {
    const handle = decodeURIComponent(raw).replace(/^@/, '');
    return /^_$|^\d{17,}$|^MS4wLjABAAAA/.test(handle) || !/^[^\p{C}\p{Z}/@]{1,64}$/u.test(handle)
      ? null
      : handle;
  } catch {
    return null;
  }
}

/** The id of a post where the text begins with one: at most 20 digits (64 bits), then no letter or digit. */
export function readPostId(text: string | undefined): string | null {
  return /^\d{1,20}(?!\w)/.exec(text ?? '')?.[0] ?? null;
}

/**
 * Reads a path alone. Words are compared without regard to case (public extractors do the same); doubled
 * slashes count once. Folders for a locale (`/en/`, `/pt_BR/`) and for shares (`/i18n/share/`, `/h5/share/`)
 * before a known word are skipped.
 */
function readPath(pathname: string): AddressReading {
  const parts = pathname.replace(/%40/g, '@').split('/').filter(Boolean);
  const [first = '', second = ''] = parts;
  if (/^t$/i.test(first) && /^[\w-]+$/.test(second)) return { kind: 'short-link', ...NOBODY };
  for (let at = 0; ; at++) {
    const [word, after, more] = parts.slice(at, at + 3);
    if (word === undefined) return { kind: 'home', ...NOBODY };
    if (word.startsWith('@')) {
      const kind = AFTER_HANDLE.split(' ').find((name) => name === after?.toLowerCase());
      return {
        kind: (kind ?? 'profile') as LinkKind,
        // In copies that lost their question mark, parameters follow the handle.
        handle: readHandle(word.replace(/[&;].*/, '')),
        videoId: kind && HOLDS_POST.test(kind) ? readPostId(more) : null,
      };
    }
    const line = WORDS.find((words) => words.includes(word.toLowerCase()));
    if (line) {
      const kind = line[0] as LinkKind;
      const place = /^v\d+$/.test(after ?? '') ? more : after;
      return {
        kind,
        handle: kind === 'embed' && place?.startsWith('@') ? readHandle(place) : null,
        videoId: HOLDS_POST.test(kind) ? readPostId(place) : null,
      };
    }
    if (!/^([a-z]{2}([-_][a-z]{2})?|i18n|h5|share)$/i.test(word)) return { kind: 'other', ...NOBODY };
  }
}

/**
 * Reads an address on a TikTok host of the given class.
 *
 * @param carried reads an address that stands in a parameter of this one; null where that is not TikTok
 */
export function readAddress(
  url: URL,
  host: HostClass,
  carried: (text: string) => Subject | null,
): AddressReading {
  if (host === 'corporate' || host === 'shop') return { kind: host, ...NOBODY };
  let { kind, handle, videoId } =
    host === 'app' ? { kind: 'app-link' as LinkKind, ...NOBODY } : readPath(url.pathname);
  // `t.` serves both share pages and short codes; on `vm.` and `vt.` every one-part path is a code.
  const coded = host === 'short' || url.hostname.startsWith('t.');
  if (kind === 'other' && coded && /^\/[\w-]+\/*$/.test(url.pathname)) kind = 'short-link';
  for (const name of CARRIES[kind]?.split(',') ?? []) {
    const subject = carried(parameter(url.search, name) ?? '');
    handle ??= subject?.handle ?? null;
    videoId ??= subject?.videoId ?? null;
  }
  if (!videoId && MAY_HOLD_POST.test(kind)) {
    // Old web player: the post stands in the fragment (`#/@handle/video/ID`) or in a parameter, which copies
    // with a lost question mark have in the path (`/@handle/video/is_copy_url=1&item_id=ID`).
    const route = url.hash.startsWith('#/@') ? readPath(url.hash.slice(1)) : null;
    const parameter = /[?&/](?:item_id|shareId)=(\d{1,20})(?!\w)/i.exec(url.pathname + url.search);
    handle ??= route?.handle ?? null;
    videoId = route?.videoId ?? parameter?.[1] ?? null;
    if (videoId) kind = route?.videoId ? route.kind : kind === 'photo' ? kind : 'video';
  }
  return { kind, handle, videoId };
}
