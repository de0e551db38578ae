import { LINK_KINDS } from '../links/recognition.ts';
import { HttpsUrl } from '../platform/https-url.ts';
import { z } from '../platform/zod.ts';
import { DEVICES, OwnRule } from '../register/profile.ts';
import { Jurisdiction, RELATIONS } from '../register/schema.ts';
import { complaintOf, type Problem } from './problem.ts';

/** A WHATWG URL host as a person writes it into a list: lower case, no scheme, no path. */
export const Host = z.string().check(
  z.trim(),
  z.toLowerCase(),
  z.regex(/^(?=.{1,253}$)([^\s/:@?#.*]+\.)*[^\s/:@?#.*]+$|^\[[0-9a-f:.]+\]$/, 'host'),
  z.refine((host) => URL.canParse(`https://${host}`), 'host'),
);

export const OrganisationSetting = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'organisation-id')),
  relation: z.enum(RELATIONS),
});

/** The URL of a folder; files are asked for below it, so nothing may follow its path. */
export const UpdatesUrl = HttpsUrl.check(
  z.maxLength(2000),
  z.refine((url) => !/[?#]|^https:\/\/[^/]*@/.test(url), 'folder-url'),
);

/** SHA-256 of the root metadata to trust, in hexadecimal. */
export const UpdatesRoot = z.string().check(z.trim(), z.toLowerCase(), z.regex(/^[0-9a-f]{64}$/, 'sha-256'));

/**
 * Every setting: its check and its value on a fresh install. A setting is here only if two groups of people need
 * different values. `docs/CONTRIBUTING.md` says what else belongs to a new one.
 */
export const SETTINGS = {
  paused: { schema: z.boolean(), initial: false },
  places: { schema: z.array(Jurisdiction), initial: [] },
  organisations: { schema: z.array(OrganisationSetting), initial: [] },
  device: { schema: z.nullable(z.enum(DEVICES)), initial: null },
  ownRule: { schema: z.nullable(OwnRule), initial: null },
  markStyle: { schema: z.enum(['icon', 'word']), initial: 'icon' },
  cardOpens: { schema: z.enum(['on-hover', 'on-click']), initial: 'on-hover' },
  linkKindsOff: { schema: z.array(z.enum(LINK_KINDS)), initial: ['corporate'] },
  sitesOff: { schema: z.array(Host), initial: [] },
  sitesOnly: { schema: z.array(Host), initial: [] },
  marksOnTikTok: { schema: z.boolean(), initial: false },
  beforeOpen: { schema: z.enum(['never', 'ask', 'once']), initial: 'never' },
  toolbarCount: { schema: z.boolean(), initial: true },
  updates: { schema: z.boolean(), initial: false },
  updatesUrl: { schema: z.nullable(UpdatesUrl), initial: null },
  updatesRoot: { schema: z.nullable(UpdatesRoot), initial: null },
  sync: { schema: z.boolean(), initial: false },
} as const;

export type SettingName = keyof typeof SETTINGS;

/** The most entries of a list, whoever sets it: the sites are copied to each page that has marks. */
export const MOST_ENTRIES = { places: 200, organisations: 200, sitesOff: 2000, sitesOnly: 2000 } as const;

/** How many entries of a setting are too many, 0 for none. */
export function surplus(name: string, value: unknown): number {
  const most: number | undefined = Object.hasOwn(MOST_ENTRIES, name)
    ? MOST_ENTRIES[name as keyof typeof MOST_ENTRIES]
    : undefined;
  return most !== undefined && Array.isArray(value) ? Math.max(0, value.length - most) : 0;
}
export type Settings = { [K in SettingName]: z.output<(typeof SETTINGS)[K]['schema']> };
export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[];

/** The settings of a fresh install; a new object at each call. */
export const initialSettings = (): Settings =>
  structuredClone(
    Object.fromEntries(SETTING_NAMES.map((name) => [name, SETTINGS[name].initial])),
  ) as unknown as Settings;

/** What came out of a check: the usable value (absent where nothing could be used) and what was left out. */
export interface Checked<T> {
  readonly value?: T;
  readonly problems: readonly Problem[];
}

/** A list without its doubles. */
const distinct = (list: readonly unknown[]): unknown[] => [
  ...new Map(list.map((item) => [JSON.stringify(item), item])).values(),
];

/**
 * Checks one value against its schema. Doubles in a list count once. Of a list the good items are kept and each bad one is named; any other value
 * is taken whole or not at all. Never throws.
 */
export function checkValue<S extends z.ZodMiniType>(
  schema: S,
  where: string,
  value: unknown,
): Checked<z.output<S>> {
  const whole = schema.safeParse(value);
  if (whole.success) {
    const value = (Array.isArray(whole.data) ? distinct(whole.data) : whole.data) as z.output<S>;
    return { value, problems: [] };
  }
  if (!Array.isArray(value) || !(schema instanceof z.ZodMiniArray)) {
    const { path, ...complaint } = complaintOf(whole.error);
    return { problems: [{ where: [where, ...path].join('.'), ...complaint, value }] };
  }
  const good: unknown[] = [];
  const problems: Problem[] = [];
  for (const [index, item] of value.entries()) {
    const checked = schema.safeParse([item]);
    if (checked.success) good.push(...(checked.data as unknown[]));
    else {
      const { path: _path, ...complaint } = complaintOf(checked.error);
      problems.push({ where: `${where}[${index}]`, ...complaint, value: item });
    }
  }
  return { value: distinct(good) as z.output<S>, problems };
}

/** Checks one value of one setting; see `checkValue`. */
export const checkSetting = <K extends SettingName>(name: K, value: unknown): Checked<Settings[K]> =>
  checkValue<z.ZodMiniType>(SETTINGS[name].schema, name, value) as Checked<Settings[K]>;
