import { couldBeTikTok } from './could-be-tiktok.ts';
import { readPostId } from './paths.ts';
import { recognise } from './recognise.ts';
import type { Recognition } from './recognition.ts';

/** An element as far as embeds need it. */
export interface EmbedElement {
  /** Local name in lower case. */
  readonly tag: string;
  /** Attribute values by name in lower case, entities decoded. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Local name of the parent; tells the placeholder quote of an AMP element from any other. */
  readonly parent?: string;
  /** `textContent`, wanted only for elements that match {@link EMBED_TEXT}. */
  readonly text?: string;
}

/** Blocks that hold the bare URL as text where the lookup of its embed code failed (WordPress). */
const TEXT_CLASSES = ['wp-block-embed-tiktok', 'is-provider-tiktok'];
export const EMBED_TEXT = `.${TEXT_CLASSES.join(',.')}`;

/**
 * Selector for all elements that {@link recogniseEmbed} wants to see. Frames are all read, whatever they show:
 * there are few, and the URL may wait in any attribute.
 */
export const EMBED_CANDIDATES = [
  '.tiktok-embed',
  'blockquote[data-video-id]',
  'amp-tiktok',
  'iframe,frame,embed,object,amp-iframe',
  EMBED_TEXT,
  '[data-src*="tiktok"]',
].join();

const FRAME = /^(i?frame|embed|object|amp-iframe)$/;
/** Elements whose URL is a link, a resource or a target of a form, never an embed. */
const NEVER = /^(a|area|script|link|meta|base|form|img|source)$/;

/**
 * Says whether an element embeds TikTok content, and which.
 *
 * The page code asks `querySelectorAll(EMBED_CANDIDATES)`, then this for each element; for the text of a
 * `noscript` it asks `recogniseMarkup`. Inner links of a quote are ordinary links and not looked at here. A
 * class alone proves nothing; the loader script embeds nothing by itself.
 *
 * @returns a recognition of kind `embed`, or null
 */
export function recogniseEmbed(element: EmbedElement, base?: string): Recognition | null {
  const found = read(element, base);
  return found && { ...found, kind: 'embed' };
}

function read({ tag, attributes, parent, text }: EmbedElement, base?: string): Recognition | null {
  if (NEVER.test(tag)) return null;
  const at = (rawUrl: string | undefined): Recognition | null => {
    const answer = rawUrl ? recognise(rawUrl, base) : null;
    return answer?.tiktok && answer.kind !== 'app-link' ? answer : null;
  };
  /** The first TikTok URL in any attribute. Relative ones only where a URL is expected. */
  const anywhere = (): Recognition | null => {
    const { src, 'data-src': waiting, ...others } = attributes;
    const rest = Object.values(others).filter((value) => couldBeTikTok(value));
    return [src, waiting, ...rest].reduce<Recognition | null>((found, value) => found ?? at(value), null);
  };
  const player = (id: string) => at(`https://www.tiktok.com/embed/v2/${id}`);

  const classes = (attributes.class ?? '').split(/\s+/);
  if (tag === 'amp-tiktok') {
    const source = attributes['data-src'] ?? '';
    return source && readPostId(source) === source ? player(source) : anywhere();
  }
  if (classes.includes('tiktok-embed') || (tag === 'blockquote' && 'data-video-id' in attributes)) {
    const own = classes.includes('tiktok-embed') || (parent === 'amp-tiktok' && 'placeholder' in attributes);
    const cite = at(attributes.cite) ?? (own ? anywhere() : null);
    const id = own || cite ? readPostId(attributes['data-video-id'] ?? '') : '';
    if (!id || cite?.videoId === id) {
      const creator = own && attributes['data-embed-type'] === 'creator' && attributes['data-unique-id'];
      return cite ?? (creator ? at(`https://www.tiktok.com/embed/@${encodeURIComponent(creator)}`) : null);
    }
    // The loader goes by the id, not by `cite`.
    const frame = player(id);
    return frame && { ...frame, handle: cite?.handle ?? null };
  }
  if (text && classes.some((name) => TEXT_CLASSES.includes(name))) {
    return /^\s*\S+\s*$/.test(text) ? at(text) : null;
  }
  const found = anywhere();
  return FRAME.test(tag) || found?.kind === 'embed' ? found : null;
}
