/*
 * What an open card or question says cannot be made to take one size of memory: lines, boxes and glyphs come with the
 * words. So objects are kept beside it, as many as only this browser knows. Their number is the same for the same words
 * in a whole session, so that looking often tells no more than looking once.
 */

/** Objects that are kept beside a card or question, and never put into a document. */
export interface Ballast {
  /** A browser takes 80 bytes for each. */
  readonly comments: number;
  /** 72 bytes for each: with comments alone, a figure told by its remainder what it was without them. */
  readonly fragments: number;
  /** Slots of an array, 4 bytes each, for the heap of scripts. */
  readonly slots: number;
}

/** The numbers that there are of each: from 0 up to this. The most takes some eighty times what texts differ by. */
export const BALLASTS: Ballast = { comments: 4096, fragments: 10, slots: 64 };

/**
 * What goes with a card or question, spread evenly over all words and keys.
 *
 * @param key the secret of this session of the browser
 * @param words all that differs with the verdict
 */
export async function ballastOf(key: string, words: string): Promise<Ballast> {
  const hash = new DataView(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key + words)));
  return {
    comments: hash.getUint32(0) % BALLASTS.comments,
    fragments: hash.getUint32(4) % BALLASTS.fragments,
    slots: hash.getUint32(8) % BALLASTS.slots,
  };
}
