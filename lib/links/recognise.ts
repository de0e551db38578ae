import { isAppProtocol, readAppLink, readIntent } from './app-links.ts';
import { resolvableHost, tiktokHost } from './hosts.ts';
import { NOBODY, readAddress, type Subject } from './paths.ts';
import type { LinkKind, Recognition } from './recognition.ts';
import { unwrap } from './unwrap.ts';
import { uploadTime } from './upload-time.ts';

/** Wrappers taken off at most, one inside the other. */
const MAX_DEPTH = 5;

/** The one part of `www.tiktokv.com` that is for people; data exports link to it. */
const SHARE_PAGE = /^\/share\/video\/\d/;

const no = (via: readonly string[], destination: string | null): Recognition => ({
  tiktok: false,
  kind: null,
  via,
  destination,
  handle: null,
  videoId: null,
  uploadTime: null,
});

const yes = (
  kind: LinkKind,
  via: readonly string[],
  destination: string | null,
  { handle, videoId }: Subject,
): Recognition => ({
  tiktok: true,
  kind,
  via,
  destination,
  handle,
  videoId,
  uploadTime: videoId && uploadTime(videoId),
});

/** Serialises without user info and without a dot at the host's end. Changes the given URL. */
function plain(url: URL, host: string): string {
  // Each setter makes the browser write the address anew.
  if (url.username) url.username = '';
  if (url.password) url.password = '';
  if (url.hostname !== host) url.hostname = host;
  return url.href;
}

/** Follows a URL through wrappers to the address it opens. Every step goes one deeper, so it ends. */
function follow(url: URL, via: readonly string[], depth: number): Recognition {
  const { protocol } = url;
  /** The answer for another address that stands inside this one; null where it is not TikTok. */
  const inside = (text: string | null): Recognition | null => {
    const inner = text && depth <= MAX_DEPTH ? URL.parse(text, url) : null;
    const answer = inner && follow(inner, [], depth + 1);
    return answer?.tiktok ? answer : null;
  };

  if (isAppProtocol(protocol)) {
    const link = readAppLink(url);
    const page = inside(link.page);
    return yes('app-link', via, page?.destination ?? null, page ?? link);
  }
  if (protocol === 'intent:') {
    const intent = readIntent(url);
    const opened = intent && inside(intent.target);
    if (!intent || !(opened || intent.toApp)) return no(via, null);
    if (opened?.destination) return { ...opened, via: [...via, ...opened.via] };
    const fallback = inside(intent.fallback);
    const subject = opened?.handle || opened?.videoId ? opened : fallback;
    return yes('app-link', via, fallback?.destination ?? null, subject ?? NOBODY);
  }
  if (!/^https?:$/.test(protocol)) return no(via, null);

  const host = resolvableHost(url.hostname);
  if (!host) return no(via, null);
  const tiktok = tiktokHost(host);
  if (tiktok && (tiktok !== 'share-only' || SHARE_PAGE.test(url.pathname))) {
    const { kind, ...subject } = readAddress(url, tiktok, inside);
    return yes(kind, via, plain(url, host), subject);
  }
  const step = unwrap(url, host);
  if (step === undefined) return no(via, via.length > 0 ? plain(url, host) : null);
  if (!step || depth >= MAX_DEPTH) return no(via, null);
  const inner = [...via, step.id];
  if (step.target instanceof URL) return follow(step.target, inner, depth + 1);
  // Only a host: an address on it with an unknown path tells the kind.
  const named = URL.parse(`https://${step.target.host}/_`);
  const answer = named && follow(named, [], MAX_DEPTH);
  return answer?.tiktok ? yes(answer.kind ?? 'other', inner, null, NOBODY) : no(inner, null);
}

/**
 * Says whether an address is a link to TikTok, and to what. Offline and by rules alone: the address is parsed by
 * the URL standard, known wrappers are taken off, and the host that is left decides.
 *
 * Total: any string gets an answer, in time linear in its length.
 *
 * @param url the address as it stands in the attribute, entities decoded
 * @param base address that relative ones are resolved against, usually the document's base address
 */
export function recognise(url: string, base?: string): Recognition {
  const parsed = URL.parse(url, base);
  return parsed
    ? follow(parsed, [], 0)
    : { ...no([], null), why: 'The URL standard cannot read this as an address.' };
}
