import { z } from '../platform/zod.ts';
import type { FromFrame } from './protocol.ts';

const Count = z.int().check(z.nonnegative());
const RecordId = z.string().check(z.regex(/^[a-z0-9-]{1,120}$/));

/** The wire form of `FromFrame` in `protocol.ts`. */
export const FrameMessage: z.ZodMiniType<FromFrame> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('summary'), links: Count, embeds: Count }),
  z.strictObject({
    type: z.literal('open'),
    page: z.enum(['register', 'popup']),
    record: z.exactOptional(RecordId),
  }),
  z.strictObject({ type: z.literal('asked') }),
  z.strictObject({ type: z.literal('answered') }),
  z.strictObject({
    type: z.literal('open-address'),
    address: z.url({ protocol: /^https?$/ }).check(z.maxLength(10_000)),
    in: z.enum(['tab', 'background-tab', 'window']),
  }),
]);
