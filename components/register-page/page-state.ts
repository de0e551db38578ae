import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { RecordUrlOf } from '../../lib/export/citation.ts';
import type { Register } from '../../lib/register/schema.ts';
import type { PageState, ReadAddress } from '../../lib/register-view/url-state.ts';
import type { Addresses } from './addresses.ts';

/**
 * When a change reaches the address. `now`: at once, as a step that Back undoes. `soon`: while somebody types or drags;
 * all of it is one step.
 */
export type Writing = 'now' | 'soon';

/** What every part of the page may look at and change. */
export interface Page {
  readonly register: Register;
  readonly state: PageState;
  /** The day looked at, `YYYY-MM-DD`: the state's, else today. */
  readonly day: string;
  readonly today: string;
  readonly addresses: Addresses;
  /** The public page of a record, for citations. */
  readonly urlOf: RecordUrlOf;
  /** Puts a text into the clipboard; rejects where the browser does not allow it. */
  readonly onCopy: (text: string) => Promise<void>;
  change(patch: Partial<PageState>, writing?: Writing): void;
}

const PageContext = createContext<Page | null>(null);

/** Gives all parts below it the page. */
export const PageProvider = PageContext.Provider;

/** The page given by the nearest `PageProvider`; throws where there is none. */
export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error('a part of the register page stands outside a PageProvider');
  return page;
}

/** Milliseconds after the last key stroke until the address follows; browsers limit how often it may change. */
const SETTLE = 400;

/** Keeps the window's address in step with a state, and takes the state from it. */
interface AddressWriter {
  readonly state: PageState;
  put(state: PageState, writing: Writing): void;
  /** Writes at once what still waits. */
  settle(): void;
  /** Reads the address anew, as after Back; what waited is dropped. */
  read(): ReadAddress;
}

function addressWriter(addresses: Addresses, today: string): AddressWriter {
  let { state } = addresses.read(today);
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The newest history entry was made by the typing that still goes on. */
  let typing = false;

  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const write = () => {
    stop();
    const address = addresses.write(state);
    if (address === location.pathname + location.search + location.hash) return;
    history[typing ? 'replaceState' : 'pushState'](null, '', address);
  };
  const settle = () => {
    if (timer === undefined) return;
    write();
    typing = true;
  };
  return {
    get state() {
      return state;
    },
    put(next, writing) {
      if (writing === 'now') settle();
      state = next;
      stop();
      if (writing === 'soon') timer = setTimeout(settle, SETTLE);
      else {
        typing = false;
        write();
      }
    },
    settle,
    read() {
      stop();
      typing = false;
      const read = addresses.read(today);
      state = read.state;
      return read;
    },
  };
}

/**
 * The state in the window's address, both ways: Back and Forward change it, and it changes the address. Days after
 * `today` (`YYYY-MM-DD`) are left out.
 */
export function useAddress(addresses: Addresses, today: string): ReadAddress & Pick<Page, 'change'> {
  const [writer] = useState(() => addressWriter(addresses, today));
  const [read, setRead] = useState(() => writer.read());
  useEffect(() => {
    const events = new AbortController();
    const { signal } = events;
    const follow = () => setRead(writer.read());
    addEventListener('popstate', follow, { signal });
    addEventListener('hashchange', follow, { signal });
    addEventListener('pagehide', writer.settle, { signal });
    return () => events.abort();
  }, [writer]);
  return {
    ...read,
    change(patch, writing = 'now') {
      const state = { ...writer.state, ...patch };
      writer.put(state, writing);
      setRead({ state, problems: [] });
    },
  };
}
