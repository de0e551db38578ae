import type { Recognition } from '../links/recognition.ts';
import type { Place, Spot } from './place.ts';
import type { Repairs } from './repair.ts';

/** Something of the page that leads to TikTok. */
export interface Found {
  /** The link, the area, the embed, or the element whose text is the address. */
  readonly element: Element;
  /** The address as it stands in the page. */
  readonly written: string;
  readonly embed: boolean;
  /** To what it leads: {@link recognitionOf} reads it where it is wanted. */
  recognition: Recognition | undefined;
  /** Where it cannot be seen (a `noscript` embed), it is listed without a badge. */
  readonly hidden?: boolean;
}

/** A found link or embed, with its badge once that is drawn. */
export interface Mark extends Found {
  readonly id: string;
  badge?: Badge | undefined;
  place?: Place | undefined;
  /** Marks whose badges wait until the link of one of them comes near the view; empty once one did. Absent where it does not wait. */
  group?: Mark[];
  /** Set where the page takes the badge away. */
  repairs?: Repairs;
  /** Set where the page makes the link lead elsewhere and back. */
  returns?: Repairs;
  /** The timer until the badge is drawn after all. */
  waits?: ReturnType<typeof setTimeout> | undefined;
}

/** The badge's element in the page, and what lies in its closed root. */
export interface Badge {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  /** The kind of place it was made for. */
  readonly spot: Spot;
  button: HTMLButtonElement;
}
