import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineWxtModule } from 'wxt/modules';
import { parseChangelog } from '../../lib/register-view/changelog.ts';

const CHANGELOG = join(import.meta.dirname, '../../docs/register-changelog.md');

/** Adds `register-changes.json` (`RegisterChanges[]`, newest first) to the package. */
export default defineWxtModule((wxt) => {
  wxt.hook('build:publicAssets', (_wxt, files) => {
    const changes = parseChangelog(readFileSync(CHANGELOG, 'utf8'));
    files.push({ relativeDest: 'register-changes.json', contents: JSON.stringify(changes) });
  });
});
