import { createContext } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { type PageState, type ReadAddress, readAddress, writeAddress } from '../../lib/register/address.ts';
import type { Register } from '../../lib/register/schema.ts';

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

/** The state in the window's address, both ways: Back and Forward change it, and it changes the address. */
export function useAddress(): ReadAddress & Pick<Page, 'change'> {
  const [read, setRead] = useState(() => readAddress(location.search, location.hash));
  const current = useRef(read.state);
  current.current = read.state;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** The newest history entry was made by the typing that still goes on. */
  const typing = useRef(false);

  const write = () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const address = location.pathname + writeAddress(current.current);
    if (address === location.pathname + location.search + location.hash) return;
    history[typing.current ? 'replaceState' : 'pushState'](null, '', address);
  };
  const settle = () => {
    if (timer.current === undefined) return;
    write();
    typing.current = true;
  };

  useEffect(() => {
    const follow = () => {
      clearTimeout(timer.current);
      timer.current = undefined;
      typing.current = false;
      setRead(readAddress(location.search, location.hash));
    };
    const events = new AbortController();
    const { signal } = events;
    addEventListener('popstate', follow, { signal });
    addEventListener('hashchange', follow, { signal });
    addEventListener('pagehide', settle, { signal });
    return () => events.abort();
  }, []);

  return {
    ...read,
    change(patch, writing = 'now') {
      const state = { ...current.current, ...patch };
      if (writing === 'now') {
        settle();
        typing.current = false;
        current.current = state;
        write();
      } else {
        current.current = state;
        clearTimeout(timer.current);
        timer.current = setTimeout(settle, SETTLE);
      }
      setRead({ state, problems: [] });
    },
  };
}
