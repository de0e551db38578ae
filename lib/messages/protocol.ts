import type { Recognition } from '../links/recognition.ts';

/*
 * Everything that passes between the content script of a frame and the rest of the extension. Plain types: the
 * content script carries no schema library. Only the extension itself can send to a content script, and what it
 * does not know it leaves alone; what it sends is checked by schemas on the other side.
 */

/** The name of the port that the popup opens to all frames of a tab with `tabs.connect`. */
export const PAGE_PORT = 'page';

/** At most this many items are sent of one frame; `total` says how many there are. */
export const MAX_ITEMS = 1000;

/** One link or embed of a frame. */
export interface PageItem extends Omit<Recognition, 'tiktok' | 'why'> {
  /** Unique among all frames of the tab. */
  readonly id: string;
  readonly embed: boolean;
  /** The address as it stands in the page, cut to 2,000 characters. */
  readonly written: string;
  /** A badge is drawn for it, or will be when it comes near the view. */
  readonly marked: boolean;
}

/** What a frame sends over the port: its items at once and after each change; `code` when asked. */
export type FromPage =
  | {
      readonly type: 'items';
      readonly frame: string;
      /** The host of the page, from its outermost frame; empty from the others. */
      readonly host: string;
      readonly items: readonly PageItem[];
      readonly total: number;
    }
  | {
      readonly type: 'code';
      readonly frame: string;
      /** Absolute addresses that the frame loaded and whose host reminds of TikTok; the popup decides. */
      readonly addresses: readonly string[];
    };

/** What the popup sends over the port. `show` scrolls to an item and highlights it. */
export type ToPage = { readonly type: 'show'; readonly id: string } | { readonly type: 'code' };

/**
 * What the background sends to frames with `tabs.sendMessage`.
 *
 * - `step`: to all frames; the one with the focus moves it to the next or previous badge. Not answered.
 * - `card`: to the frame of the context menu; opens the card at the link last right-clicked. Answered with true where
 *   there is a badge at that link, else with false.
 */
export type PageCommand = { readonly type: 'step'; readonly by: 1 | -1 } | { readonly type: 'card' };

/**
 * What a frame sends to the background with `runtime.sendMessage`.
 *
 * - `summary`: counts of the frame, after each change of them, at most one a second.
 * - `open`: more than fits on the page was asked for.
 * - `asked`: answered with a boolean; has this site been asked about in this session? (`ask: 'once'`)
 * - `answered`: the person chose to open a link on this site.
 * - `open-address`: a link that the person wants in a new tab, after the question.
 */
export type FromFrame =
  | { readonly type: 'summary'; readonly links: number; readonly embeds: number }
  | { readonly type: 'open'; readonly page: 'register' | 'popup'; readonly record?: string }
  | { readonly type: 'asked' }
  | { readonly type: 'answered' }
  | {
      readonly type: 'open-address';
      readonly address: string;
      readonly in: 'tab' | 'background-tab' | 'window';
    };
