import { browser } from 'wxt/browser';
import { type Effective, effective, type Managed, NOT_MANAGED } from './effective.ts';
import { SETTINGS_VERSION } from './migrations.ts';
import { SETTING_NAMES, type Settings } from './schema.ts';
import {
  DAMAGED_KEY,
  type RawEntries,
  readStored,
  repairOf,
  STORAGE_KEYS,
  storageKey,
  VERSION_KEY,
} from './stored.ts';

/** A change of settings: new values by name; `undefined` returns a setting to its preset or default. */
export type Patch = { readonly [K in keyof Settings]?: Settings[K] | undefined };

/*
 * `sync` itself never leaves this browser: it says where the other settings lie.
 */
const SYNC = storageKey('sync');

const readRaw = async (): Promise<RawEntries> => {
  const local: Record<string, unknown> = await browser.storage.local.get([...STORAGE_KEYS]);
  if (local[SYNC] !== true) return local;
  const synced: Record<string, unknown> = await browser.storage.sync.get([...STORAGE_KEYS]);
  return { ...synced, [SYNC]: true };
};

const areaOf = (key: string, sync: boolean) =>
  sync && key !== SYNC && key !== DAMAGED_KEY ? browser.storage.sync : browser.storage.local;

async function write(set: Record<string, unknown>, remove: readonly string[], sync: boolean): Promise<void> {
  for (const area of new Set([browser.storage.local, areaOf('', sync)])) {
    const own = (key: string) => areaOf(key, sync) === area;
    const entries = Object.entries(set).filter(([key]) => own(key));
    if (entries.length > 0) await area.set(Object.fromEntries(entries));
    const gone = remove.filter(own);
    if (gone.length > 0) await area.remove(gone);
  }
}

/** One writer at a time over all pages of the extension and its background: read, change and write belong together. */
const alone = <T>(work: () => Promise<T>): Promise<T> =>
  navigator.locks.request('settings', work) as Promise<T>;

/** What the administrator set; the reader of policies is passed in so that a page without one needs no policy code. */
export type ReadManaged = () => Promise<Managed>;
const noPolicy: ReadManaged = () => Promise.resolve(NOT_MANAGED);

/** The settings in force now. Never rejects on damaged values: what is right is kept, the rest is named. */
export const readSettings = async (readManaged: ReadManaged = noPolicy): Promise<Effective> => {
  const [raw, managed] = await Promise.all([readRaw(), readManaged()]);
  return effective(readStored(raw), managed);
};

/**
 * Changes settings, given the current values. Only what differs is written. Rejects with the browser's error when
 * the storage is full or over its sync quota; nothing is lost then, the old values stay.
 */
export const changeSettings = (
  change: (current: Settings) => Patch,
  readManaged: ReadManaged = noPolicy,
): Promise<void> =>
  alone(async () => {
    const raw = await readRaw();
    const { values, origin } = effective(readStored(raw), await readManaged());
    const patch = change(values);
    const names = SETTING_NAMES.filter((name) => name in patch && origin[name] !== 'locked');
    const sync = raw[SYNC] === true;
    const set: Record<string, unknown> = Object.fromEntries(
      names.filter((name) => patch[name] !== undefined).map((name) => [storageKey(name), patch[name]]),
    );
    if (typeof raw[VERSION_KEY] !== 'number') set[VERSION_KEY] = SETTINGS_VERSION;
    await write(set, names.filter((name) => patch[name] === undefined).map(storageKey), sync);
    if (names.includes('sync') && patch.sync !== sync) await move(raw, patch.sync === true);
  });

/** Copies what the person changed into the area that is in use from now on; what lies there already stays. */
async function move(raw: RawEntries, toSync: boolean): Promise<void> {
  const target = toSync ? browser.storage.sync : browser.storage.local;
  const there: Record<string, unknown> = toSync ? await target.get([...STORAGE_KEYS]) : {};
  const missing = Object.entries(raw).filter(
    ([key]) => key !== SYNC && key !== DAMAGED_KEY && (there[key] ?? null) === null,
  );
  await target.set(Object.fromEntries(missing));
}

/** Returns everything to a fresh install, values put aside included. */
export const resetSettings = (): Promise<void> =>
  alone(async () => {
    const { [SYNC]: sync } = await readRaw();
    await browser.storage.local.remove([...STORAGE_KEYS]);
    if (sync === true) await browser.storage.sync.remove([...STORAGE_KEYS]);
  });

/** Puts damaged values aside; called once at each start of the background. */
export const repairSettings = (): Promise<void> =>
  alone(async () => {
    const raw = await readRaw();
    const repair = repairOf(raw);
    if (repair) await write(repair.set, repair.remove, raw[SYNC] === true);
  });

/** Forgets the values that were put aside, once the person has seen them. */
export const dismissDamage = (): Promise<void> => alone(() => browser.storage.local.remove(DAMAGED_KEY));

/** Calls back after any change of settings or policy, until the signal aborts. */
export function watchSettings(listener: () => void, signal?: AbortSignal): void {
  const onChanged = (changes: Record<string, unknown>, area: string) => {
    if (area === 'managed' || STORAGE_KEYS.some((key) => key in changes)) listener();
  };
  browser.storage.onChanged.addListener(onChanged);
  signal?.addEventListener('abort', () => browser.storage.onChanged.removeListener(onChanged));
}
