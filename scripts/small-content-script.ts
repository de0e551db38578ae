import { minify } from 'terser';
import type { Plugin } from 'vite';

/** What WXT puts around a script, in order to log its crash; browsers log that themselves. */
const AROUND = 'wxt-unlisted-script-entrypoint';
const SCRIPT = /import definition from "([^"]+)"/;

/**
 * Properties of objects that never leave the script. Browsers, pages, the background and the popup know none of them,
 * so they may have short names.
 */
export const OWN_NAMES =
  'recognition place openRootOf readSnapshot withCard within markOf isAlive onSnapshot onCommand onElement onRoot restyle returns repairs waits drawAll drawSoon isBadge isDue isOn changed edited moved opened added hear selectors counts toApp anchor badge root live maker renew current tiktok why stop report fallback follow leave forget drop send second names tried better sites snapshot receive make draw group show spot reposition count element hidden'.split(
    ' ',
  );
const OWN = new RegExp(`^(${OWN_NAMES.join('|')})$`);

interface Script {
  readonly code: string;
  /** Source map as JSON; absent where none is wanted. */
  readonly map: string | undefined;
}

async function minified({ code, map }: Script): Promise<Script> {
  const made = await minify(code, {
    ecma: 2020,
    compress: { passes: 4, unsafe: true, unsafe_arrows: true, unsafe_methods: true, pure_getters: true },
    mangle: { properties: { regex: OWN, builtins: true } },
    ...(map !== undefined && { sourceMap: { content: map } }),
  });
  return { code: made.code ?? code, map: made.map ? String(made.map) : map };
}

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
        const inMap = asset?.type === 'asset' ? String(asset.source) : undefined;
        const { code, map } = await minified({ code: chunk.code, map: inMap });
        chunk.code = code;
        if (asset?.type === 'asset' && map) asset.source = map;
      }
    },
  },
});
