import { LINK_KINDS } from '../links/recognition.ts';
import { HttpsUrl } from '../platform/https-url.ts';
import type { MessageKey } from '../platform/i18n.ts';
import { z } from '../platform/zod.ts';
import { DEVICES, OwnRule } from '../register/profile.ts';
import { RELATIONS } from '../register/schema.ts';
import {
  OrganisationSetting,
  SETTINGS,
  type SettingName,
  UpdatesRoot,
  UpdatesUrl,
} from '../settings/schema.ts';

/** The plain types that every policy engine can carry: registry, plist and JSON. */
export type PlainType = 'boolean' | 'string' | 'integer' | 'array';

/** What a right value is, in words: a message key, with the words that may be used where there is a list of them. */
export interface Expected {
  readonly key: MessageKey;
  readonly words?: readonly string[];
  /** Of a text, the longest. */
  readonly most?: number;
}

/** One key that an administrator may set. Its words for people are the message `aboutKey` names. */
export interface PolicyKey {
  /** Of an array, the items are strings. */
  readonly type: PlainType;
  /** The real check; its output is what the extension works with. */
  readonly schema: z.ZodMiniType;
  readonly expects: Expected;
  /** A value that passes. */
  readonly example: unknown;
}

/** More entries than this in any list are left out; of some settings, fewer are taken (`lib/settings/schema.ts`). */
export const MOST_IN_A_LIST = 2000;

const yesOrNo = (example: boolean): PolicyKey => ({
  type: 'boolean',
  schema: z.boolean(),
  expects: { key: 'admin_expects_boolean' },
  example,
});

const oneOf = (words: readonly string[], example: string): PolicyKey => ({
  type: 'string',
  schema: z.enum(words),
  expects: { key: 'admin_expects_one_of', words },
  example,
});

const someOf = (words: readonly string[], example: readonly string[]): PolicyKey => ({
  type: 'array',
  schema: z.array(z.enum(words)),
  expects: { key: 'admin_expects_some_of', words },
  example,
});

const hosts = (schema: z.ZodMiniType, example: readonly string[]): PolicyKey => ({
  type: 'array',
  schema,
  expects: { key: 'problem_host' },
  example,
});

const text = (expects: Expected, schema: z.ZodMiniType, example: string): PolicyKey => ({
  type: 'string',
  schema,
  expects,
  example,
});

const SHORT: Expected = { key: 'admin_expects_text', most: 500 };
const LONG: Expected = { key: 'admin_expects_text', most: 5000 };

const { name, text: rule, level, exceptions, contact } = OwnRule.shape;

/** `gb-government`, or with the relation to it: `gb-government:contractor`. Alone it means staff. */
const OrganisationText = z.pipe(
  z.pipe(
    z.string(),
    z.transform((value) => {
      const [id, relation = 'staff', ...more] = value.split(':');
      return { id, relation: more.length > 0 ? undefined : relation };
    }),
  ),
  OrganisationSetting,
);

/** The inverse of what `organisations` reads. */
export const organisationText = ({ id, relation }: z.output<typeof OrganisationSetting>): string =>
  relation === 'staff' ? id : `${id}:${relation}`;

const EXAMPLE_ROOT = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

/** A locked name is checked against the known ones after the list was read. */
const Locked = z.array(z.string().check(z.minLength(1), z.maxLength(100)));

/**
 * Every key of a policy. The check of a policy, the table in `docs/administrators.md` and the schema that Chromium
 * asks for are all made from this.
 */
