import type { UpdateShelf } from '../platform/storage-keys.ts';
import type { SettingsInForce } from '../policy/policy.ts';
import { sourceOf } from '../policy/update-source.ts';
import type { Source } from '../updates/shelf.ts';

/** A source of updates as the settings want it. */
export interface Watched {
  readonly shelf: UpdateShelf;
  /** Null where there is none; what lies on the shelf goes then. */
  readonly source: Source | null;
  /** Whether to ask it. What it brought stays in use while it is off. */
  readonly on: boolean;
}

/** The sources by the settings in force: of the register, and of the organisation's own records. */
export function watchedSources(settings: SettingsInForce): readonly Watched[] {
  const { recordsUrl: url, recordsRoot: root } = settings.policy.accepted;
  const records = typeof url === 'string' && typeof root === 'string' ? { url, root } : null;
  return [
    { shelf: 'updates', source: sourceOf(settings.values), on: settings.values.updates },
    { shelf: 'records', source: records, on: records !== null },
  ];
}
