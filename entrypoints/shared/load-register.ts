import { locale, t } from '../../lib/platform/i18n.ts';
import type { SettingsInForce } from '../../lib/policy/policy.ts';
import { publicRecords } from '../../lib/policy/public-records.ts';
import { readSettings } from '../../lib/policy/settings-in-force.ts';
import { type Language, languageOf } from '../../lib/register/labels.ts';
import { loadSubdivisionNames } from '../../lib/register/load.ts';
import type { Register } from '../../lib/register/schema.ts';
import { loadRegisterInUse } from '../../lib/updates/load-register-in-use.ts';
import type { InUse } from '../../lib/updates/register-in-use.ts';

/** The person's language as far as it is known before the names of places are loaded. */
export const plainLanguage = (): Language => languageOf(t, locale(), {});

/** The register in use, the language with the names of places to tell of it, and the settings they are for. */
export async function loadRegisterAndLanguage(): Promise<{
  register: Register;
  language: Language;
  inUse: InUse;
  settings: SettingsInForce;
  /** The public page of a record by its id; null for one that has none. */
  urlOf: (id: string) => string | null;
}> {
  const reading = readSettings();
  const [settings, names, inUse] = await Promise.all([
    reading,
    loadSubdivisionNames(),
    loadRegisterInUse(reading.then(({ policy }) => policy.organisation)),
  ]);
  return {
    register: inUse.register,
    language: languageOf(t, locale(), names),
    inUse,
    settings,
    urlOf: publicRecords(settings.policy, inUse.addedIds),
  };
}
