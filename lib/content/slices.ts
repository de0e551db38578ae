import { now } from './now.ts';

/** Milliseconds a slice may take, and elements between two looks at the clock. */
const SLICE = 2;
const STEP = 32;
/** Milliseconds that a slice keeps for what gives the next task: native queries, which cannot be cut. */
const QUERY = 1;
/** Slices asked for at once: a browser runs one idle callback of a page only once in each of its idle periods. */
const SLICES = 8;
/** Milliseconds after which a slice comes although the browser is busy. */
const PATIENCE = 1000;

/** Elements, and what is done with each. Lists are worked off in a plain loop, which engines make fast. */
export type Task = readonly [ArrayLike<Element>, (element: Element) => void];
const NOTHING: Task = [[], () => {}];

/**
 * Works in slices while the browser is idle.
 *
 * @param begin gives the tasks there are; called again as long as `isMore`
 * @param onDone called when there are no more
 * @returns a function to be called when there may be tasks
 */
export function createSlices(
  begin: () => Iterator<Task>,
  isMore: () => boolean,
  onDone: () => void,
  signal: AbortSignal,
): () => void {
  let work: Iterator<Task> | undefined;
  /** The list at hand, and the place in it. */
  let task = NOTHING;
  let next = 0;
  /** Slices asked for that have not begun. */
  let waiting = 0;

  /** Works on a list, and answers whether there was time for all of it. */
  function through(end: number): boolean {
    const [list, each] = task;
    while (next < list.length) {
      try {
        each(list[next++] as Element);
      } catch {
        // A page can make the reading of an element fail. That costs the element, and not those after it.
      }
      if (next % STEP === 0 && now() > end) return false;
    }
    return now() < end - QUERY;
  }

  function slice(): void {
    waiting--;
    if (signal.aborted || !work) return;
    const end = now() + SLICE;
    while (work && through(end)) {
      const { done, value } = work.next();
      task = value ?? NOTHING;
      next = 0;
      if (done) work = isMore() ? begin() : undefined;
    }
    if (work) schedule(SLICES);
    else onDone();
  }

  function schedule(slices: number): void {
    work ??= begin();
    for (; waiting < slices; waiting++) requestIdleCallback(slice, { timeout: PATIENCE });
  }

  return () => schedule(1);
}
