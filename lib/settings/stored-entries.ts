import { browser } from 'wxt/browser';
import { LOCAL_KEYS, settingKey } from '../platform/storage-keys.ts';
import type { RawEntries } from './migrations.ts';
import { STORAGE_KEYS, type Write } from './storage-layout.ts';

/*
 * The entries of `storage-layout.ts` in the browser's two areas. `sync` itself never leaves this browser: it says where
 * the other settings lie. Which area is in use is kept beside it, because a policy may decide that too, and a person's
 * choice must outlast the policy's.
 */
const SYNC = settingKey('sync');
const LOCAL_ONLY: readonly string[] = [SYNC, LOCAL_KEYS.settingsDamaged, LOCAL_KEYS.settingsArea];

/** The synced area is in use. */
export const inSync = (raw: RawEntries): boolean => raw[LOCAL_KEYS.settingsArea] === 'sync';

/** All entries, from the area in use. */
export async function readRaw(): Promise<RawEntries> {
  const local: Record<string, unknown> = await browser.storage.local.get([...STORAGE_KEYS]);
  if (!inSync(local)) return local;
  const synced: Record<string, unknown> = await browser.storage.sync.get([...STORAGE_KEYS]);
  return { ...synced, ...Object.fromEntries(LOCAL_ONLY.map((key) => [key, local[key]])) };
}

const areaOf = (key: string, sync: boolean) =>
  sync && !LOCAL_ONLY.includes(key) ? browser.storage.sync : browser.storage.local;

/** Writes each entry into its area. @param sync the synced area is in use */
export async function write({ set, remove }: Write, sync: boolean): Promise<void> {
  for (const area of new Set([browser.storage.local, areaOf('', sync)])) {
    const own = (key: string) => areaOf(key, sync) === area;
    const entries = Object.entries(set).filter(([key]) => own(key));
    if (entries.length > 0) await area.set(Object.fromEntries(entries));
    const gone = remove.filter(own);
    if (gone.length > 0) await area.remove(gone);
  }
}

/**
 * Copies what the person changed into the area that is in use from now on. What lies in the synced area already
 * stays, for another device put it there; what lies here is older than what comes.
 */
export async function move(raw: RawEntries, toSync: boolean): Promise<void> {
  const target = toSync ? browser.storage.sync : browser.storage.local;
  const there: Record<string, unknown> = toSync ? await target.get([...STORAGE_KEYS]) : {};
  const carried = STORAGE_KEYS.filter((key) => !LOCAL_ONLY.includes(key));
  const has = (key: string) => (raw[key] ?? null) !== null;
  const coming = carried.filter((key) => has(key) && (there[key] ?? null) === null);
  await target.set(Object.fromEntries(coming.map((key) => [key, raw[key]])));
  if (toSync) return browser.storage.local.set({ [LOCAL_KEYS.settingsArea]: 'sync' });
  await browser.storage.local.remove([LOCAL_KEYS.settingsArea, ...carried.filter((key) => !has(key))]);
}

/** Puts the choice of the area back to what it was in `raw`. */
export async function restoreSync(raw: RawEntries): Promise<void> {
  if (raw[SYNC] === undefined) await browser.storage.local.remove(SYNC);
  else await browser.storage.local.set({ [SYNC]: raw[SYNC] });
}

/** Removes every entry from the areas in use. */
export async function removeAll(): Promise<void> {
  const sync = inSync(await readRaw());
  await browser.storage.local.remove([...STORAGE_KEYS]);
  if (sync) await browser.storage.sync.remove([...STORAGE_KEYS]);
}
