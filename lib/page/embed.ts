import { recogniseEmbed } from '../links/embeds.ts';
import { recogniseMarkup } from '../links/markup.ts';
import type { Recognition } from '../links/recognition.ts';
import { closest } from './unclobbered.ts';

/** Elements that hold an embed and may hold more elements of the same embed, which then do not count. */
const BOX = ':is(.tiktok-embed,amp-tiktok):not(form)';
/** Attributes read of one element, and characters of their values: more is no embed code. */
const MAX = { attributes: 50, value: 4000 };

/** What an element embeds, or null. */
export function readEmbed(element: Element): Recognition | null {
  const { localName: tag, baseURI, parentElement } = element;
  if (tag === 'noscript') return recogniseMarkup(element.textContent ?? '', baseURI)[0] ?? null;
  if (isInBox(element)) return null;
  const attributes: Record<string, string> = {};
  // By name, not `element.attributes`: browsers search the list anew for each of its nodes.
  for (const name of element.getAttributeNames().slice(0, MAX.attributes))
    attributes[name] = element.getAttribute(name)?.slice(0, MAX.value) ?? '';
  const parent = parentElement?.localName ?? '';
  return recogniseEmbed({ tag, attributes, parent, text: element.textContent ?? '' }, baseURI);
}

/** Whether an element is a part of an embed that counts by itself. */
export function isInBox(element: Element): boolean {
  const { parentElement } = element;
  const box = parentElement && closest(parentElement, BOX);
  return !!box && readEmbed(box) !== null;
}
