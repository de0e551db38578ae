import { isAppProtocol, readAppLink, readIntent } from './app-links.ts';
import { isBrowserProtocol, openedBy } from './browser-schemes.ts';
import { schemed, valuesOf } from './decoders.ts';
import { resolvableHost, tiktokHost } from './hosts.ts';
import { type Label, NAMES_TIKTOK, namesPageOf, readLabel } from './label.ts';
import { readTikTokUrl, type Subject } from './paths.ts';
import { type LinkKind, type Recognition, UNKNOWN_REDIRECT } from './recognition.ts';
import { MAX_DEPTH, unwrap } from './unwrap.ts';
import { uploadTime } from './upload-time.ts';

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
  // Each setter makes the browser write the URL anew.
  if (url.username) url.username = '';
  if (url.password) url.password = '';
  if (url.hostname !== host) url.hostname = host;
  return url.href;
}

/** Where a link stands on the way that is followed. */
interface Way {
  readonly via: readonly string[];
  readonly depth: number;
  /** What the link's text names, if that is TikTok. */
  readonly label: Label | null;
}

/** Follows a URL through wrappers to the one it opens. Every step goes one deeper, so it ends. */
function follow(url: URL, { via, depth, label }: Way): Recognition {
  const { protocol } = url;
  /** The answer for another URL that stands inside this one; null where it is not TikTok. */
  const inside = (text: string | null): Recognition | null => {
    const inner = text && depth <= MAX_DEPTH ? URL.parse(text, url) : null;
    const found = inner && follow(inner, { via: [], depth: depth + 1, label: null });
    return found?.tiktok ? found : null;
  };

  const isWeb = protocol === 'https:' || protocol === 'http:';
  if (!isWeb && isAppProtocol(protocol)) {
    const link = readAppLink(url);
    const page = inside(link.page);
    return answer('app-link', via, page?.destination ?? null, page ?? link);
  }
  if (!isWeb && isBrowserProtocol(protocol)) {
    const opened = depth < MAX_DEPTH ? URL.parse(openedBy(url)) : null;
    return opened ? follow(opened, { via, depth: depth + 1, label }) : answer(null, via, null);
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
  const tiktok = tiktokHost(host, url.pathname);
  if (tiktok) {
    const reading = readTikTokUrl(url, tiktok, inside);
    return answer(reading.kind, via, plain(url, host), reading);
  }
  const step = unwrap(url, host);
  if (step === undefined) {
    const redirected = label && depth < MAX_DEPTH ? followUnknown(url, label, via, depth) : null;
    return redirected ?? answer(null, via, via[0] ? plain(url, host) : null);
  }
  if (!step || depth >= MAX_DEPTH) return answer(null, via, null);
  const inner = [...via, step.id];
  if (step.to instanceof URL) return follow(step.to, { via: inner, depth: depth + 1, label });
  // Only a host: a URL on it with an unknown path tells the kind.
  const named = URL.parse(`https://${step.to.host}/_`);
  const { kind } = named ? follow(named, { via: [], depth: MAX_DEPTH, label: null }) : { kind: null };
  return answer(kind, inner, null);
}

/**
 * Follows a host that nobody lists to the page that the link's text names, where a parameter leads to the same: mail
 * gateways keep the text of the links that they wrap, and share dialogues have another.
 */
function followUnknown(url: URL, label: Label, via: readonly string[], depth: number): Recognition | null {
  for (const value of valuesOf(url.search)) {
    const target = NAMES_TIKTOK.test(value) ? URL.parse(schemed(value)) : null;
    const found =
      target && follow(target, { via: [...via, UNKNOWN_REDIRECT], depth: depth + 1, label: null });
    const opened = found?.tiktok && found.destination ? URL.parse(found.destination) : null;
    if (found && opened && namesPageOf(label, opened)) return { ...found, redirector: url.hostname };
  }
  return null;
}

/**
 * Says whether a URL is a link to TikTok, and to what. Offline and by rules alone: the URL is parsed by the URL
 * standard, known wrappers are taken off, and the host that is left decides. An unknown host with a TikTok URL in a
 * parameter is no link to TikTok, unless the link's text is a URL of the same page.
 *
 * Total: any string gets an answer, in time linear in its length.
 *
 * @param rawUrl the URL as it stands in the attribute, entities decoded
 * @param base URL that relative ones are resolved against, usually the document's base URL
 * @param label text or title of the link
 */
export function recognise(rawUrl: string, base?: string, label?: string): Recognition {
  const url = URL.parse(rawUrl, base);
  return url
    ? follow(url, { via: [], depth: 0, label: label ? readLabel(label) : null })
    : { ...answer(null, [], null), why: 'No URL by the URL standard.' };
}
