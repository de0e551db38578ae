import { parameter, percent } from './decoders.ts';
import { readHandle, readPostId, type Subject } from './paths.ts';

/** Schemes of TikTok's apps, by app number: 1233 worldwide, 1180 Asia, 473824 probably Lite. 1128 is Douyin. */
const SCHEMES = /^(tiktok|musically|snssdk(0|1180|1233|473824)):$/;

/** Android packages: worldwide, Lite, Asia. */
const PACKAGES = /^com\.(zhiliaoapp\.musically(\.go)?|ss\.android\.ugc\.trill)$/;

/** Whether a protocol as `URL.protocol` gives it opens a TikTok app. */
export const isAppProtocol = (protocol: string): boolean => SCHEMES.test(protocol);

/** What a link into the app names, and the URL that it shows in the app's own browser. */
export interface AppLink extends Subject {
  readonly page: string | null;
}

/**
 * Reads a link with an app scheme. Works on the text after the scheme, since Chromium before version 130 parses
 * no host in schemes it does not know.
 */
export function readAppLink(url: URL): AppLink {
  const [path = '', query = ''] = url.href.slice(url.protocol.length).split(/[?#]/, 2);
  const [word = '', second = '', third = ''] = path.split('/').filter(Boolean);
  // `user/profile/X`, `user/X`, `user?username=X`; a number in this place is a user's id, of any length.
  const person =
    (second === 'profile' ? third : second) ||
    parameter(query, 'username') ||
    parameter(query, 'uniqueId') ||
    '';
  return {
    handle: word !== 'user' || /^\d+$/.test(person) ? '' : readHandle(person),
    videoId: word === 'aweme' ? readPostId(third) : word === 'video' ? readPostId(second) : '',
    page: word === 'webview' ? parameter(query, 'url') : null,
  };
}

/** The parts of an Android `intent:` URL that matter here. */
export interface Intent {
  /** The URL that is opened: the intent's data with the scheme it asks for. */
  readonly target: string;
  /** Opened by a browser where no app takes the target; may be empty. */
  readonly fallback: string;
  /** The intent names a TikTok app as its receiver. */
  readonly toApp: boolean;
}

/** Reads `intent:DATA#Intent;key=value;…;end`, the parts in any order; null where that form is missing. */
export function readIntent(url: URL): Intent | null {
  const text = url.href.slice(url.protocol.length);
  const at = text.lastIndexOf('#Intent;');
  if (at < 0) return null;
  const data = text.slice(0, at);
  const parts = text.slice(at).split(';');
  const value = (name: string) => parts.find((part) => part.startsWith(name))?.slice(name.length) ?? '';
  const scheme = value('scheme=') || (data.startsWith('/') ? 'https' : '');
  return {
    target: scheme ? `${scheme}:${data}` : data,
    fallback: percent(value('S.browser_fallback_url=')),
    toApp: PACKAGES.test(value('package=')),
  };
}
