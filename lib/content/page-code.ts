import { NODE, queryAll, read } from './unclobbered.ts';

/** Wide on purpose: whoever receives the addresses holds their hosts against the host tables. */
const REMINDS = /tik|tt|mus|byte|pangle/;
const LOADED = 'link[href],:is(img,video,iframe,script,source)[src]';
const MAX = 200;

/** Absolute addresses from which the document loads, and whose host reminds of TikTok; each once. */
export function loadedAddresses(document: Document): string[] {
  const found = new Set<string>();
  const add = (address: string) => {
    const url = URL.parse(address, read(NODE, 'baseURI', document));
    if (url && found.size < MAX && REMINDS.test(url.hostname)) found.add(url.origin + url.pathname);
  };
  for (const element of queryAll(document, LOADED))
    add(element.getAttribute('src') ?? element.getAttribute('href') ?? '');
  for (const { name } of performance.getEntriesByType('resource')) add(name);
  return [...found];
}
