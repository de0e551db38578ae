import { firstState, nextState, randomFrom, type State } from './list.ts';

/** Draws the state into an element, or takes over what the server wrote there; returns what draws later states. */
export type Mount = (at: Element, state: State, hydrate: boolean) => (next: State) => void;

/** What a test finds in the page. */
export interface PageUnderTest {
  /** Draws the next random state. */
  step(): void;
  /** Starts the framework, where the address says `&late`. */
  start(): void;
}

/**
 * Starts a framework on `#app`. The address says how: `?hydrate` takes over the server's HTML, `&late` does so
 * when a test calls `start`; `?seed=` and `?count=` choose the random states.
 */
export function run(mount: Mount): void {
  const query = new URLSearchParams(location.search);
  const random = randomFrom(Number(query.get('seed') ?? 1));
  let state = firstState(random, Number(query.get('count') ?? 12));
  let update: ReturnType<Mount> = () => {};
  const page: PageUnderTest = {
    step() {
      state = nextState(state, random);
      update(state);
    },
    start() {
      const at = document.getElementById('app');
      if (at) update = mount(at, state, query.has('hydrate'));
    },
  };
  if (!query.has('late')) page.start();
  Object.assign(globalThis, { pageUnderTest: page });
}
