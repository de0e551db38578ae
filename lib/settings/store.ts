import { browser } from 'wxt/browser';
import { withLock } from '../platform/lock.ts';
import { LOCAL_KEYS, settingKey } from '../platform/storage-keys.ts';
import { type RawEntries, SETTINGS_VERSION } from './migrations.ts';
import { type PolicyValues, type ResolvedSettings, resolveSettings } from './resolve-settings.ts';
import { SETTING_NAMES, type SettingName, type Settings, surplus } from './schema.ts';
import { readStored, repairOf, STORAGE_KEYS, upgradeOf } from './storage-layout.ts';
import { inSync, move, readRaw, removeAll, restoreSync, write } from './stored-entries.ts';

/** A change of settings: new values by name; `undefined` returns a setting to its preset or default. */
type Patch = { readonly [K in keyof Settings]?: Settings[K] | undefined };

/** New values, or how they follow from the current ones: what depends on the current value must be of this kind. */
export type Change = Patch | ((current: Settings) => Patch);

/** A change was refused: a newer version stored something here that this one cannot read and must not overwrite. */
export class StoredByNewer extends Error {
  override readonly name = 'StoredByNewer';
  readonly settings: readonly SettingName[];
  constructor(settings: readonly SettingName[]) {
    super(`stored by a newer version: ${settings.join(', ')}`);
    this.settings = settings;
  }
}

/** A change was refused: a list would be longer than may be. */
export class ListTooLong extends Error {
  override readonly name = 'ListTooLong';
  constructor(setting: SettingName) {
    super(`${setting} has as many entries as it may have`);
  }
}

/** One writer at a time over all pages of the extension and its background: read, change and write belong together. */
const alone = <T>(work: () => Promise<T>): Promise<T> => withLock('settings', work);

/**
 * The settings as they are read and changed under a policy.
 *
 * @param readPolicy the policy as it is now; passed in, because the policy's room knows the settings and not the reverse
 */
export function createSettingsStore<Policy extends PolicyValues>(readPolicy: () => Promise<Policy>) {
  /** Puts the settings where the `sync` in force wants them, and returns them. */
  async function settle(policy: Policy): Promise<RawEntries> {
    const raw = await readRaw();
    const stored = readStored(raw);
    const toSync = resolveSettings(stored, policy).values.sync;
    // What a newer version stored may be more than is known here, and a part of it must not be left behind.
    if (stored.newer || toSync === inSync(raw)) return raw;
    await move(raw, toSync);
    return readRaw();
  }

  /**
   * The entries as a change may build on them: in their area, of this layout, whole. Where the area cannot take them
   * (over its quota, say) they stay where they are.
   */
  async function makeReady(policy: Policy): Promise<RawEntries> {
    let raw = await settle(policy).catch(readRaw);
    for (const mend of [upgradeOf, repairOf]) {
      const due = mend(raw);
      if (!due) continue;
      await write(due, inSync(raw));
      raw = await readRaw();
    }
    return raw;
  }

  return {
    /** The settings in force now. Never rejects on damaged values: what is right is kept, the rest is named. */
    async readSettings(): Promise<ResolvedSettings<Policy>> {
      const [raw, policy] = await Promise.all([readRaw(), readPolicy()]);
      return resolveSettings(readStored(raw), policy);
    },

    /**
     * Changes settings. Only what differs is written, and nothing that is locked. Rejects
     * with the browser's error when the storage is full or over its sync quota, with `ListTooLong` and `StoredByNewer`; nothing is
     * lost then, the old values stay.
     */
    changeSettings: (change: Change): Promise<void> =>
      alone(async () => {
        const policy = await readPolicy();
        const raw = await makeReady(policy);
        const stored = readStored(raw);
        const { values, origin } = resolveSettings(stored, policy);
        const patch = typeof change === 'function' ? change(values) : change;
        const names = SETTING_NAMES.filter((name) => name in patch && origin[name] !== 'locked');
        const unread = stored.newer ? names.filter((name) => stored.unread.includes(name)) : [];
        if (unread.length > 0) throw new StoredByNewer(unread);
        for (const name of names) {
          const more = surplus(name, patch[name]);
          if (more > 0 && more > surplus(name, values[name])) throw new ListTooLong(name);
        }
        const set: Record<string, unknown> = Object.fromEntries(
          names.filter((name) => patch[name] !== undefined).map((name) => [settingKey(name), patch[name]]),
        );
        if (typeof raw[LOCAL_KEYS.settingsVersion] !== 'number')
          set[LOCAL_KEYS.settingsVersion] = SETTINGS_VERSION;
        const remove = names.filter((name) => patch[name] === undefined).map(settingKey);
        await write({ set, remove }, inSync(raw));
        if (!names.includes('sync')) return;
        await settle(policy).catch(async (error: unknown) => {
          // The settings could not be moved, so the choice of where they lie must not stand either.
          await restoreSync(raw);
          throw error;
        });
      }),

    /** Returns everything to a fresh install, values put aside included. */
    resetSettings: (): Promise<void> => alone(removeAll),

    /**
     * Brings old layouts up, puts damaged values aside and the settings where they belong; called at each start of the
     * background and after each change.
     */
    repairSettings: (): Promise<void> =>
      alone(async () => {
        await makeReady(await readPolicy());
      }),
  };
}

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
