import type { SendToBackground } from '../messages/content-end.ts';
import type { ContentToPopup, PageItem } from '../messages/content-to-popup.ts';
import { MAX_ITEMS } from '../messages/popup-port.ts';
import { recognitionOf } from './find.ts';
import type { Mark } from './mark.ts';
import { now } from './now.ts';
import { isTooLong } from './too-long.ts';

/** Milliseconds from a change to its report, and at least between two reports. */
const SOON = 50;
const PAUSE = 1000;
/** Characters of what a message carries: of a handle or host, of an address as it is written, and of all of them. */
const MAX_SHORT = 200;
const MAX_WRITTEN = 2000;
const MAX_CHARACTERS = 4_000_000;

export interface ReportOptions {
  readonly frame: string;
  readonly live: ReadonlySet<Mark>;
  /** Whether items count on the toolbar. */
  readonly counts: () => boolean;
  readonly send: SendToBackground;
  readonly signal: AbortSignal;
}

/** A text that a page can make as long as it likes, with a sign where it was cut. */
const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;

function itemOf(mark: Mark): PageItem {
  const { id, embed, written } = mark;
  const { tiktok: _, why: __, destination, handle, redirector, ...facts } = recognitionOf(mark);
  const leadsTo = destination ?? '';
  return {
    ...facts,
    id,
    embed,
    ...(redirector !== undefined && { redirector: cut(redirector, MAX_SHORT) }),
    handle: handle && cut(handle, MAX_SHORT),
    written: cut(written, MAX_WRITTEN),
    // A part of it could look like another.
    destination: isTooLong(leadsTo) ? null : destination,
    ...(isTooLong(leadsTo) && { longHost: cut(URL.parse(leadsTo)?.host ?? '', MAX_SHORT) }),
    marked: !mark.hidden && !mark.isUnplaced,
  };
}

/** Items of the list, as far as one message carries them; `total` says how many there are. */
function itemsOf(live: ReadonlySet<Mark>): PageItem[] {
  const items: PageItem[] = [];
  let room = MAX_CHARACTERS;
  for (const mark of live) {
    if (items.length >= MAX_ITEMS) break;
    const item = itemOf(mark);
    room -= item.written.length + (item.destination?.length ?? 0);
    if (room < 0) break;
    items.push(item);
  }
  return items;
}

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
    items: itemsOf(live),
    total: live.size,
  });

  /** Sends counts, but not the same twice unless the background was stopped over them. */
  async function tell(links: number, embeds: number): Promise<void> {
    const text = `${links} ${embeds}`;
    if (sent === text) return;
    sent = text;
    const summary = { type: 'summary', links, embeds } as const;
    if (!(await send(summary)) && sent === text && !signal.aborted) void send(summary);
  }

  function flush(): void {
    timer = undefined;
    if (signal.aborted) return;
    last = now();
    const all = counts() ? live.size : 0;
    let embeds = 0;
    for (const { embed } of all ? live : []) if (embed) embeds++;
    void tell(all - embeds, embeds);
    for (const post of followers) post(list());
  }

  function changed(): void {
    timer ??= setTimeout(flush, Math.max(SOON, last + PAUSE - now()));
  }

  return {
    changed,
    /** Tells the counts once more: the background, which is woken by it, makes what is stored right for today. */
    again(): void {
      sent = '';
      changed();
    },
    /** The page goes. A report on its way would otherwise count for the next page in this tab. */
    leave(): void {
      clearTimeout(timer);
      timer = undefined;
      void tell(0, 0);
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
