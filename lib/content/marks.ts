import type { Mark } from './mark.ts';

/**
 * All marks of a document, and what waits to be done for them. Finding writes here, drawing reads here; neither calls
 * the other.
 */
export function createMarks() {
  const ofElement = new WeakMap<EventTarget, Mark>();
  const ofHost = new WeakMap<EventTarget, Mark>();
  /** Marks of what is in the document, in the order found. */
  const live = new Set<Mark>();
  /** Live marks that are new or lead elsewhere than before; true where they were marked before. */
  const changed = new Map<Mark, boolean>();
  /** Marks whose badge is to be drawn, moved or taken away. */
  const due = new Set<Mark>();
  /** Counts how often the set of live marks, or where one of them leads, has changed. */
  let version = 0;

  return {
    live,
    changed,
    due,
    version: (): number => version,
    /** The mark of a link or embed, live or not. */
    of: (node: EventTarget): Mark | undefined => ofElement.get(node),
    /** The mark of a badge's element; undefined for a copy of one. */
    ofHost: (node: EventTarget): Mark | undefined => ofHost.get(node),
    setHost: (host: EventTarget, mark: Mark): void => void ofHost.set(host, mark),
    /** Takes over a mark that is new, or leads elsewhere than before. */
    add(mark: Mark): void {
      changed.set(mark, changed.get(mark) ?? (ofElement.has(mark.element) && !live.has(mark)));
      ofElement.set(mark.element, mark);
      live.add(mark);
      version++;
    },
    /** Lets go of a mark whose link is gone or leads elsewhere; its badge goes with the next drawing. */
    drop(mark: Mark): void {
      live.delete(mark);
      changed.delete(mark);
      due.add(mark);
      version++;
    },
  };
}

export type Marks = ReturnType<typeof createMarks>;
