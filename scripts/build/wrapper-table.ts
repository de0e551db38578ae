import { join } from 'node:path';
import type { Plugin } from 'vite';
import { addViteConfig, defineWxtModule } from 'wxt/modules';
import { WRAPPER_NAMES } from '../../lib/links/wrapper-names.ts';
import { TABLE, TAILS } from '../../lib/links/wrapper-table.ts';

const LINKS = join(import.meta.dirname, '../../lib/links');

/** Modules that are made from `lib/links/wrappers.json`, and what they say when that is done. */
const MADE: Readonly<Record<string, string>> = {
  [join(LINKS, 'wrapper-table.ts')]:
    `export const TABLE = ${JSON.stringify(TABLE)}; export const TAILS = ${JSON.stringify(TAILS)};`,
  [join(LINKS, 'wrapper-names.ts')]: `export const WRAPPER_NAMES = ${JSON.stringify(WRAPPER_NAMES)};`,
};

/** Puts the finished table and names of wrappers in the place of the modules that make them. */
export const wrapperTable = (): Plugin => ({
  name: 'wrapper table',
  enforce: 'pre',
  load: (id) => MADE[id.split('?')[0] ?? ''],
});

/** Keeps examples and documentation of wrappers out of the package. */
export default defineWxtModule((wxt) => {
  addViteConfig(wxt, () => ({ plugins: [wrapperTable()] }));
});
