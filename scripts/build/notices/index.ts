import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { defineWxtModule } from 'wxt/modules';
import { NOTICES_FILE, noticesFor, packageOf } from './notices.ts';

/** Adds `notices.txt` to the package: the licences of all that is in it, as the bundler saw it. */
export default defineWxtModule((wxt) => {
  const bundled = new Set<string>();
  const collector: Plugin = {
    name: 'packages for the notices',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        for (const id of Object.keys(chunk.modules)) {
          const name = packageOf(id);
          if (name) bundled.add(name);
        }
      }
    },
  };
  wxt.hook('vite:build:extendConfig', (_entrypoints, config) => {
    config.plugins?.push(collector);
  });
  wxt.hook('build:done', ({ config }, output) => {
    writeFileSync(join(config.outDir, NOTICES_FILE), noticesFor([...bundled]));
    output.publicAssets.push({ type: 'asset', fileName: NOTICES_FILE });
  });
});
