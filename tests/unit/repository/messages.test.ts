import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const files = globSync('{lib,components,entrypoints}/**/*.{ts,tsx}', { cwd: ROOT });

/** How the browser's messages are sent. */
const SENDS = /\.(sendMessage|connect|postMessage)\(/;

/** Within a page nothing of the extension passes but here, with types and a gate of its own. */
const IN_PAGE = 'lib/content/private-frame/';

it('every message is sent by a typed sender of lib/messages', () => {
  const senders = files.filter((file) => SENDS.test(readFileSync(join(ROOT, file), 'utf8')));
  expect(senders.length).toBeGreaterThan(0);
  expect(senders.filter((file) => !file.startsWith('lib/messages/') && !file.startsWith(IN_PAGE))).toEqual(
    [],
  );
});
