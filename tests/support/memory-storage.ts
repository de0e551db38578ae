import type { StorageArea } from '../../lib/updates/shelf.ts';

/** StorageArea of a browser in memory, that can be full, or stopped at a write as if the browser had ended the worker. */
export interface MemoryStorage extends StorageArea {
  readonly entries: Map<string, unknown>;
  /** Writes so far, removals included. */
  readonly writes: () => number;
  /** Fails every write of an entry for which this is true. */
  refuse: (key: string) => boolean;
  /** The number of further writes that go through; those after it never end. */
  stopAfter: number;
}

/** What a worker that was stopped never sees. */
const never = new Promise<never>(() => {});

export function memoryStorage(): MemoryStorage {
  const entries = new Map<string, unknown>();
  let writes = 0;
  const storage: MemoryStorage = {
    entries,
    writes: () => writes,
    refuse: () => false,
    stopAfter: Number.POSITIVE_INFINITY,
    get: async (keys) =>
      structuredClone(
        Object.fromEntries(keys.filter((key) => entries.has(key)).map((key) => [key, entries.get(key)])),
      ),
    async set(given) {
      if (writes >= storage.stopAfter) return never;
      if (Object.keys(given).some((key) => storage.refuse(key)))
        throw new Error('QUOTA_BYTES quota exceeded');
      writes += 1;
      for (const [key, value] of Object.entries(given)) entries.set(key, structuredClone(value));
    },
    async remove(keys) {
      if (writes >= storage.stopAfter) return never;
      writes += 1;
      for (const key of keys) entries.delete(key);
    },
  };
  return storage;
}
