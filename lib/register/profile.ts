import { HttpsUrl } from '../platform/https-url.ts';
import { z } from '../platform/zod.ts';
import { DEVICE_SCOPES, type Relation } from './schema.ts';

/** The device a person sits at. */
export const DEVICES = ['work-issued', 'personal-with-work-access', 'personal'] as const;
export type Device = (typeof DEVICES)[number];

/** A rule of the person's own organisation that the register does not hold: typed in, or set by the employer's policy. */
export const OwnRule = z.strictObject({
  by: z.enum(['person', 'employer']),
  name: z.string().check(z.trim(), z.minLength(1, 'empty'), z.maxLength(200, 'too-long')),
  text: z.string().check(z.maxLength(2000, 'too-long')),
  level: z.enum(['not-allowed', 'advised-against', 'information']),
  devices: z.array(z.enum(DEVICE_SCOPES)),
  exceptions: z.exactOptional(z.string().check(z.maxLength(2000, 'too-long'))),
  url: z.exactOptional(HttpsUrl),
  contact: z.exactOptional(z.string().check(z.maxLength(200, 'too-long'))),
});
export type OwnRule = z.infer<typeof OwnRule>;

/** What a person says of themselves; everything may be empty. Places are ISO 3166-1 or -2 codes. */
export interface Profile {
  readonly places: readonly string[];
  readonly organisations: readonly { readonly id: string; readonly relation: Relation }[];
  readonly device: Device | null;
  readonly ownRule: OwnRule | null;
}
