import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expectedText } from '../../components/options/policy-words.ts';
import { CHROMIUM_ID, GECKO_ID } from '../../lib/platform/extension-ids.ts';
import type { Translate } from '../../lib/platform/i18n.ts';
import { type PlainPolicy, POLICY_FILES } from '../../lib/policy/files.ts';
import { aboutKey, POLICY_KEY_NAMES, POLICY_KEYS, type PolicyKeyName } from '../../lib/policy/keys.ts';

/*
 * Writes what `docs/administrators.md` says of each key, and the sample policies beside it, from the table that also
 * checks policies. `npm run policy-docs` after a change of `lib/policy/keys.ts`; a test holds them in step.
 */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const GUIDE = join(ROOT, 'docs/administrators.md');
export const SAMPLES = join(ROOT, 'docs/policy-samples');

const messages: Record<string, { message: string; placeholders?: Record<string, { content: string }> }> =
  JSON.parse(readFileSync(join(ROOT, 'public/_locales/en/messages.json'), 'utf8'));

/** The English text as the browser would put it together. */
const t: Translate = (key, ...substitutions) => {
  const { message = key, placeholders = {} } = messages[key] ?? {};
  return message.replace(/\$(\w+)\$/g, (whole, name: string) => {
    const place = placeholders[name.toLowerCase()]?.content;
    return place ? String(substitutions[Number(place.slice(1)) - 1] ?? '') : whole;
  });
};

const row = (name: PolicyKeyName): string => {
  const { expects, example } = POLICY_KEYS[name];
  const cells = [
    `\`${name}\``,
    t(aboutKey(name)),
    expectedText(expects, { t, locale: 'en-GB' }),
    `\`${JSON.stringify(example)}\``,
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
};

/** The table of keys in Markdown. */
export const keyTable = (): string =>
  [
    '| key | what it does | value | example |',
    '| --- | --- | --- | --- |',
    ...POLICY_KEY_NAMES.map(row),
  ].join('\n');

const START = '<!-- keys: written by `npm run policy-docs` -->';
const END = '<!-- end of keys -->';

/** The guide with the table put into its place. */
export function withTable(guide: string): string {
  const from = guide.indexOf(START);
  const to = guide.indexOf(END);
  if (from < 0 || to < from) throw new Error('the guide has no place for the table of keys');
  return `${guide.slice(0, from)}${START}\n\n${keyTable()}\n\n${guide.slice(to)}`;
}

const EVERY_KEY = Object.fromEntries(
  POLICY_KEY_NAMES.map((name) => [name, POLICY_KEYS[name].example]),
) as PlainPolicy;

/** What most organisations need: their own rule, the profile of their staff, and no choice where it is theirs. */
const MINISTRY: PlainPolicy = {
  organisationName: 'Ministry of Examples',
  organisationRule: 'TikTok must not be installed or opened on ministry devices.',
  organisationRuleLevel: 'not-allowed',
  organisationRuleDevices: ['work-issued'],
  organisationRuleExceptions: 'The press office, on devices set aside for it.',
  organisationRuleUrl: 'https://intranet.ministry.example/rules/tiktok',
  organisationContact: 'IT security, ext. 4711',
  places: ['GB'],
  organisations: ['gb-government'],
  device: 'work-issued',
  markStyle: 'word',
  beforeOpen: 'ask',
  sync: false,
  firstRun: false,
  locked: ['places', 'organisations', 'device', 'beforeOpen', 'sync'],
};

/** Every character of the sample is ASCII, so that it needs no UTF-16 as the options page writes it. */
const ascii = (contents: string | Uint8Array): string =>
  typeof contents === 'string' ? contents : new TextDecoder('utf-16le').decode(contents);

/** The sample files: name -> text. */
export function samples(): Record<string, string> {
  const ids = { chromium: CHROMIUM_ID, gecko: GECKO_ID };
  const write = (kind: keyof typeof POLICY_FILES, policy: PlainPolicy) =>
    ascii(POLICY_FILES[kind](policy, ids).contents);
  return {
    'ministry.chromium.json': write('chromium', MINISTRY),
    'ministry.firefox.json': write('firefox', MINISTRY),
    'ministry.windows.reg': write('windows', MINISTRY),
    'ministry.macos.plist': write('macos', MINISTRY),
    'every-key.chromium.json': write('chromium', EVERY_KEY),
    'every-key.firefox.json': write('firefox', EVERY_KEY),
  };
}

if (import.meta.main) {
  writeFileSync(GUIDE, withTable(readFileSync(GUIDE, 'utf8')));
  for (const [name, text] of Object.entries(samples())) writeFileSync(join(SAMPLES, name), text);
}
