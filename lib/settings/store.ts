import { browser } from 'wxt/browser';
import { withLock } from '../platform/lock.ts';
import { LOCAL_KEYS, settingKey } from '../platform/storage-keys.ts';
import { readManaged } from '../policy/managed-storage.ts';
import { type RawEntries, SETTINGS_VERSION } from './migrations.ts';
import { type Effective, effective, type Managed } from './resolve-settings.ts';
import { SETTING_NAMES, type SettingName, type Settings } from './schema.ts';
import { readStored, repairOf, STORAGE_KEYS, upgradeOf, type Write } from './storage-layout.ts';

/** A change of settings: new values by name; `undefined` returns a setting to its preset or default. */
export type Patch = { readonly [K in keyof Settings]?: Settings[K] | undefined };

/*
 * `sync` itself never leaves this browser: it says where the other settings lie. Which area is in use is kept beside
 * it, because an administrator may decide that too, and a person's choice must outlast the administrator's.
 */
const SYNC = settingKey('sync');
const LOCAL_ONLY: readonly string[] = [SYNC, LOCAL_KEYS.settingsDamaged, LOCAL_KEYS.settingsArea];

const inSync = (raw: RawEntries): boolean => raw[LOCAL_KEYS.settingsArea] === 'sync';

const readRaw = async (): Promise<RawEntries> => {
  const local: Record<string, unknown> = await browser.storage.local.get([...STORAGE_KEYS]);
  if (!inSync(local)) return local;
  const synced: Record<string, unknown> = await browser.storage.sync.get([...STORAGE_KEYS]);
  return { ...synced, ...Object.fromEntries(LOCAL_ONLY.map((key) => [key, local[key]])) };
};

const areaOf = (key: string, sync: boolean) =>
  sync && !LOCAL_ONLY.includes(key) ? browser.storage.sync : browser.storage.local;

async function write({ set, remove }: Write, sync: boolean): Promise<void> {
  for (const area of new Set([browser.storage.local, areaOf('', sync)])) {
    const own = (key: string) => areaOf(key, sync) === area;
    const entries = Object.entries(set).filter(([key]) => own(key));
    if (entries.length > 0) await area.set(Object.fromEntries(entries));
    const gone = remove.filter(own);
    if (gone.length > 0) await area.remove(gone);
  }
}

/** One writer at a time over all pages of the extension and its background: read, change and write belong together. */
const alone = <T>(work: () => Promise<T>): Promise<T> => withLock('settings', work);

/** What the administrator set; passed in so that tests can be the administrator. */
export type ReadManaged = () => Promise<Managed>;

/** The settings in force now. Never rejects on damaged values: what is right is kept, the rest is named. */
export const readSettings = async (policy: ReadManaged = readManaged): Promise<Effective> => {
  const [raw, managed] = await Promise.all([readRaw(), policy()]);
  return effective(readStored(raw), managed);
};

/** A change was refused: a newer version stored something here that this one cannot read and must not overwrite. */
export class StoredByNewer extends Error {
  override readonly name = 'StoredByNewer';
  readonly settings: readonly SettingName[];
  constructor(settings: readonly SettingName[]) {
    super(`stored by a newer version: ${settings.join(', ')}`);
    this.settings = settings;
  }
}

/**
 * Changes settings, given the current values. Only what differs is written, and nothing that is locked. Rejects with
 * the browser's error when the storage is full or over its sync quota, and with `StoredByNewer`; nothing is lost
 * then, the old values stay.
 */
export const changeSettings = (
  change: (current: Settings) => Patch,
  policy: ReadManaged = readManaged,
): Promise<void> =>
  alone(async () => {
    const managed = await policy();
    const raw = await makeReady(managed);
    const stored = readStored(raw);
    const { values, origin } = effective(stored, managed);
    const patch = change(values);
    const names = SETTING_NAMES.filter((name) => name in patch && origin[name] !== 'locked');
    const unread = stored.newer ? names.filter((name) => stored.unread.includes(name)) : [];
    if (unread.length > 0) throw new StoredByNewer(unread);
    const set: Record<string, unknown> = Object.fromEntries(
      names.filter((name) => patch[name] !== undefined).map((name) => [settingKey(name), patch[name]]),
    );
    if (typeof raw[LOCAL_KEYS.settingsVersion] !== 'number')
      set[LOCAL_KEYS.settingsVersion] = SETTINGS_VERSION;
    const remove = names.filter((name) => patch[name] === undefined).map(settingKey);
    await write({ set, remove }, inSync(raw));
    if (names.includes('sync')) await settle(managed).catch((error: unknown) => backTo(raw, error));
  });

