import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';

const Printing = createContext(false);

/** Tells the parts below it when the page is being laid out for paper; by itself it draws none of them anew. */
export function PrintingProvider({ children }: { readonly children: ComponentChildren }) {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const events = new AbortController();
    const { signal } = events;
    addEventListener('beforeprint', () => setPrinting(true), { signal });
    addEventListener('afterprint', () => setPrinting(false), { signal });
    return () => events.abort();
  }, []);
  return <Printing.Provider value={printing}>{children}</Printing.Provider>;
}

/** Is the page on its way to paper? What is folded or left out on a screen is drawn then. */
export const usePrinting = (): boolean => useContext(Printing);
