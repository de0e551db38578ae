import { join } from 'node:path';
import { build, type InlineConfig } from 'wxt';
import config from '../../wxt.config.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Says only what is wrong. */
const logger = {
  ...Object.fromEntries(
    ['debug', 'log', 'info', 'start', 'ready', 'success', 'box'].map((name) => [name, () => {}]),
  ),
  warn: console.warn,
  error: console.error,
  fatal: console.error,
  level: 1,
} as unknown as NonNullable<InlineConfig['logger']>;

/** Builds with WXT and leaves standard output alone: WXT draws its progress there, logger or not. */
export async function quietBuild(options: InlineConfig): Promise<void> {
  const { write } = process.stdout;
  process.stdout.write = () => true;
  try {
    await build({ configFile: false, logger, ...options });
  } finally {
    process.stdout.write = write;
  }
}

export interface Variant {
  /** Vite settings to add. */
  readonly vite?: object;
  /** WXT modules instead of the usual ones. */
  readonly modules?: string[];
  /** Names of the only entrypoints to build; absent for all. */
  readonly entrypoints?: string[];
}

/** Builds the extension for Chromium as `npm run build` does, but for what the variant says, into `outDir`. */
export async function buildVariant(
  outDir: string,
  { vite = {}, modules = config.modules ?? [], entrypoints }: Variant = {},
): Promise<void> {
  await quietBuild({
    ...config,
    root: ROOT,
    outDir,
    outDirTemplate: '.',
    modules,
    ...(entrypoints && { filterEntrypoints: entrypoints }),
    vite: async (env) => ({ ...(await config.vite?.(env)), ...vite }),
  });
}