export const POLICY_KEYS = {
  organisationName: text(SHORT, name, 'Ministry of Examples'),
  organisationRule: text(
    LONG,
    rule.check(z.minLength(1)),
    'TikTok must not be installed or opened on ministry devices.',
  ),
  organisationRuleLevel: oneOf(level.options, 'not-allowed'),
  organisationRuleDevices: someOf([...DEVICES, 'all'], ['work-issued']),
  organisationRuleExceptions: text(LONG, exceptions, 'The press office, on devices set aside for it.'),
  organisationRuleUrl: text(
    { key: 'problem_https_url' },
    HttpsUrl,
    'https://intranet.ministry.example/rules/tiktok',
  ),
  organisationContact: text(SHORT, contact, 'IT security, ext. 4711'),
  places: {
    type: 'array',
    schema: SETTINGS.places.schema,
    expects: { key: 'problem_iso_3166_code' },
    example: ['GB', 'US-TX'],
  },
  organisations: {
    type: 'array',
    schema: z.array(OrganisationText),
    expects: {
      key: 'admin_expects_organisations',
      words: RELATIONS.filter((relation) => relation !== 'public'),
    },
    example: ['gb-government', 'gb-parliament:contractor'],
  },
  device: oneOf(DEVICES, 'work-issued'),
  paused: yesOrNo(false),
  markStyle: oneOf(['icon', 'word'], 'icon'),
  linkKindsOff: someOf(LINK_KINDS, ['corporate', 'shop']),
  sitesOff: hosts(SETTINGS.sitesOff.schema, ['intranet.ministry.example']),
  sitesOnly: hosts(SETTINGS.sitesOnly.schema, ['news.example', 'mail.ministry.example']),
  marksOnTikTok: yesOrNo(true),
  cardOpens: oneOf(['on-hover', 'on-click'], 'on-click'),
  beforeOpen: oneOf(['never', 'ask', 'once'], 'ask'),
  toolbarCount: yesOrNo(false),
  sync: yesOrNo(false),
  firstRun: yesOrNo(false),
  updates: yesOrNo(true),
  updatesUrl: text(
    { key: 'problem_folder_url' },
    UpdatesUrl,
    'https://updates.ministry.example/register/updates/',
  ),
  updatesRoot: text({ key: 'problem_sha_256' }, UpdatesRoot, EXAMPLE_ROOT),
  updatesIntervalHours: {
    type: 'integer',
    schema: z.int().check(z.minimum(1), z.maximum(8760)),
    expects: { key: 'admin_expects_hours' },
    example: 24,
  },
  recordsUrl: text(
    { key: 'problem_folder_url' },
    UpdatesUrl,
    'https://updates.ministry.example/own-records/updates/',
  ),
  recordsRoot: text({ key: 'problem_sha_256' }, UpdatesRoot, EXAMPLE_ROOT),
  publicUrl: text({ key: 'problem_folder_url' }, UpdatesUrl, 'https://register.ministry.example/'),
  locked: {
    type: 'array',
    schema: Locked,
    expects: { key: 'admin_expects_locked' },
    example: ['sync', 'beforeOpen'],
  },
} as const satisfies Record<string, PolicyKey>;

export type PolicyKeyName = keyof typeof POLICY_KEYS;
export const POLICY_KEY_NAMES = Object.keys(POLICY_KEYS) as PolicyKeyName[];

/** The message that says what a key does: `admin_key_organisation_name` for `organisationName`. */
export function aboutKey(name: PolicyKeyName): MessageKey {
  const words = name.replace(/TikTok|[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
  return `admin_key_${words}` as MessageKey;
}

/** Looks a key up without falling for names that every object has, such as `constructor`. */
export const isPolicyKey = (key: string): key is PolicyKeyName => Object.hasOwn(POLICY_KEYS, key);

/** The settings that a policy sets under their own names. `ownRule` is put together from the organisation's keys. */
export const isSettingKey = (key: PolicyKeyName): key is PolicyKeyName & Exclude<SettingName, 'ownRule'> =>
  Object.hasOwn(SETTINGS, key);

/** Keys of earlier versions that are no more, with the key that took their place. */
export const RETIRED_KEYS: Readonly<Record<string, PolicyKeyName>> = { updatesKey: 'updatesRoot' };

/** Keys that mean something only together. */
export const PAIRS: readonly (readonly [PolicyKeyName, PolicyKeyName])[] = [
  ['updatesUrl', 'updatesRoot'],
  ['recordsUrl', 'recordsRoot'],
];
