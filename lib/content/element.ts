import { DOCUMENT } from './unclobbered.ts';

/** What can stand in an element; what is false, null or empty is left out. */
export type Content = Node | string | false | null | undefined;

/** An HTML element in any kind of document, with its class and content; never through the page's own names. */
export function element<K extends keyof HTMLElementTagNameMap>(
  document: Document,
  tag: K,
  name = '',
  ...content: readonly Content[]
): HTMLElementTagNameMap[K] {
  // Not createElement: in an XML document that makes no HTML element, and a page may hide it.
  const made = DOCUMENT.createElementNS.call(document, 'http://www.w3.org/1999/xhtml', tag);
  if (name) made.className = name;
  made.append(...(content.filter(Boolean) as (Node | string)[]));
  return made as HTMLElementTagNameMap[K];
}
