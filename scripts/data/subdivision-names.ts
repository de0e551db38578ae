import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { WORLD } from '../../lib/register/places.ts';
import type { Register } from '../../lib/register/schema.ts';

const require = createRequire(import.meta.url);
const LOCALES = join(import.meta.dirname, '../..', 'public', '_locales');

/** Names of subdivisions: BCP 47 locale -> ISO 3166-2 code -> name, `{"en": {"US-TX": "Texas"}}`. */
export type SubdivisionNames = Record<string, Record<string, string>>;

/**
 * Names that CLDR 48 lacks. Norway's counties of 2024 have their codes since then; their names are the same in every
 * language.
 */
export const NAMES_CLDR_LACKS: Record<string, string> = { 'NO-33': 'Buskerud', 'NO-55': 'Troms' };

/** The ISO 3166-2 codes that the records of a register name, each once, in order. */
export function subdivisionsOf(register: Register): string[] {
  const codes = [...register.restrictions, ...register.context]
    .map((record) => record.issuer.jurisdiction)
    .filter((code) => code.includes('-'));
  return [...new Set(codes)].sort();
}

/** The locales the extension is shipped in, as BCP 47 tags (`pt-BR`, where the folder is `pt_BR`). */
export function shippedLocales(): string[] {
  return readdirSync(LOCALES).map((folder) => folder.replace('_', '-'));
}

/**
 * Names of `codes` in each of `locales`, from CLDR: browsers name countries (`Intl.DisplayNames`), but no
 * subdivisions. A locale lacks a code where CLDR has no name for it in that language.
 */
export function subdivisionNames(codes: readonly string[], locales: readonly string[]): SubdivisionNames {
  return Object.fromEntries(
    locales.map((locale) => {
      const names = cldrNames(locale);
      const named = codes.flatMap((code) => {
        const name = names[cldrCode(code)] ?? NAMES_CLDR_LACKS[code];
        return name ? [[code, name] as const] : [];
      });
      return [locale, Object.fromEntries(named)];
    }),
  );
}

/**
 * Names of all places that the browser may not know, in each of `locales`: subdivisions, and the parts of the world by
 * their UN M49 codes, of which Chromium's `Intl.DisplayNames` knows none.
 */
export function placeNames(codes: readonly string[], locales: readonly string[]): SubdivisionNames {
  const subdivisions = subdivisionNames(codes, locales);
  const regions = [...new Set(WORLD.flatMap((row) => row.slice(0, 2)))].sort();
  return Object.fromEntries(
    locales.map((locale) => {
      const names = new Intl.DisplayNames(locale, { type: 'region' });
      const named = regions.map((code) => [code, names.of(code) ?? code] as const);
      return [locale, { ...Object.fromEntries(named), ...subdivisions[locale] }];
    }),
  );
}

/** All subdivision names of CLDR in one language, keyed as CLDR does: `ustx`. Empty where CLDR lacks the language. */
function cldrNames(locale: string): Record<string, string> {
  const { language, script } = new Intl.Locale(locale).maximize();
  for (const tag of [locale, `${language}-${script}`, language]) {
    const file = `cldr-subdivisions-full/subdivisions/${tag}/${tag}.json`;
    let path: string;
    try {
      path = require.resolve(file);
    } catch {
      continue;
    }
    const data = JSON.parse(readFileSync(path, 'utf8'));
    return data.subdivisions.localeDisplayNames.subdivisions;
  }
  return {};
}

function cldrCode(code: string): string {
  return code.replace('-', '').toLowerCase();
}
