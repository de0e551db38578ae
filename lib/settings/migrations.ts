import type { RawEntries } from './stored.ts';

/** One step from the layout before `to` up to it. It may rename, split or drop entries; it must not throw. */
export interface Migration {
  readonly to: number;
  readonly why: string;
  readonly apply: (raw: RawEntries) => RawEntries;
}

/** Steps in order. Empty while layout 1 is the only one that was ever released. */
export const MIGRATIONS: readonly Migration[] = [];

/** The layout this code writes. */
export const SETTINGS_VERSION = 1;

/** Applies every step above `version`; entries of a newer layout pass unchanged. */
export const migrate = (
  raw: RawEntries,
  version: number,
  steps: readonly Migration[] = MIGRATIONS,
): RawEntries =>
  steps.filter((step) => step.to > version).reduce((entries, step) => step.apply(entries), raw);
