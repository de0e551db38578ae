import type { Mark } from './mark.ts';
import { type FromPage, MAX_ITEMS, type PageItem } from './protocol.ts';

/** Milliseconds between two lists sent to the popup. */
const PAUSE = 250;
const MAX_WRITTEN = 2000;

/** Keeps those who follow informed of what is found in this frame. */
export function createItemList(frame: string, live: ReadonlySet<Mark>) {
  const followers = new Set<(message: FromPage) => void>();
  let waiting = false;

  const itemOf = (mark: Mark): PageItem => {
    const { tiktok: _, why: __, ...recognition } = mark.recognition;
    return {
      ...recognition,
      id: mark.id,
      embed: mark.embed,
      written: mark.written.slice(0, MAX_WRITTEN),
      marked: !!mark.badge,
    };
  };
  const list = (): FromPage => ({
    type: 'items',
    frame,
    items: [...live].slice(0, MAX_ITEMS).map(itemOf),
    total: live.size,
  });

  return {
    changed(): void {
      if (waiting || followers.size === 0) return;
      waiting = true;
      setTimeout(() => {
        waiting = false;
        for (const post of followers) post(list());
      }, PAUSE);
    },
    /** Sends the list now and after each change. @returns its end */
    follow(post: (message: FromPage) => void): () => void {
      followers.add(post);
      post(list());
      return () => followers.delete(post);
    },
  };
}
