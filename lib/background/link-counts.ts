import { z } from '../platform/zod.ts';

const Count = z.int().check(z.nonnegative());

/** What one frame reported. */
const FrameCount = z.object({ links: Count, embeds: Count });
export type FrameCount = Readonly<z.infer<typeof FrameCount>>;

/** Counts by frame id, by tab id: plain objects, because they live in `storage.session`. */
export const Counts = z.record(z.string(), z.record(z.string(), FrameCount));
export type Counts = Readonly<z.infer<typeof Counts>>;

/**
 * Takes a frame's report in. `fresh` says that the tab shows another page than at the last report, so that the
 * frames of the page before are forgotten.
 */
export function withFrame(
  counts: Counts,
  tabId: number,
  frameId: number,
  count: FrameCount,
  fresh: boolean,
): Counts {
  const frames = { ...(fresh ? {} : counts[tabId]), [frameId]: count };
  return { ...counts, [tabId]: frames };
}

/** Forgets a tab that was closed. */
export const withoutTab = (counts: Counts, tabId: number): Counts =>
  Object.fromEntries(Object.entries(counts).filter(([id]) => id !== String(tabId)));

/** Links and embeds of a tab over all its frames. */
export const totalOf = (counts: Counts, tabId: number): number =>
  Object.values(counts[tabId] ?? {}).reduce((sum, { links, embeds }) => sum + links + embeds, 0);

/** The number as it fits on the toolbar icon. */
export const countText = (total: number): string => (total === 0 ? '' : total > 999 ? '999+' : String(total));
