import { join } from 'node:path';
import { build, type InlineConfig } from 'wxt';
import config from '../wxt.config.ts';

const ROOT = join(import.meta.dirname, '..');

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

/** Builds the extension for Chromium as `npm run build` does, into `outDir`, with other Vite settings or modules. */
export async function buildVariant(
  outDir: string,
  { vite = {}, modules = config.modules ?? [] }: { vite?: object; modules?: string[] } = {},
): Promise<void> {
  await quietBuild({
    ...config,
    root: ROOT,
    outDir,
    outDirTemplate: '.',
    modules,
    vite: async (env) => ({ ...(await config.vite?.(env)), ...vite }),
  });
}
