import type { Found } from './found.ts';
import type { Place, Spot } from './place.ts';
import type { Repairs } from './repair.ts';

/** A found link or embed, with its badge once that is drawn. */
export interface Mark extends Found {
  readonly id: string;
  badge?: Badge | undefined;
  place?: Place | undefined;
  /** What is observed until it comes near the view. */
  awaited?: Element | undefined;
  /** When its badge was placed, in milliseconds of a steady clock. */
  drawnAt?: number;
  /** No place passed its proof: the link is in the popup, and reached by keys, but not marked on the page. */
  isUnplaced?: boolean;
  /** What stood after its link when its badge was placed. */
  next?: Element | null;
  /** How often something of the page lay over its badge. */
  covered?: number;
  /** Set where the block around it changes its size, and the timer until that has come to rest. */
  resizes?: Repairs;
  rests?: ReturnType<typeof setTimeout> | undefined;
  /** How often the page has taken the badge away and nothing else. */
  refusals?: number;
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
  /** The kind of place it stands at. */
  spot: Spot;
  /** It stands on a plate of its own. */
  isPlated: boolean;
  /** What lies behind it is dark. */
  isOnDark: boolean;
}