/** The settings could not be moved, so the choice of where they lie must not stand either. */
async function backTo(raw: RawEntries, error: unknown): Promise<never> {
  if (raw[SYNC] === undefined) await browser.storage.local.remove(SYNC);
  else await browser.storage.local.set({ [SYNC]: raw[SYNC] });
  throw error;
}

/**
 * The entries as a change may build on them: in their area, of this layout, whole. Where the area cannot take them
 * (over its quota, say) they stay where they are.
 */
async function makeReady(managed: Managed): Promise<RawEntries> {
  let raw = await settle(managed).catch(readRaw);
  for (const mend of [upgradeOf, repairOf]) {
    const due = mend(raw);
    if (!due) continue;
    await write(due, inSync(raw));
    raw = await readRaw();
  }
  return raw;
}

/** Puts the settings where the `sync` in force wants them, and returns them. */
async function settle(managed: Managed): Promise<RawEntries> {
  const raw = await readRaw();
  const stored = readStored(raw);
  const toSync = effective(stored, managed).values.sync;
  // What a newer version stored may be more than is known here, and a part of it must not be left behind.
  if (stored.newer || toSync === inSync(raw)) return raw;
  await move(raw, toSync);
  return readRaw();
}

/**
 * Copies what the person changed into the area that is in use from now on. What lies in the synced area already
 * stays, for another device put it there; what lies here is older than what comes.
 */
async function move(raw: RawEntries, toSync: boolean): Promise<void> {
  const target = toSync ? browser.storage.sync : browser.storage.local;
  const there: Record<string, unknown> = toSync ? await target.get([...STORAGE_KEYS]) : {};
  const carried = STORAGE_KEYS.filter((key) => !LOCAL_ONLY.includes(key));
  const has = (key: string) => (raw[key] ?? null) !== null;
  const coming = carried.filter((key) => has(key) && (there[key] ?? null) === null);
  await target.set(Object.fromEntries(coming.map((key) => [key, raw[key]])));
  if (toSync) return browser.storage.local.set({ [LOCAL_KEYS.settingsArea]: 'sync' });
  await browser.storage.local.remove([LOCAL_KEYS.settingsArea, ...carried.filter((key) => !has(key))]);
}

/** Returns everything to a fresh install, values put aside included. */
export const resetSettings = (): Promise<void> =>
  alone(async () => {
    const sync = inSync(await readRaw());
    await browser.storage.local.remove([...STORAGE_KEYS]);
    if (sync) await browser.storage.sync.remove([...STORAGE_KEYS]);
  });

/**
 * Brings old layouts up, puts damaged values aside and the settings where they belong; called at each start of the
 * background and after each change.
 */
export const repairSettings = (policy: ReadManaged = readManaged): Promise<void> =>
  alone(async () => {
    await makeReady(await policy());
  });

/** Forgets the values that were put aside, once the person has seen them. */
export const dismissDamage = (): Promise<void> =>
  alone(() => browser.storage.local.remove(LOCAL_KEYS.settingsDamaged));

const WATCHED = [...STORAGE_KEYS, LOCAL_KEYS.knownPolicy];

/** Calls back after any change of settings or policy, until the signal aborts. */
export function watchSettings(listener: () => void, signal?: AbortSignal): void {
  const onChanged = (changes: Record<string, unknown>, area: string) => {
    if (area === 'managed' || WATCHED.some((key) => key in changes)) listener();
  };
  browser.storage.onChanged.addListener(onChanged);
  signal?.addEventListener('abort', () => browser.storage.onChanged.removeListener(onChanged));
}
