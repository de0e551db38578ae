import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** From this width on, what narrows the list stands beside it. */
const WIDE = '(min-width: 76em)';

/** Is the page wide enough for a list with something beside it? Followed; no where there is no window. */
export function useIsWide(): boolean {
  const [isWide, setIsWide] = useState(() => typeof matchMedia === 'function' && matchMedia(WIDE).matches);
  useEffect(() => {
    const query = matchMedia(WIDE);
    const follow = () => setIsWide(query.matches);
    query.addEventListener('change', follow);
    follow();
    return () => query.removeEventListener('change', follow);
  }, []);
  return isWide;
}

/** The width of an element in CSS pixels, followed; `initial` until it is known. */
export function useWidth<E extends Element>(initial: number): [RefObject<E | null>, number] {
  const element = useRef<E>(null);
  const [width, setWidth] = useState(initial);
  useEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => {
      const measured = Math.round(entry?.contentRect.width ?? 0);
      if (measured > 0) setWidth(measured);
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return [element, width];
}
