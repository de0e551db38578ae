import { minify } from 'terser';
import type { Plugin } from 'vite';

/** What WXT puts around a script, in order to log its crash; browsers log that themselves. */
const AROUND = 'wxt-unlisted-script-entrypoint';
const SCRIPT = /import definition from "([^"]+)"/;

/**
 * Every frame of every page reads the content script, so it goes through a second minifier after the bundler's own.
 * Only for that script: it would take long for the others, which are read when a person opens them.
 */
export const smallContentScript = (): Plugin => ({
  name: 'small content script',
  transform(code, id) {
    if (!id.includes(AROUND)) return undefined;
    const [, script] = SCRIPT.exec(code) ?? [];
    if (!script) throw new Error(`${id} no longer imports the script as ${SCRIPT}.`);
    return { code: `import script from "${script}"; script.main(); export default undefined;`, map: null };
  },
  generateBundle: {
    order: 'post',
    async handler(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const asset = bundle[`${chunk.fileName}.map`];
        const { code, map } = await minify(chunk.code, {
          ecma: 2020,
          compress: { passes: 4, unsafe_arrows: true, unsafe_methods: true, pure_getters: true },
          ...(asset?.type === 'asset' && { sourceMap: { content: String(asset.source) } }),
        });
        if (code) chunk.code = code;
        if (asset?.type === 'asset' && map) asset.source = String(map);
      }
    },
  },
});
