/**
 * Why a page cannot be read. `withheld`: the browser keeps the site back from the extension; `not-started`: the page
 * was there before the extension, or did not load. A page whose URL the browser does not tell, though the person
 * has just clicked the toolbar button, is one that it keeps all extensions away from: `closed`, as are its own pages,
 * stores and documents.
 */
export const UNREADABLE = ['closed', 'file', 'withheld', 'not-started'] as const;
export type Unreadable = (typeof UNREADABLE)[number];

/** Pages that browsers close to every extension: host, and the beginning of the path. */
const STORES: readonly (readonly [host: string, path: string])[] = [
  ['chromewebstore.google.com', '/'],
  ['chrome.google.com', '/webstore'],
  ['microsoftedge.microsoft.com', '/addons'],
  ['addons.opera.com', '/'],
  ['addons.mozilla.org', '/'],
];

/**
 * Why a tab has no content script that answers.
 *
 * @param url the tab's URL; undefined where the browser does not tell it
 * @param granted whether the extension may act on that site
 */
export function whyUnreadable(url: string | undefined, granted: boolean): Unreadable {
  if (url === undefined || url === '' || !URL.canParse(url)) return 'closed';
  const { protocol, hostname, pathname } = new URL(url);
  if (protocol === 'file:') return 'file';
  if (!/^https?:$/.test(protocol)) return 'closed';
  if (STORES.some(([host, path]) => hostname === host && pathname.startsWith(path))) return 'closed';
  if (/\.pdf$/i.test(pathname)) return 'closed';
  return granted ? 'not-started' : 'withheld';
}
