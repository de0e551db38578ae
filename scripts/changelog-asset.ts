import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ResolvedPublicFile, Wxt } from 'wxt';
import { parseChangelog } from '../lib/register-view/changelog.ts';

const CHANGELOG = join(import.meta.dirname, '..', 'docs', 'register-changelog.md');

/** Adds `register-changes.json` (`RegisterChanges[]`, newest first) to the package. */
export function changelogAsset(_wxt: Wxt, files: ResolvedPublicFile[]): void {
  const changes = parseChangelog(readFileSync(CHANGELOG, 'utf8'));
  files.push({ relativeDest: 'register-changes.json', contents: JSON.stringify(changes) });
}
