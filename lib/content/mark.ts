import type { Recognition } from '../links/recognition.ts';
import type { Repairs } from './repair.ts';

/**
 * Where a badge goes, seen from its anchor.
 *
 * | spot | in the tree | takes room | for |
 * |---|---|---|---|
 * | `after` | next sibling | in the line | links in running text, buttons in a line, small pictures |
 * | `inside` | last child | in the line | the last block with a line in a link or quote that is a block or an item of a flex or grid container: a sibling would become an item of its own and move the others |
 * | `cut` | as `after` or `inside` | in the line | a line that is cut off with an ellipsis: sticks to its visible end |
 * | `beneath` | next sibling | a line | text of which the end is cut off after some lines |
 * | `over` | last child | none | a link that is a block without a line, mostly an icon: at its upper corner |
 * | `below` | next sibling | none | frames and large pictures that are blocks: at their lower edge, so that nothing moves |
 * | `corner` | next sibling | none | the same in a line: over their upper corner, as a line has no place below itself |
 *
 * A sibling is the first choice because a button within a link is read out as part of the link's name and because
 * frameworks that write a link's text anew would wipe it away. Style rules of the page that look at siblings or last
 * children are found by trying (`disturbance.ts`).
 */
export type Spot = 'after' | 'inside' | 'cut' | 'beneath' | 'over' | 'below' | 'corner';

export interface Place {
  readonly anchor: Element;
  readonly spot: Spot;
  /** The last child of the anchor, else its next sibling. */
  readonly within: boolean;
}

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
  /** Marks whose badges wait until the link of one of them comes near the view; empty once one did; absent where it does not wait. */
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
