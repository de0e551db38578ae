import { useEffect, useState } from 'preact/hooks';

/** Is the page being laid out for paper? */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const events = new AbortController();
    const { signal } = events;
    addEventListener('beforeprint', () => setPrinting(true), { signal });
    addEventListener('afterprint', () => setPrinting(false), { signal });
    return () => events.abort();
  }, []);
  return printing;
}
