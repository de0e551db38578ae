import { z } from '../platform/zod.ts';

/**
 * What the background sends to frames with `tabs.sendMessage`.
 *
 * - `step`: to all frames; the one with the focus moves it to the next or previous badge.
 * - `open-card`: to the frame of the context menu; opens the card at the link last right-clicked.
 */
export const BackgroundToContent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('step'), by: z.literal([1, -1]) }),
  z.strictObject({ type: z.literal('open-card') }),
]);
export type BackgroundToContent = z.infer<typeof BackgroundToContent>;

/** The frame did it: the focus was moved, the card is open. A page's process may say anything. */
export const Done = z.boolean();
