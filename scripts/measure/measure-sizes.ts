import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { NOTICES_FILE } from '../build/notices/notices.ts';
import { packageSize } from './package-size.ts';
import { buildVariant } from './quiet-build.ts';
import { sourceShares } from './source-shares.ts';

const OUT = join(import.meta.dirname, '../../.output/sizes');

/** Where the extension's code runs, and the file that brings it in. */
const CONTEXTS = {
  'content script': 'page-links.js',
  background: 'background.js',
  popup: 'popup.html',
  options: 'options.html',
  register: 'register.html',
  welcome: 'welcome.html',
} as const;
export type ContextName = keyof typeof CONTEXTS;

export interface ContextSize {
  /** Bytes of all scripts that are loaded at the start. */
  readonly raw: number;
  readonly gzip: number;
  /** Bytes by source: path in the repository, `node_modules/…` included; `''` is the bundler's own. */
  readonly sources: ReadonlyMap<string, number>;
}

export interface Sizes {
  readonly contexts: Partial<Record<ContextName, ContextSize>>;
  /** Bytes of the zip that a store would get. */
  readonly packed: number;
  /** The text of the notices in the package. */
  readonly notices: string;
}

/** Builds with or without the polyfill and measures each context. Milliseconds and browsers are the benchmark's. */
export async function measureSizes({ polyfill }: { polyfill: boolean }): Promise<Sizes> {
  const directory = join(OUT, polyfill ? 'with-polyfill' : 'without-polyfill');
  await buildVariant(directory, {
    // "hidden": the map is written, the scripts stay as they are shipped.
    vite: { build: { sourcemap: 'hidden' } },
    ...(polyfill ? {} : { modules: [] }),
  });
  const contexts: Partial<Record<ContextName, ContextSize>> = {};
  for (const [name, file] of Object.entries(CONTEXTS) as [ContextName, string][])
    if (existsSync(join(directory, file)))
      contexts[name] = contextSize(directory, scriptsOf(directory, file));
  return {
    contexts,
    packed: packageSize(directory, (name) => !name.endsWith('.map')),
    notices: readFileSync(join(directory, NOTICES_FILE), 'utf8'),
  };
}

/** The scripts that a page loads at its start: its own and those they import, which Vite lists for preloading. */
function scriptsOf(directory: string, file: string): string[] {
  if (!file.endsWith('.html')) return [file];
  const html = readFileSync(join(directory, file), 'utf8');
  return [...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map(([, path]) => path ?? '');
}

function contextSize(directory: string, scripts: readonly string[]): ContextSize {
  const sources = new Map<string, number>();
  let raw = 0;
  let gzip = 0;
  for (const script of scripts) {
    const path = join(directory, script);
    const code = readFileSync(path, 'utf8');
    raw += Buffer.byteLength(code);
    gzip += gzipSync(code, { level: 9 }).length;
    for (const [source, bytes] of sourceShares(code, JSON.parse(readFileSync(`${path}.map`, 'utf8')))) {
      // Relative to the script: "../../lib/links/hosts.ts", or of the bundler: "\0rolldown/runtime.js".
      const name = source.replace(/^(?:\.\.\/)+/, '');
      sources.set(name, (sources.get(name) ?? 0) + bytes);
    }
  }
  return { raw, gzip, sources };
}

/** What a source is counted as in a table: the npm package, or the folder of ours it lies in. */
export function partOf(source: string): string {
  const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source) ?? [];
  if (name) return name;
  if (!/^(?:lib|components|entrypoints|public)\//.test(source)) return 'bundler';
  const folders = source.split('/').slice(0, -1);
  return folders.slice(0, 2).join('/');
}

/** Bytes by part of a context. */
export function partsOf({ sources }: ContextSize): Map<string, number> {
  const parts = new Map<string, number>();
  for (const [source, bytes] of sources) parts.set(partOf(source), (parts.get(partOf(source)) ?? 0) + bytes);
  return parts;
}
