import type { Plugin } from 'vite';
import { addViteConfig, defineWxtModule } from 'wxt/modules';
import { inParentheses } from './parentheses.ts';

/** Most functions of these run in every page, with links to TikTok or without. */
export const IN_EVERY_PAGE = [
  'entrypoints/page-links.ts',
  ...['frame-loop', 'marks', 'page', 'reader', 'slices', 'sweep', 'unclobbered'].map(
    (name) => `lib/content/${name}.ts`,
  ),
  ...['could-be-tiktok', 'hosts', 'make-wrapper-table', 'unwrap', 'wrappers'].map(
    (name) => `lib/links/${name}.ts`,
  ),
];

const compileAtOnce = (): Plugin => ({
  name: 'compile at once',
  // After TypeScript has become JavaScript.
  enforce: 'post',
  transform: {
    filter: { id: IN_EVERY_PAGE.map((path) => `**/${path}`) },
    handler(code) {
      const made = inParentheses(code, this.parse(code));
      return { code: made.toString(), map: made.generateMap({ hires: true }) };
    },
  },
});

/**
 * A browser skips over a function when it reads a script, and reads it again when it is first called, unless it stands in
 * parentheses: these are compiled at once (https://v8.dev/blog/preparser#pife). In each page of another site the script is
 * read anew; so what always runs is read once. What runs only beside links to TikTok is left to its first call.
 */
export default defineWxtModule((wxt) => {
  addViteConfig(wxt, () => ({ plugins: [compileAtOnce()] }));
});
