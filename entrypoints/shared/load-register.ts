import { locale, t } from '../../lib/platform/i18n.ts';
import { publicRecords } from '../../lib/policy/public-records.ts';
import { readSettings } from '../../lib/policy/settings-in-force.ts';
import { type Language, languageOf } from '../../lib/register/labels.ts';
import { loadSubdivisionNames } from '../../lib/register/load.ts';
import type { Register } from '../../lib/register/schema.ts';
import { loadRegisterInUse } from '../../lib/updates/load-register-in-use.ts';
import type { InUse } from '../../lib/updates/register-in-use.ts';

/** The person's language as far as it is known before the names of places are loaded. */
export const plainLanguage = (): Language => languageOf(t, locale(), {});

/** The register in use, and the language with the names of places to tell of it. */
export async function loadRegisterAndLanguage(): Promise<{
  register: Register;
  language: Language;
  inUse: InUse;
  /** The public page of a record by its id; null for one that has none. */
  urlOf: (id: string) => string | null;
}> {
  const settings = readSettings();
  const [{ policy }, names, inUse] = await Promise.all([
    settings,
    loadSubdivisionNames(),
    loadRegisterInUse(settings.then((read) => read.policy.organisation)),
  ]);
  return {
    register: inUse.register,
    language: languageOf(t, locale(), names),
    inUse,
    urlOf: publicRecords(policy, inUse.addedIds),
  };
}
