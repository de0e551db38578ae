import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type InlineConfig } from 'vite';
import type { PlainTexts } from '../../../lib/platform/plain-texts.ts';
import type { SiteContents, WrittenSite } from './pages.tsx';

const ROOT = join(import.meta.dirname, '../../..');
const HERE = 'scripts/publish/site';
const OUTPUT = join(ROOT, '.output/site-renderer');

const shared = {
  configFile: false,
  root: ROOT,
  logLevel: 'warn',
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
  define: { 'process.env.NODE_ENV': '"production"' },
} as const satisfies InlineConfig;

/** A file of `assets/`, named after its contents so that it can be kept for ever. */
export interface Asset {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Names a file after what is in it. */
export function hashed(stem: string, ending: string, contents: string | Buffer): Asset {
  const bytes = Buffer.from(contents);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  return { name: `${stem}-${hash}.${ending}`, bytes };
}

/** The scripts and style sheets of the website. */
export interface ClientFiles {
  /** All of them. */
  readonly files: readonly Asset[];
  /** The script that starts a view. */
  readonly script: string;
  readonly viewStyle: string;
  readonly style: string;
  /** All code, to see which texts it speaks. */
  readonly code: string;
}

let client: Promise<ClientFiles> | undefined;
/** Bundles what runs in the reader's browser, once a process. */
export function buildClient(): Promise<ClientFiles> {
  client ??= bundleClient();
  return client;
}

async function bundleClient(): Promise<ClientFiles> {
  const result = await build({
    ...shared,
    base: './',
    build: {
      write: false,
      target: 'esnext',
      modulePreload: false,
      cssCodeSplit: true,
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: { view: join(HERE, 'client.tsx'), page: join(HERE, 'page.css') },
        output: {
          entryFileNames: '[name]-[hash].js',
          chunkFileNames: '[name]-[hash].js',
          assetFileNames: '[name]-[hash][extname]',
        },
      },
    },
  });
  const output = (Array.isArray(result) ? result : [result]).flatMap((each) =>
    'output' in each ? each.output : [],
  );
  const files = output.map(
    (file): Asset => ({
      name: file.fileName,
      bytes: Buffer.from(file.type === 'chunk' ? file.code : file.source),
    }),
  );
  const named = (stem: string, ending: string): string => {
    const found = files.find(({ name }) => name.startsWith(`${stem}-`) && name.endsWith(ending));
    if (!found) throw new Error(`The website's bundle has no ${stem}${ending}.`);
    return found.name;
  };
  return {
    files,
    script: named('view', '.js'),
    viewStyle: named('view', '.css'),
    style: named('page', '.css'),
    code: output.flatMap((file) => (file.type === 'chunk' ? [file.code] : [])).join('\n'),
  };
}

/**
 * The texts that some code can ask for: those whose key stands in it, or begins with what a template in it begins with,
 * and the plural forms of either.
 */
export function textsIn(code: string, texts: PlainTexts): PlainTexts {
  const words = [...code.matchAll(/["'`]([a-z][a-z0-9_]*)(["'`]|\$\{)/g)];
  const whole = new Set(words.map(([, word = '']) => word));
  const stems = words.flatMap(([, word = '', end]) => (end === '${' || word.endsWith('_') ? [word] : []));
  const isAsked = (key: string) => whole.has(key) || stems.some((stem) => key.startsWith(stem));
  return Object.fromEntries(
    Object.entries(texts).filter(
      ([key]) => isAsked(key) || isAsked(key.replace(/_(zero|one|two|few|many|other)$/, '')),
    ),
  );
}

let renderer: Promise<(contents: SiteContents) => WrittenSite> | undefined;
/** Bundles what writes the pages, once a process: Node runs no JSX. */
export function loadRenderer(): Promise<(contents: SiteContents) => WrittenSite> {
  renderer ??= bundleRenderer();
  return renderer;
}

async function bundleRenderer(): Promise<(contents: SiteContents) => WrittenSite> {
  const result = await build({
    ...shared,
    ssr: { noExternal: true },
    build: {
      write: false,
      target: 'esnext',
      minify: false,
      ssr: join(HERE, 'pages.tsx'),
      rolldownOptions: { output: { format: 'es', codeSplitting: false } },
    },
  });
  const [chunk] = 'output' in result ? result.output : [];
  if (chunk?.type !== 'chunk') throw new Error('The website has no renderer.');
  const { name, bytes } = hashed('pages', 'mjs', chunk.code);
  mkdirSync(OUTPUT, { recursive: true });
  writeFileSync(join(OUTPUT, name), bytes);
  return (await import(pathToFileURL(join(OUTPUT, name)).href)).writeSite;
}
