import { SESSION_KEYS } from '../platform/storage-keys.ts';
import { storedValue } from '../platform/stored-value.ts';
import { z } from '../platform/zod.ts';
import { extensionStorage } from './extension-storage.ts';
import { LastLook, type Source, shelfOf } from './shelf.ts';

/** What a full disk does not take, the person must be able to read all the same. */
export const unstoredLook = storedValue('session', SESSION_KEYS.unstoredLook, z.nullable(LastLook), null);

/** What came of the last look for updates of the register; null before the first. */
export const readLastLook = async (source: Source | null): Promise<LastLook | null> =>
  source && ((await unstoredLook.get()) ?? (await shelfOf('updates', source, extensionStorage).lastLook()));
