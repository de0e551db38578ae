/** Raw storage entries by key, as `storage.get` returns them. */
export type RawEntries = Readonly<Record<string, unknown>>;

/** One step from the layout before `to` up to it. It may rename, split or drop entries; it must not throw. */
export interface Migration {
  readonly to: number;
  readonly why: string;
  /** Storage keys of settings that are no more, read for this step alone and removed after it. */
  readonly retired: readonly string[];
  readonly apply: (raw: RawEntries) => RawEntries;
  /** Entries before and after, held by a test. */
  readonly example: { readonly before: RawEntries; readonly after: RawEntries };
}

/** Steps in order. Empty while layout 1 is the only one that was ever released. */
export const MIGRATIONS: readonly Migration[] = [];

/** The layout this code writes. */
export const SETTINGS_VERSION = 1;

/** Applies every step above `version`; entries of a newer layout pass unchanged. */
export const migrate = (
  raw: RawEntries,
  version: number,
  steps: readonly Pick<Migration, 'to' | 'apply'>[] = MIGRATIONS,
): RawEntries =>
  steps.filter((step) => step.to > version).reduce((entries, step) => step.apply(entries), raw);
