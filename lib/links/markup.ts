import { ampersands } from './decoders.ts';
import { recogniseEmbed } from './embeds.ts';
import type { Recognition } from './recognition.ts';

/** Longest tag that is read; keeps the time linear in the text whatever stands in it. */
const MAX_TAG = 4096;

/**
 * Finds embeds in markup that is text: with scripts on, the content of `noscript` is no elements. Reads tags and
 * attributes only, well enough for the copied embed codes that stand there; nothing is parsed into a document.
 *
 * @param most stops once so many are found
 */
export function recogniseMarkup(markup: string, base?: string, most = Infinity): Recognition[] {
  const found: Recognition[] = [];
  for (const { 1: tag = '', index } of markup.matchAll(/<(iframe|blockquote|amp-tiktok|embed|object)\s/gi)) {
    const end = markup.indexOf('>', index);
    const text = markup.slice(index + tag.length + 1, Math.min(end < 0 ? Infinity : end, index + MAX_TAG));
    const attributes: Record<string, string> = {};
    for (const [, name = '', value = ''] of text.matchAll(/\s([a-z-]+)\s*=\s*("[^"]*|'[^']*|[^\s"']+)/gi)) {
      attributes[name.toLowerCase()] ??= ampersands(value.replace(/^["']/, ''));
    }
    const embed = recogniseEmbed({ tag: tag.toLowerCase(), attributes }, base);
    if (embed) found.push(embed);
    if (found.length >= most) break;
  }
  return found;
}
