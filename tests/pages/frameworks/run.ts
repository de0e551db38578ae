import { firstState, nextState, randomFrom, type State } from './list.ts';

/** Draws the state into an element, or takes over what the server wrote there; returns what draws later states. */
export type Mount = (at: Element, state: State, hydrate: boolean) => (next: State) => void;

/** What a test finds in the page. */
export interface PageUnderTest {
  /** Draws the next random state. */
  step(): void;
  /** Whether the framework has been started. */
  started: boolean;
}

/**
 * Starts a framework on `#app`. The address says how: `?hydrate` takes over the server's HTML, `&late` does so a
 * second after `load`; `?seed=` and `?count=` choose the random states.
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
    started: false,
  };
  const start = () => {
    const at = document.getElementById('app');
    if (at) update = mount(at, state, query.has('hydrate'));
    page.started = true;
  };
  if (query.has('late')) addEventListener('load', () => setTimeout(start, 1000));
  else start();
  Object.assign(globalThis, { pageUnderTest: page });
}
