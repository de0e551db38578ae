import { hostOf } from '../settings/site-lists.ts';

/** The hosts a document belongs to: its own and that of the page around it, where known. */
export type Sites = readonly string[];

/**
 * Own host and host of the outermost page. An `about:blank` or `srcdoc` frame has the host of the page that made it;
 * a sandboxed one has none.
 */
export function sitesOf({ origin, location }: Pick<typeof globalThis, 'origin' | 'location'>): Sites {
  const { ancestorOrigins } = location as { ancestorOrigins?: ArrayLike<string> };
  const top = ancestorOrigins?.[ancestorOrigins.length - 1];
  return [origin, top].flatMap((each) => hostOf(each) ?? []);
}
