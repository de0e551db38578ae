import type { DeviceScope, Relation } from './schema.ts';

/** The device a person sits at. */
export const DEVICES = ['work-issued', 'personal-with-work-access', 'personal'] as const;
export type Device = (typeof DEVICES)[number];

/** A rule of the person's own organisation that the register does not hold: typed in, or set by the employer's policy. */
export interface OwnRule {
  readonly by: 'person' | 'employer';
  readonly name: string;
  readonly text: string;
  readonly level: 'not-allowed' | 'advised-against' | 'information';
  readonly devices: readonly DeviceScope[];
  readonly exceptions?: string;
  /** https only. */
  readonly url?: string;
  readonly contact?: string;
}

/** What a person says of themselves; everything may be empty. Places are ISO 3166-1 or -2 codes. */
export interface Profile {
  readonly places: readonly string[];
  readonly organisations: readonly { readonly id: string; readonly relation: Relation }[];
  readonly device: Device | null;
  readonly ownRule: OwnRule | null;
}
