import type { SendToBackground } from '../messages/content-end.ts';
import type { ContentToPopup, PageItem } from '../messages/content-to-popup.ts';
import { MAX_ITEMS } from '../messages/popup-port.ts';
import { recognitionOf } from './find.ts';
import type { Mark } from './mark.ts';
import { now } from './now.ts';

/** Milliseconds from a change to its report, and at least between two reports. */
const SOON = 50;
const PAUSE = 1000;
const MAX_WRITTEN = 2000;

export interface ReportOptions {
  readonly frame: string;
  readonly live: ReadonlySet<Mark>;
  /** Whether items count on the toolbar. */
  readonly counts: () => boolean;
  readonly send: SendToBackground;
  readonly signal: AbortSignal;
}

const itemOf = (mark: Mark): PageItem => {
  const { id, embed, written } = mark;
  const { tiktok: _, why: __, ...facts } = recognitionOf(mark);
  return {
    ...facts,
    id,
    embed,
    written: written.slice(0, MAX_WRITTEN),
    marked: !mark.hidden && !mark.isUnplaced,
  };
};

/**
 * Reports what a frame holds: counts to the background when they change, soon after the first change and then at most
 * one a second, and nothing at all as long as there is nothing; the list to whoever follows it.
 */
export function createReport({ frame, live, counts, send, signal }: ReportOptions) {
  const followers = new Set<(message: ContentToPopup) => void>();
  let sent = '0 0';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = -PAUSE;

  const list = (): ContentToPopup => ({
    type: 'items',
    frame,
    host: top === self ? location.hostname : '',
    items: [...live].slice(0, MAX_ITEMS).map(itemOf),
    total: live.size,
  });

  /** Sends counts, but not the same twice. */
  function tell(links: number, embeds: number): void {
    const text = `${links} ${embeds}`;
    if (sent !== text) void send({ type: 'summary', links, embeds });
    sent = text;
  }

  function flush(): void {
    timer = undefined;
    if (signal.aborted) return;
    last = now();
    const all = counts() ? live.size : 0;
    let embeds = 0;
    for (const { embed } of all ? live : []) if (embed) embeds++;
    tell(all - embeds, embeds);
    for (const post of followers) post(list());
  }

  function changed(): void {
    timer ??= setTimeout(flush, Math.max(SOON, last + PAUSE - now()));
  }

  return {
    changed,
    /** The page goes. A report on its way would otherwise count for the next page in this tab. */
    leave(): void {
      clearTimeout(timer);
      timer = undefined;
      tell(0, 0);
    },
    /** Sends the list now and after each change. @returns its end */
    follow(post: (message: ContentToPopup) => void): () => void {
      followers.add(post);
      post(list());
      return () => void followers.delete(post);
    },
  };
}

export type Report = ReturnType<typeof createReport>;
