import { LOCAL_KEYS } from '../platform/storage-keys.ts';
import { storedValue } from '../platform/stored-value.ts';
import { z } from '../platform/zod.ts';
import { readSnapshot, type Snapshot } from './snapshot.ts';

/** The snapshot as it lies ready for the pages; null where there is none of this format. */
export const storedSnapshot = storedValue(
  'local',
  LOCAL_KEYS.snapshot,
  z.custom<Snapshot | null>((value) => readSnapshot(value) !== null),
  null,
);
