import type { ResolvedPublicFile, Wxt } from 'wxt';
import { readRegister } from './read-register.ts';
import { shippedLocales, subdivisionNames, subdivisionsOf } from './subdivision-names.ts';

/**
 * Adds to the package `register.json`, all records in one file (`Register`), and `subdivisions.json`, the names of
 * the subdivisions they lie in (`SubdivisionNames`). A mistake in a record stops the build.
 */
export function registerAsset(_wxt: Wxt, files: ResolvedPublicFile[]): void {
  const register = readRegister();
  const names = subdivisionNames(subdivisionsOf(register), shippedLocales());
  files.push(
    { relativeDest: 'register.json', contents: JSON.stringify(register) },
    { relativeDest: 'subdivisions.json', contents: JSON.stringify(names) },
  );
}
