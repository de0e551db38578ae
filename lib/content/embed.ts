import { recogniseEmbed } from '../links/embeds.ts';
import { recogniseMarkup } from '../links/markup.ts';
import type { Recognition } from '../links/recognition.ts';
import { ELEMENT } from './unclobbered.ts';

/** Elements that hold an embed and may hold more elements of the same embed, which then do not count. */
const BOX = '.tiktok-embed,amp-tiktok';
const IN_BOX = `:is(${BOX}) *`;
/** Attributes read of one element, characters of their values, and of the text of a `noscript`: more is no embed code. */
const MAX = { attributes: 50, value: 4000, markup: 50_000 };

/** What an element embeds, or null. */
export function readEmbed(element: Element): Recognition | null {
  // A form is none, and its fields can hide all its members.
  if (element instanceof HTMLFormElement) return null;
  const { localName: tag, baseURI, parentElement } = element;
  if (tag === 'noscript') {
    const markup = (element.textContent ?? '').slice(0, MAX.markup);
    return recogniseMarkup(markup, baseURI, 1)[0] ?? null;
  }
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
  // Nearly none is: that is told at once, without a walk through its parents.
  if (!ELEMENT.matches.call(element, IN_BOX)) return false;
  const box = ELEMENT.closest.call(element.parentElement, BOX);
  return !!box && readEmbed(box) !== null;
}
