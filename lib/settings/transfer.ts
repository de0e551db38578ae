import { z } from '../platform/zod.ts';
import { SETTINGS_VERSION } from './migrations.ts';
import type { Problem, ProblemReason } from './problem.ts';
import {
  type Checked,
  checkSetting,
  MOST_ENTRIES,
  SETTING_NAMES,
  type SettingName,
  type Settings,
  surplus,
} from './schema.ts';

/*
 * Settings as a file: what the person changed, nothing else. `sync` stays out, because it says where this browser
 * keeps its settings.
 */
const FORMAT = 'policy-context-settings';
const CARRIED: readonly SettingName[] = SETTING_NAMES.filter((name) => name !== 'sync');

const File = z.object({
  format: z.literal(FORMAT),
  version: z.int(),
  settings: z.custom<object>((value) => typeof value === 'object' && value !== null && !Array.isArray(value)),
});

/** The name under which the file is offered for saving. */
export const EXPORT_NAME = 'policy-context-settings.json';

/** The file's text: UTF-8 JSON, indented for reading. */
export function writeSettingsFile(changed: Partial<Settings>): string {
  const settings = Object.fromEntries(
    CARRIED.filter((name) => name in changed).map((name) => [name, changed[name]]),
  );
  return `${JSON.stringify({ format: FORMAT, version: SETTINGS_VERSION, settings }, null, 2)}\n`;
}

/** A file is taken whole or not at all: with any problem nothing is to be changed. */
export type SettingsFile =
  | { readonly settings: Partial<Settings> }
  | { readonly problems: readonly Problem[] };

const whole = (reason: ProblemReason, ...values: number[]): SettingsFile => ({
  problems: [{ where: '', reason, ...(values.length > 0 && { values }), value: null }],
});

function checkEntry(name: string, value: unknown): Checked<unknown> {
  const known = CARRIED.find((each) => each === name);
  if (!known) return { problems: [{ where: name, reason: 'unknown-name', value }] };
  if (surplus(name, value) > 0) {
    const most = MOST_ENTRIES[name as keyof typeof MOST_ENTRIES];
    const values = [(value as unknown[]).length, most];
    return { problems: [{ where: name, reason: 'too-many-entries', values, value: null }] };
  }
  return checkSetting(known, value);
}

/** The most bytes of a file, and the most characters of its text. */
export const LARGEST_FILE = 1_000_000;

/** Reads a file's text, of which the beginning is enough where its size says that it is too large. A list that is too long is refused whole, with its number. Each problem names the place in the file and the reason. Never throws. */
export function readSettingsFile(text: string, size = text.length): SettingsFile {
  if (size > LARGEST_FILE) return whole('too-large-file', size, LARGEST_FILE);
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return whole('no-json');
  }
  const file = File.safeParse(json);
  if (!file.success) return whole('no-settings-file');
  if (file.data.version > SETTINGS_VERSION) return whole('newer-version');
  const settings: Partial<Settings> = {};
  let problems: readonly Problem[] = [];
  for (const [name, value] of Object.entries(file.data.settings)) {
    const checked = checkEntry(name, value);
    problems = problems.concat(checked.problems);
    if ('value' in checked) Object.assign(settings, { [name]: checked.value });
  }
  return problems.length > 0 ? { problems } : { settings };
}
