import type { Part, Snapshot } from '../../snapshot/snapshot.ts';

/*
 * What passes between the opener, our script in the page, and the renderer, our script in the private frame. All of it
 * goes as JSON over one MessagePort, whose other end no script of the page can hold: see `docs/decisions/0007`.
 */

/** The document of the frame. Nothing can be added to it but by extensions: it has no script, and none can come. */
export const EMPTY_DOCUMENT = '<!doctype html><meta name="color-scheme" content="light dark">';

/** The same once it is read, without the doctype. */
export const EMPTY_MARKUP =
  '<html><head><meta name="color-scheme" content="light dark"></head><body></body></html>';

/** What a card or question shows, but for the words of the verdict, which go beside it: see {@link Drawing}. */
export interface PanelContent {
  readonly kind: 'card' | 'confirmation';
  /** What the link is. */
  readonly link: readonly Part[];
  /** Whether there is a button that opens it. */
  readonly mayOpen: boolean;
  readonly sheet: string;
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** What the copy button puts into the clipboard. */
  readonly copied: string;
  /** What is kept beside it, so that its size in memory tells nothing. */
  readonly ballast: Snapshot['ballast'];
}

/**
 * What is to be drawn: the panel, and the text of which it takes its words (`Snapshot.personal`). The opener hands that on
 * as it is, of one length for all verdicts: a page can tell how much memory its process has in use, and what is read in it
 * leaves traces. The frame is in a process of its own wherever the browser gives it one.
 */
export interface Drawing {
  readonly panel: PanelContent;
  readonly personal: string;
}

/** The first message is the key, as a string. Each of the others is a line of JSON; after `draw` comes `Drawing.personal`. */
export type ToRenderer =
  | { readonly type: 'draw'; readonly panel: PanelContent }
  /** The opener has put the focus on the frame. */
  | { readonly type: 'focus' };

export type ToOpener =
  /** The key was right. */
  | { readonly type: 'hello'; readonly url: string }
  | { readonly type: 'painted' }
  /** The person pressed a button, or Escape. */
  | { readonly type: 'act'; readonly action: string; readonly record: string };
