import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';

/*
 * The website's pages are written once, as HTML that must serve readers without scripts: lists are whole, what opens has
 * its content, and controls that only a script could answer are left out.
 */
const Written = createContext(false);

/** Says of all parts below it whether they are written once. */
export const WrittenProvider = Written.Provider;

/** Is the view written once, for readers without scripts? */
export const useWritten = (): boolean => useContext(Written);

/** What `load` gives: at once where it has it, null until then where it is on its way. */
export function useLoaded<T>(load: () => T | Promise<T>): T | null {
  const [first] = useState(load);
  const [value, setValue] = useState(() => (first instanceof Promise ? null : first));
  useEffect(() => {
    if (first instanceof Promise) void first.then((loaded) => setValue(() => loaded));
  }, [first]);
  return value;
}
