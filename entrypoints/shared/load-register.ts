import { locale, t } from '../../lib/platform/i18n.ts';
import { type Language, languageOf } from '../../lib/register/labels.ts';
import { loadRegister, loadSubdivisionNames } from '../../lib/register/load.ts';
import type { Register } from '../../lib/register/schema.ts';

/** The person's language as far as it is known before the names of places are loaded. */
export const plainLanguage = (): Language => languageOf(t, locale(), {});

/** The register of the package, and the language with the names of places to tell of it. */
export async function loadRegisterAndLanguage(): Promise<{ register: Register; language: Language }> {
  const [register, names] = await Promise.all([loadRegister(), loadSubdivisionNames()]);
  return { register, language: languageOf(t, locale(), names) };
}
