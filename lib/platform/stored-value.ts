import { browser } from 'wxt/browser';
import { withLock } from './lock.ts';
import type { z } from './zod.ts';

/** One value in the browser's storage, checked whenever it is read. */
export interface StoredValue<T> {
  /** The value; the fallback where nothing is stored, or something that does not fit the schema. */
  get(): Promise<T>;
  /** Rejects with the browser's error, for example where the area is full. */
  set(value: T): Promise<void>;
  remove(): Promise<void>;
  /** Reads, changes and writes with no other `update` of the value in between. The same value is not written again. */
  update(change: (current: T) => T): Promise<void>;
}

/** The value under a key of `storage-keys.ts`. */
export function storedValue<S extends z.ZodMiniType>(
  area: 'local' | 'session',
  key: string,
  schema: S,
  fallback: z.output<S>,
): StoredValue<z.output<S>> {
  const get = async (): Promise<z.output<S>> => {
    const checked = schema.safeParse((await browser.storage[area].get(key))[key]);
    return checked.success ? checked.data : fallback;
  };
  const set = (value: z.output<S>) => browser.storage[area].set({ [key]: value });
  return {
    get,
    set,
    remove: () => browser.storage[area].remove(key),
    update: (change) =>
      withLock(key, async () => {
        const current = await get();
        const next = change(current);
        if (next !== current) await set(next);
      }),
  };
}
