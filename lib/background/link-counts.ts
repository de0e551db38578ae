import { z } from '../platform/zod.ts';

/** What one frame reported. */
export interface FrameCount {
  readonly links: number;
  readonly embeds: number;
}

/** Counts by frame id, by tab id: plain objects, because they live in `storage.session`. */
export type Counts = Readonly<Record<string, Readonly<Record<string, FrameCount>>>>;

const Stored = z.record(
  z.string(),
  z.record(
    z.string(),
    z.object({ links: z.int().check(z.nonnegative()), embeds: z.int().check(z.nonnegative()) }),
  ),
);

/** Reads what `storage.session` holds; anything else than counts is none. */
export const readCounts = (value: unknown): Counts => Stored.safeParse(value).data ?? {};

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
