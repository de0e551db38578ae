import type { Found } from './found.ts';
import type { Place, Spot } from './place.ts';
import type { Repairs } from './repair.ts';

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
}
