import { problemText } from '../../components/options/problems.tsx';
import { t } from '../../lib/platform/i18n.ts';
import type { SettingsInForce } from '../../lib/policy/policy.ts';
import { changeSettings } from '../../lib/policy/settings-in-force.ts';
import { SETTING_NAMES, type Settings } from '../../lib/settings/schema.ts';
import { StoredByNewer } from '../../lib/settings/store.ts';
import {
  EXPORT_NAME,
  LARGEST_FILE,
  readSettingsFile,
  writeSettingsFile,
} from '../../lib/settings/transfer.ts';
import { saveFile } from '../shared/save-file.ts';

/** Hands the person a file of what they changed. */
export function exportSettings({ values, origin }: SettingsInForce): void {
  const changed: Partial<Settings> = Object.fromEntries(
    SETTING_NAMES.filter((name) => origin[name] === 'person').map((name) => [name, values[name]]),
  );
  saveFile(EXPORT_NAME, 'application/json', writeSettingsFile(changed));
}

/** Takes a file back; what is wrong with it, in words, or nothing where it is in use now. */
export async function importSettings(file: File): Promise<readonly string[]> {
  // A file that is too large is not even read.
  const text = file.size > LARGEST_FILE ? '' : await file.text();
  const read = readSettingsFile(text, file.size);
  if ('problems' in read) return read.problems.map((problem) => problemText(problem, t));
  return changeSettings(read.settings).then(
    () => [],
    (error: unknown) => [
      error instanceof StoredByNewer
        ? t('options_not_saved_newer')
        : t('options_not_saved', error instanceof Error ? error.message : String(error)),
    ],
  );
}
