import type { VerdictBlock } from '../register/verdict-block.ts';
import type { VerdictLevel } from '../register/verdict-level.ts';
import type { Settings } from '../settings/schema.ts';
import type { Ballast } from './ballast.ts';

export type { VerdictLevel };

/** A text, or an element with its tag, its class (of a button: what it does) and its content. */
export type Part = string | Markup;
export interface Markup extends ReadonlyArray<Part> {
  readonly 0: string;
  readonly 1: string;
}

/** Settings that reach the page as they are. */
export const PAGE_SETTINGS = [
  'paused',
  'sitesOff',
  'sitesOnly',
  'marksOnTikTok',
  'linkKindsOff',
  'cardOpens',
] as const satisfies readonly (keyof Settings)[];

type PageSettings = { readonly [K in (typeof PAGE_SETTINGS)[number]]: Readonly<Settings[K]> };

/**
 * Everything the content script needs, made ready by the background and kept in `storage.local` under
 * `LOCAL_KEYS.snapshot`, so that a page with a hit reads one small value and parses nothing.
 */
export interface Snapshot extends PageSettings {
  /** Format of this object; a content script ignores a snapshot of another format. */
  readonly format: typeof SNAPSHOT_FORMAT;
  /** The day the verdict was made for, ISO 8601 in local time; the background renews an older one. */
  readonly day: string;
  readonly style: 'icon' | 'word';
  /** Whether to ask before a marked link opens; already decided by verdict and setting. */
  readonly beforeOpen: 'never' | 'ask' | 'once';
  /** What else differs with the verdict: see `personalOf`. */
  readonly personal: string;
  /** Style rules for this verdict and style, made by `badge-styles.ts`, so that no page without a hit reads them. */
  readonly sheets: Readonly<Record<'badge' | 'frame' | 'panel', string>> & Readonly<Record<string, string>>;
  /** Known to this extension alone, and new with each session of the browser; see `lib/content/private-frame/`. */
  readonly key: string;
  /** What is kept beside card and question. */
  readonly ballast: Ballast;
  /** Language of the texts as a BCP 47 tag, and their direction. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** What a badge is called: after the text of its link, or where that has none. Asking a browser for texts takes long. */
  readonly badgeName: { readonly before: string; readonly after: string; readonly plain: string };
  /** Names of wrapping services, by their ids in `Recognition.via`. */
  readonly via: Readonly<Record<string, string>>;
  /** "Register of 22 November 2026". */
  readonly register: string;
  /** The browser had no room for all of it: no marks are drawn. */
  readonly isShort: boolean;
}

/** The verdict in words, and what is shown where a person asks for it. */
export interface Personal {
  readonly verdict: VerdictBlock;
  /** The finished card and the question before a link opens, but for the link itself: `card-content.ts`. */
  readonly card: readonly Part[];
  readonly confirmation: readonly Part[];
}

/** To be read where it is shown and not to be kept: a page can tell how much memory is in use (`padded.ts`). */
export const personalOf = ({ personal }: Pick<Snapshot, 'personal'>): Personal => JSON.parse(personal);

/** How the names of the custom properties on a badge begin, by which the content script moves it; its sheets read them. */
export const SPOT_PROPERTY = '--tiktok-mark-';

export const SNAPSHOT_FORMAT = 7;

/** A stored value as a snapshot; null for anything but one of this format. Only the background writes them. */
export const readSnapshot = (stored: unknown): Snapshot | null =>
  (stored as Snapshot | undefined)?.format === SNAPSHOT_FORMAT ? (stored as Snapshot) : null;
