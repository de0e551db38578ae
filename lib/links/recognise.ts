import { isAppProtocol, readAppLink, readIntent } from './app-links.ts';
import { resolvableHost, tiktokHost } from './hosts.ts';
import { readAddress, type Subject } from './paths.ts';
import type { LinkKind, Recognition } from './recognition.ts';
import { MAX_DEPTH, unwrap } from './unwrap.ts';
import { uploadTime } from './upload-time.ts';

/** The one part of `www.tiktokv.com` that is for people; data exports link to it. */
const SHARE_PAGE = /^\/share\/video\/\d/;

/** An answer; not TikTok where there is no kind. */
const answer = (
  kind: LinkKind | null,
  via: readonly string[],
  destination: string | null,
  subject?: Subject | null,
): Recognition => ({
  tiktok: !!kind,
  kind,
  via,
  destination,
  handle: subject?.handle || null,
  videoId: subject?.videoId || null,
  uploadTime: subject?.videoId ? uploadTime(subject.videoId) : null,
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
    const found = inner && follow(inner, [], depth + 1);
    return found?.tiktok ? found : null;
  };

  const isWeb = protocol === 'https:' || protocol === 'http:';
  if (!isWeb && isAppProtocol(protocol)) {
    const link = readAppLink(url);
    const page = inside(link.page);
    return answer('app-link', via, page?.destination ?? null, page ?? link);
  }
  if (protocol === 'intent:') {
    const intent = readIntent(url);
    const opened = intent && inside(intent.target);
    if (!intent || !(opened || intent.toApp)) return answer(null, via, null);
    if (opened?.destination) return { ...opened, via: [...via, ...opened.via] };
    const fallback = inside(intent.fallback);
    const subject = opened?.handle || opened?.videoId ? opened : fallback;
    return answer('app-link', via, fallback?.destination ?? null, subject);
  }
  const host = isWeb ? resolvableHost(url.hostname) : null;
  if (!host) return answer(null, via, null);
  const tiktok = tiktokHost(host);
  if (tiktok && (tiktok !== 'share-only' || SHARE_PAGE.test(url.pathname))) {
    const reading = readAddress(url, tiktok, inside);
    return answer(reading.kind, via, plain(url, host), reading);
  }
  const step = unwrap(url, host);
  if (!step || depth >= MAX_DEPTH) {
    return answer(null, via, step === undefined && via[0] ? plain(url, host) : null);
  }
  const inner = [...via, step.id];
  if (step.to instanceof URL) return follow(step.to, inner, depth + 1);
  // Only a host: an address on it with an unknown path tells the kind.
  const named = URL.parse(`https://${step.to.host}/_`);
  return answer(named && follow(named, [], MAX_DEPTH).kind, inner, null);
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
    : { ...answer(null, [], null), why: 'No address by the URL standard.' };
}
