import { parameter, schemed } from './decoders.ts';

/**
 * Schemes that only open a browser with a URL. Pages put them into links to get out of the browser within an app:
 * `x-safari-https://HOST`, `googlechromes://HOST`, `microsoft-edge:URL`, `firefox://open-url?url=URL`.
 */
const SCHEMES =
  /^(x-safari-https?|googlechromes?|googlechrome-x-callback|microsoft-edge(-https?)?|(firefox|firefox-focus|brave|opera|vivaldi)(-https?)?|touch-https?|ddgquicklink):$/;

/** Whether a protocol as `URL.protocol` gives it only opens a browser. */
export const isBrowserProtocol = (protocol: string): boolean => SCHEMES.test(protocol);

/** The URL that a link with such a scheme opens. Its text may be none. */
export function openedBy({ href, protocol }: URL): string {
  const rest = href.slice(protocol.length);
  const given = parameter(/\?.*/.exec(rest)?.[0] ?? '', 'url');
  // A command of the browser, or nothing, stands where the host of a page would.
  if (given !== null && /^\/*(open-url|x-callback-url\/open)?\/?\?/.test(rest)) return given;
  const scheme = /https?(?=:$)/.exec(protocol)?.[0] ?? (protocol === 'googlechrome:' ? 'http' : 'https');
  return rest.startsWith('//') ? `${scheme}:${rest}` : schemed(rest, scheme);
}
