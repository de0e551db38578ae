import { canonicalJson } from '../platform/canonical-json.ts';
import { initialSettings, SETTING_NAMES, type Settings } from '../settings/schema.ts';
import { organisationText, POLICY_KEY_NAMES, type PolicyKeyName } from './keys.ts';
import type { SettingsInForce } from './policy.ts';

/** A policy in plain types, by key, as every policy engine can carry it. */
export type PlainPolicy = { readonly [K in PolicyKeyName]?: boolean | number | string | readonly string[] };

/** Keys that are no setting; they pass from the policy in force into a new one as they are. */
const PASSED_ON = [
  'organisationName',
  'firstRun',
  'updatesIntervalHours',
  'publicUrl',
  'recordsUrl',
  'recordsRoot',
  'locked',
] as const satisfies readonly PolicyKeyName[];

/** The rule as the flat keys it is put together from. */
function ruleKeys(rule: Settings['ownRule']): PlainPolicy {
  if (rule === null) return {};
  // A rule of one's own is about devices; a network is nobody's device.
  const devices = rule.devices.filter((scope) => scope !== 'network');
  return {
    organisationName: rule.name,
    ...(rule.text && { organisationRule: rule.text }),
    organisationRuleLevel: rule.level,
    ...(devices.length > 0 && { organisationRuleDevices: devices }),
    ...(rule.exceptions && { organisationRuleExceptions: rule.exceptions }),
    ...(rule.url && { organisationRuleUrl: rule.url }),
    ...(rule.contact && { organisationContact: rule.contact }),
  };
}

const differs = (name: keyof Settings, { values, policy }: SettingsInForce): boolean =>
  name in policy.values || canonicalJson(values[name]) !== canonicalJson(initialSettings()[name]);

/**
 * The policy that gives other browsers the settings in force here: what differs from a fresh install, the rule of
 * the organisation, and what the policy in force says besides settings. `readPolicy` reads it back to the same values.
 *
 * @param lock locks everything, instead of what is locked now.
 */
export function policyFrom(effective: SettingsInForce, lock: boolean): PlainPolicy {
  const { values, policy } = effective;
  const { ownRule, organisations, ...plain } = Object.fromEntries(
    SETTING_NAMES.filter((name) => differs(name, effective) && values[name] !== null).map((name) => [
      name,
      values[name],
    ]),
  ) as Partial<Settings>;
  const passedOn = Object.fromEntries(
    PASSED_ON.filter((key) => policy.accepted[key] !== undefined).map((key) => [key, policy.accepted[key]]),
  ) as PlainPolicy;
  const all: PlainPolicy = {
    ...passedOn,
    ...(plain as PlainPolicy),
    ...(organisations && { organisations: organisations.map(organisationText) }),
    ...ruleKeys(ownRule ?? null),
    ...(lock && { locked: ['all'] }),
  };
  // In the order of the table, so that two files can be compared.
  return Object.fromEntries(
    POLICY_KEY_NAMES.filter((key) => all[key] !== undefined).map((key) => [key, all[key]]),
  ) as PlainPolicy;
}

/** A file to be saved. */
export interface PolicyFile {
  readonly name: string;
  /** Its media type. */
  readonly type: string;
  readonly contents: string | Uint8Array<ArrayBuffer>;
}

/** The ids of the two builds. */
export interface ExtensionIds {
  readonly chromium: string;
  readonly gecko: string;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** For `/etc/chromium/policies/managed/` and the like. */
const chromiumFile = (policy: PlainPolicy, { chromium }: ExtensionIds): PolicyFile => ({
  name: 'policy-context.json',
  type: 'application/json',
  contents: json({ '3rdparty': { extensions: { [chromium]: policy } } }),
});

/** Goes into the `policies.json` of Firefox beside whatever else stands there. */
const firefoxFile = (policy: PlainPolicy, { gecko }: ExtensionIds): PolicyFile => ({
  name: 'policies.json',
  type: 'application/json',
  contents: json({ policies: { '3rdparty': { Extensions: { [gecko]: policy } } } }),
});

const escapeXml = (text: string): string =>
  text
    // XML 1.0 has no way to write these.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

function plistValue(value: unknown): string {
  if (typeof value === 'boolean') return value ? '<true/>' : '<false/>';
  if (typeof value === 'number') return `<integer>${value}</integer>`;
  if (Array.isArray(value)) return `<array>${value.map(plistValue).join('')}</array>`;
  return `<string>${escapeXml(String(value))}</string>`;
}

/** A preference domain of its own, named after the extension, as Chrome looks for it in macOS. */
const macosFile = (policy: PlainPolicy, { chromium }: ExtensionIds): PolicyFile => ({
  name: `com.google.Chrome.extensions.${chromium}.plist`,
  type: 'application/xml',
  contents: [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
    '<plist version="1.0">',
    '<dict>',
    ...Object.entries(policy).map(([key, value]) => `\t<key>${key}</key>\n\t${plistValue(value)}`),
    '</dict>',
    '</plist>',
    '',
  ].join('\n'),
});

const utf16 = (text: string): Uint8Array<ArrayBuffer> => {
  const bytes = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) bytes.setUint16(i * 2, text.charCodeAt(i), true);
  return new Uint8Array(bytes.buffer);
};

/** REG_SZ in quotes; where a line break or the like is in it, as the bytes of the same type. */
function registryText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the quoted form cannot hold them.
  if (!/[\u0000-\u001f]/.test(text)) return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
  const bytes = [...utf16(`${text}\0`)].map((byte) => byte.toString(16).padStart(2, '0'));
  return `hex(1):${bytes.join(',')}`;
}

const registryValue = (value: boolean | number | string): string =>
  typeof value === 'string' ? registryText(value) : `dword:${Number(value).toString(16).padStart(8, '0')}`;

function registrySection(root: string, policy: PlainPolicy): string[] {
  const lists = Object.entries(policy).filter(([, value]) => Array.isArray(value));
  const plain = Object.entries(policy).filter(([, value]) => !Array.isArray(value));
  return [
    // First everything goes, for a shorter list would keep the last entries of a longer one.
    `[-${root}]`,
    '',
    `[${root}]`,
    ...plain.map(([key, value]) => `"${key}"=${registryValue(value as string)}`),
    '',
    ...lists.flatMap(([key, value]) => [
      `[${root}\\${key}]`,
      ...(value as readonly string[]).map((item, index) => `"${index + 1}"=${registryText(item)}`),
      '',
    ]),
  ];
}

/** For the registry editor and for tools that turn such files into group policies. */
function windowsFile(policy: PlainPolicy, { chromium }: ExtensionIds): PolicyFile {
  const roots = ['Google\\Chrome', 'Microsoft\\Edge'].map(
    (browser) =>
      `HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\${browser}\\3rdparty\\extensions\\${chromium}\\policy`,
  );
  const lines = [
    'Windows Registry Editor Version 5.00',
    '',
    ...roots.flatMap((root) => registrySection(root, policy)),
  ];
  // The registry editor reads anything but UTF-16 with its mark in the code page of the machine.
  return { name: 'policy-context.reg', type: 'text/plain', contents: utf16(`\ufeff${lines.join('\r\n')}`) };
}

/** The file of each policy engine, from a policy in plain types. */
export const POLICY_FILES = {
  chromium: chromiumFile,
  windows: windowsFile,
  macos: macosFile,
  firefox: firefoxFile,
} as const satisfies Record<string, (policy: PlainPolicy, ids: ExtensionIds) => PolicyFile>;

export type PolicyFileKind = keyof typeof POLICY_FILES;
