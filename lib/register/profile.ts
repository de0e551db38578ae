import { HttpsUrl } from '../platform/https-url.ts';
import { z } from '../platform/zod.ts';
import { DEVICE_SCOPES, type Relation } from './schema.ts';

/** The device a person sits at. */
export const DEVICES = ['work-issued', 'personal-with-work-access', 'personal'] as const;
export type Device = (typeof DEVICES)[number];

/** Signs that are not seen, and can make a text read as another: controls, and those for the direction of text. */
const UNSEEN = /[\p{Cc}\p{Bidi_Control}]/u;
/** A longer text may have tabs and lines. */
const isSeen = (text: string): boolean => !UNSEEN.test(text.replace(/[\t\r\n]/g, ''));

/** The code of the complaint, and after it the first such sign. */
const unseenIn = (text: unknown): string => {
  const point = UNSEEN.exec(String(text).replace(/[\t\r\n]/g, ''))?.[0].codePointAt(0) ?? 0;
  return `unseen-sign U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
};

const plainText = (most: number) =>
  z
    .string()
    .check(z.maxLength(most, 'too-long'), z.refine(isSeen, { error: ({ input }) => unseenIn(input) }));

/** A rule of the person's own organisation that the register does not hold: typed in, or set by the employer's policy. */
export const OwnRule = z.strictObject({
  by: z.enum(['person', 'employer']),
  name: plainText(500).check(z.trim(), z.minLength(1, 'empty')),
  text: plainText(5000),
  level: z.enum(['not-allowed', 'advised-against', 'information']),
  devices: z.array(z.enum(DEVICE_SCOPES)),
  exceptions: z.exactOptional(plainText(5000)),
  url: z.exactOptional(HttpsUrl),
  contact: z.exactOptional(plainText(500)),
});
export type OwnRule = z.infer<typeof OwnRule>;

/** What a person says of themselves; everything may be empty. Places are ISO 3166-1 or -2 codes. */
export interface Profile {
  readonly places: readonly string[];
  readonly organisations: readonly { readonly id: string; readonly relation: Relation }[];
  readonly device: Device | null;
  readonly ownRule: OwnRule | null;
}
