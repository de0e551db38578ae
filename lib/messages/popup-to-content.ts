import { z } from '../platform/zod.ts';

/**
 * What the popup sends over its port to all frames of a tab.
 *
 * - `show`: scrolls to an item and points it out, in the frame that has it.
 * - `code`: asks for the URLs that the frame has loaded.
 */
export const PopupToContent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('show'), id: z.string() }),
  z.strictObject({ type: z.literal('code') }),
]);
export type PopupToContent = z.infer<typeof PopupToContent>;
