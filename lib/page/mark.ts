import type { Recognition } from '../links/recognition.ts';
import type { Place } from './place.ts';
import type { Repairs } from './repair.ts';

/** Something of the page that leads to TikTok. */
export interface Found {
  /** The link, the area, the embed, or the element whose text is the address. */
  readonly target: Element;
  /** The address as it stands in the page. */
  readonly written: string;
  readonly recognition: Recognition;
  readonly embed: boolean;
  /** Where it cannot be seen (a `noscript` embed), it is listed without a badge. */
  readonly hidden?: boolean;
}

/** A found link or embed with its badge. */
export interface Mark extends Found {
  readonly id: string;
  /** The badge's element in the page and its closed root; null until drawn. */
  badge: Badge | null;
  place: Place | null;
  repairs: Repairs | null;
}

export interface Badge {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly button: HTMLButtonElement;
}
