import type { RefObject } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { useWritten } from '../written.ts';

interface Growing {
  /** How many items to draw. */
  readonly shown: number;
  /** Goes on an element after the last item: the list grows before it comes into sight. */
  readonly end: RefObject<HTMLDivElement | null>;
  readonly showAll: () => void;
}

/**
 * A long list that draws its first `chunk` items and grows as it is scrolled, so that a key stroke in a filter never
 * waits for rows nobody sees. Paper, and what is written once, gets all of it.
 *
 * @param key another list starts at its beginning again.
 */
export function useGrowing(total: number, chunk: number, key: unknown): Growing {
  const [grown, setGrown] = useState({ key, shown: chunk });
  const written = useWritten();
  const shown = written ? total : Math.min(total, grown.key === key ? grown.shown : chunk);
  const end = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const target = end.current;
    if (!target || shown >= total) return;
    const watcher = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        // What was asked for meanwhile, such as all, may be more.
        setGrown((now) => ({
          key,
          shown: Math.max(shown + 2 * chunk, now.key === key ? now.shown : 0),
        }));
      },
      { rootMargin: '2000px' },
    );
    watcher.observe(target);
    return () => watcher.disconnect();
  }, [shown, total, key, chunk]);

  const showAll = useCallback(() => setGrown({ key, shown: Number.POSITIVE_INFINITY }), [key]);
  useEffect(() => {
    addEventListener('beforeprint', showAll);
    return () => removeEventListener('beforeprint', showAll);
  }, [showAll]);

  return { shown, end, showAll };
}
