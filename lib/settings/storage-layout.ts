import { LOCAL_KEYS, settingKey } from '../platform/storage-keys.ts';
import { z } from '../platform/zod.ts';
import { MIGRATIONS, type Migration, migrate, type RawEntries, SETTINGS_VERSION } from './migrations.ts';
import { asReason, type Problem } from './problem.ts';
import { checkSetting, SETTING_NAMES, type SettingName, type Settings } from './schema.ts';

/*
 * How settings lie in browser storage: one entry a setting, `setting:<name>`, only for what the person changed, so
 * that two windows that change different settings never overwrite each other; and the version of the layout.
 */
export const STORAGE_KEYS: readonly string[] = [
  LOCAL_KEYS.settingsVersion,
  LOCAL_KEYS.settingsDamaged,
  LOCAL_KEYS.settingsArea,
  ...SETTING_NAMES.map(settingKey),
  ...MIGRATIONS.flatMap(({ retired }) => retired),
];

export interface StoredSettings {
  /** What the person changed, checked. */
  readonly changed: Partial<Settings>;
  /** What is damaged now, and what was found damaged and put aside before. */
  readonly problems: readonly Problem[];
  /** Settings of which something stored cannot be read now. */
  readonly unread: readonly SettingName[];
  /** Written by a newer version of the extension: read as far as understood, never moved or repaired. */
  readonly newer: boolean;
}

const Aside = z.array(
  z.object({
    where: z.string(),
    reason: z.string(),
    values: z.exactOptional(z.array(z.union([z.string(), z.number()]))),
    value: z.unknown(),
  }),
);

/** The damaged values that were put aside earlier. */
const asideOf = (raw: RawEntries): readonly Problem[] => {
  const checked = Aside.safeParse(raw[LOCAL_KEYS.settingsDamaged]);
  return checked.success
    ? checked.data.map(({ reason, ...rest }) => ({ ...rest, reason: asReason(reason) }))
    : [];
};

function versionOf(raw: RawEntries): number {
  const version = raw[LOCAL_KEYS.settingsVersion];
  return typeof version === 'number' ? version : SETTINGS_VERSION;
}

/** Reads storage entries: migrates old layouts, checks each value alone, keeps what is right. Never throws. */
export function readStored(raw: RawEntries, migrations?: readonly Migration[]): StoredSettings {
  const version = versionOf(raw);
  const entries = migrate(raw, version, migrations);
  const changed: Partial<Settings> = {};
  const unread: SettingName[] = [];
  let problems: readonly Problem[] = asideOf(raw);
  for (const name of SETTING_NAMES) {
    const value = entries[settingKey(name)];
    if (value === undefined) continue;
    const checked = checkSetting(name, value);
    problems = problems.concat(checked.problems);
    if (checked.problems.length > 0) unread.push(name);
    if (checked.value !== undefined) Object.assign(changed, { [name]: checked.value });
  }
  return { changed, problems, unread, newer: version > SETTINGS_VERSION };
}

/** A write to storage. */
export interface Write {
  readonly set: Readonly<Record<string, unknown>>;
  readonly remove: readonly string[];
}

/** The write that brings entries of an older layout up to this one; null where nothing is older. */
export function upgradeOf(
  raw: RawEntries,
  migrations: readonly Migration[] = MIGRATIONS,
  to = SETTINGS_VERSION,
): Write | null {
  const version = versionOf(raw);
  if (version >= to) return null;
  const entries = migrate(raw, version, migrations);
  return {
    set: { ...entries, [LOCAL_KEYS.settingsVersion]: to },
    remove: Object.keys(raw).filter((key) => !(key in entries)),
  };
}

/**
 * The write that heals damaged entries: each good part back into its place, each damaged value kept aside for the
 * person to see. Null where nothing is damaged, or where a newer version wrote the entries and may understand them.
 */
export function repairOf(raw: RawEntries): Write | null {
  const { changed, problems, unread, newer } = readStored(raw);
  if (newer || unread.length === 0) return null;
  return {
    set: {
      [LOCAL_KEYS.settingsDamaged]: problems,
      ...Object.fromEntries(
        unread.filter((name) => name in changed).map((name) => [settingKey(name), changed[name]]),
      ),
    },
    remove: unread.filter((name) => !(name in changed)).map(settingKey),
  };
}
