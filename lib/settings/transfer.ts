import { z } from '../platform/zod.ts';
import { SETTINGS_VERSION } from './migrations.ts';
import {
  type Checked,
  checkSetting,
  MOST_ENTRIES,
  type Problem,
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

const whole = (reason: string): SettingsFile => ({ problems: [{ where: '', reason, value: null }] });

function checkEntry(name: string, value: unknown): Checked<unknown> {
  const known = CARRIED.find((each) => each === name);
  const wrong = (reason: string) => ({ problems: [{ where: name, reason, value: null }] });
  if (!known) return { problems: [{ where: name, reason: 'no such setting', value }] };
  if (surplus(name, value) > 0) {
    const most = MOST_ENTRIES[name as keyof typeof MOST_ENTRIES];
    return wrong(`${(value as unknown[]).length} entries, and at most ${most} can be taken`);
  }
  return checkSetting(known, value);
}

/** The most bytes of a file. */
export const LARGEST_FILE = 1_000_000;

/** Reads a file's text. A list that is too long is refused whole, with its number. Each problem names the place in the file and the reason. Never throws. */
export function readSettingsFile(text: string): SettingsFile {
  if (text.length > LARGEST_FILE)
    return whole(`${text.length} characters, and at most ${LARGEST_FILE} can be taken`);
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return whole(`no JSON: ${error instanceof Error ? error.message : error}`);
  }
  const file = File.safeParse(json);
  if (!file.success)
    return whole(`no file of settings: "format" must be "${FORMAT}", with "version" and "settings"`);
  if (file.data.version > SETTINGS_VERSION)
    return whole(`written by a newer version (${file.data.version}); update the extension first`);
  const settings: Partial<Settings> = {};
  let problems: readonly Problem[] = [];
  for (const [name, value] of Object.entries(file.data.settings)) {
    const checked = checkEntry(name, value);
    problems = problems.concat(checked.problems);
    if ('value' in checked) Object.assign(settings, { [name]: checked.value });
  }
  return problems.length > 0 ? { problems } : { settings };
}
