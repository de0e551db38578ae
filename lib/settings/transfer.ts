import { z } from '../platform/zod.ts';
import { SETTINGS_VERSION } from './migrations.ts';
import type { Problem, ProblemReason } from './problem.ts';
import { checkSetting, SETTING_NAMES, type SettingName, type Settings } from './schema.ts';

/*
 * Settings as a file: what the person changed, nothing else. `sync` stays out, because it says where this browser
 * keeps its settings.
 */
const FORMAT = 'policy-context-settings';
const CARRIED: readonly SettingName[] = SETTING_NAMES.filter((name) => name !== 'sync');

const File = z.object({
  format: z.literal(FORMAT),
  version: z.int(),
  settings: z.record(z.string(), z.unknown()),
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

const whole = (reason: ProblemReason): SettingsFile => ({ problems: [{ where: '', reason, value: null }] });

/** Reads a file's text. Each problem names the place in the file and the reason. Never throws. */
export function readSettingsFile(text: string): SettingsFile {
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
  const problems: Problem[] = [];
  for (const [name, value] of Object.entries(file.data.settings)) {
    const known = CARRIED.find((each) => each === name);
    const checked = known
      ? checkSetting(known, value)
      : { problems: [{ where: name, reason: 'unknown-name' as const, value }] };
    problems.push(...checked.problems);
    if ('value' in checked) Object.assign(settings, { [name]: checked.value });
  }
  return problems.length > 0 ? { problems } : { settings };
}
