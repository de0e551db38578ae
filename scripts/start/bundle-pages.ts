import { mkdirSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compile } from 'svelte/compiler';
import { build, type Plugin } from 'vite';
import type { Route } from './serve.ts';

const ROOT = join(import.meta.dirname, '../..');
const PAGES = join(ROOT, 'tests/pages');
const OUTPUT = join(ROOT, '.output/pages');

/** One script of a page, or its server's part, made of a module below `tests/pages/` and of npm packages. */
interface Bundle {
  /** Where it is not named as the script. */
  readonly entry?: string;
  /** Module names and what stands for them. */
  readonly alias?: Readonly<Record<string, string>>;
}

const REACT_18 = { react: 'react-18', 'react-dom': 'react-dom-18' };
/** With the compiler, as the template is text in the page. */
const VUE = { vue$: 'vue/dist/vue.esm-bundler.js' };

/** Path of a page's script without its ending -> what it is made of. */
const BUNDLES: Readonly<Record<string, Bundle>> = {
  'frameworks/react-19': { entry: 'frameworks/react' },
  'frameworks/react-18': { entry: 'frameworks/react', alias: REACT_18 },
  'frameworks/vue': { alias: VUE },
  'frameworks/svelte': {},
  'frameworks/preact': {},
  'frameworks/lit': {},
  'frameworks/lit-element': {},
  'editors/contenteditable': {},
  'editors/prosemirror': {},
  'editors/quill': {},
  'editors/tinymce': {},
  'editors/mail': {},
};

type Mode = 'development' | 'production';

const sveltePlugin = (server: boolean, dev: boolean): Plugin => ({
  name: 'svelte-files',
  transform(code, id) {
    if (!id.endsWith('.svelte')) return null;
    const { js } = compile(code, { filename: id, generate: server ? 'server' : 'client', dev });
    return { code: js.code, map: js.map };
  },
});

const made = new Map<string, Promise<string>>();

/**
 * Bundles what a page is made of, once a process.
 *
 * @param name a key of the table above
 * @param server whether to bundle the module that writes the page's HTML instead of the one that runs in it
 * @returns the path of the file made
 */
function bundle(name: string, mode: Mode, server: boolean): Promise<string> {
  const file = join(OUTPUT, mode, `${name}${server ? '.server.mjs' : '.js'}`);
  const before = made.get(file);
  if (before) return before;
  const making = write(name, mode, server, file).then(() => file);
  made.set(file, making);
  return making;
}

async function write(name: string, mode: Mode, server: boolean, file: string): Promise<void> {
  const { entry = name, alias = {} } = BUNDLES[name] ?? {};
  const folder = join(file, '..');
  mkdirSync(folder, { recursive: true });
  const input = join(PAGES, `${entry}${server ? '.server' : ''}.ts`);
  await build({
    configFile: false,
    root: ROOT,
    mode,
    logLevel: 'warn',
    publicDir: false,
    plugins: [sveltePlugin(server, mode === 'development')],
    resolve: {
      conditions: ['module', 'browser', mode],
      alias: Object.entries(alias).map(([find, replacement]) => ({
        find: find.endsWith('$') ? new RegExp(`^${find}`) : find,
        replacement,
      })),
    },
    define: {
      'process.env.NODE_ENV': JSON.stringify(mode),
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    ssr: { noExternal: true, resolve: { conditions: ['module', 'node', mode] } },
    build: {
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      target: 'esnext',
      ...(server && { ssr: input }),
      rolldownOptions: {
        input,
        output: { format: 'es', codeSplitting: false, entryFileNames: file.slice(folder.length + 1) },
      },
    },
  });
}

/** What a page's server writes for a state. */
async function serverHtml(name: string, state: unknown): Promise<string> {
  const { render } = await import(pathToFileURL(await bundle(name, 'production', true)).href);
  return render(state);
}

/** Sends a text once it is there, or says why it never will be. */
function send(response: ServerResponse, type: string, text: Promise<string>): void {
  const head = (status: number, sent: string) =>
    response.writeHead(status, { 'content-type': `${sent}; charset=utf-8`, 'cache-control': 'no-store' });
  text.then(
    (found) => head(200, type).end(found),
    (error) => head(500, 'text/plain').end(String(error)),
  );
}

/**
 * Serves the scripts of the pages in the table, bundled when they are first asked for. A page asked for with `?hydrate`
 * comes with its server's HTML in `<main id="app">`, and as a development build, which names each mismatch; with
 * `&late` as a production build.
 *
 * @param stateOf the state that a page with such an address starts with
 */
export function bundledPages(stateOf: (query: URLSearchParams) => unknown): Route {
  return (_request, response, { pathname, searchParams }) => {
    const [, name = '', ending] = /^\/(.+)\.(js|html)$/.exec(pathname) ?? [];
    if (!(name in BUNDLES)) return false;
    if (ending === 'js') {
      const mode = searchParams.has('development') ? 'development' : 'production';
      const script = bundle(name, mode, false).then((file) => readFileSync(file, 'utf8'));
      send(response, 'text/javascript', script);
      return true;
    }
    if (!searchParams.has('hydrate')) return false;
    const page = readFileSync(join(PAGES, `${name}.html`), 'utf8');
    const html = serverHtml(name, stateOf(searchParams)).then((inner) =>
      page
        .replace('<main id="app">', () => `<main id="app">${inner}`)
        .replace('.js"', searchParams.has('late') ? '.js"' : '.js?development"'),
    );
    send(response, 'text/html', html);
    return true;
  };
}
