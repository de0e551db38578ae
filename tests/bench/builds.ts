import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { buildVariant, quietBuild } from '../../scripts/measure/quiet-build.ts';
import config from '../../wxt.config.ts';

const ROOT = join(import.meta.dirname, '../..');
const OUT = join(ROOT, '.output/bench/builds');
const REFERENCE = join(import.meta.dirname, 'reference');

/**
 * Puts one module in the place of another, so that a part of the content script can be left out of a build and
 * measured by the difference, without a switch for it in the shipped code.
 *
 * @param replaced path in the repository
 * @param by file beside the references; may import what it replaces
 */
const replace = (replaced: string, by: string) => {
  const stand = join(REFERENCE, by);
  return {
    name: `replace ${replaced}`,
    enforce: 'pre' as const,
    async resolveId(
      this: { resolve(source: string, importer?: string, options?: object): Promise<{ id: string } | null> },
      source: string,
      importer: string | undefined,
    ) {
      if (importer === undefined || importer === stand || !source.includes('/')) return null;
      const found = await this.resolve(source, importer, { skipSelf: true });
      return found?.id === join(ROOT, replaced) ? stand : null;
    },
  };
};

/** Builds one of the references for Chromium, with the WXT modules of ours. */
export const buildReference = (name: string) => async (): Promise<string> => {
  const outDir = join(OUT, name);
  await quietBuild({
    root: REFERENCE,
    entrypointsDir: name,
    outDir,
    outDirTemplate: '.',
    manifestVersion: 3,
    modules: config.modules ?? [],
    imports: false,
    vite: config.vite ?? (() => ({})),
    manifest: { name: `bench ${name}`, version: '1' },
  });
  return outDir;
};

/** Builds ours for Chromium; `without` lists modules that are left out, each with what stands in for it. */
export const buildOurs =
  (name: string, without: Readonly<Record<string, string>> = {}) =>
  async (): Promise<string> => {
    for (const path of Object.keys(without))
      if (!existsSync(join(ROOT, path))) throw new Error(`${path}, which "${name}" leaves out, is gone.`);
    const outDir = join(OUT, name);
    const left = Object.entries(without);
    await buildVariant(outDir, {
      vite: { plugins: left.map(([path, by]) => replace(path, by)) },
      ...(left.length > 0 && { entrypoints: ['background', 'page-links'] }),
    });
    return outDir;
  };

/** Builds this extension for Chromium as it was at a commit, with the packages of its own lock file. */
export const buildCommit = (commit: string) => async (): Promise<string> => {
  const directory = join(OUT, `commit-${commit}`);
  const built = join(directory, '.output/chrome-mv3');
  if (existsSync(built)) return built;
  mkdirSync(directory, { recursive: true });
  const tree = execFileSync('git', ['archive', commit], { cwd: ROOT, maxBuffer: 2 ** 28 });
  execFileSync('tar', ['-x'], { cwd: directory, input: tree });
  // Without what npm says of the project that it runs a command for, which would be taken for that of the folder.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_')));
  const bin = join(directory, 'node_modules/.bin');
  const run = (command: string, ...args: string[]) =>
    execFileSync(command, args, {
      cwd: directory,
      env: { ...env, PATH: [bin, process.env.PATH].join(delimiter) },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  // A build in this process has said that this is production, for which npm leaves out what builds.
  run('npm', 'ci', '--include=dev');
  run('wxt', 'build', '-b', 'chrome');
  return built;
};

/** Builds ours with `count` restrictions, made by repeating its own, and with the page that only draws rows anew. */
export const buildMany = (name: string, count: number) => async (): Promise<string> => {
  const directory = await buildOurs(name)();
  const bare = await buildReference('rerender')();
  for (const part of ['rerender.html', 'chunks'])
    cpSync(join(bare, part), join(directory, part), { recursive: true });
  const file = join(directory, 'register.json');
  const register = JSON.parse(readFileSync(file, 'utf8')) as {
    restrictions: { id: string }[];
  };
  const own = register.restrictions;
  register.restrictions = Array.from({ length: count }, (_, i) => {
    const record = own[i % own.length] as { id: string };
    return i < own.length ? record : { ...record, id: `${record.id}-${Math.floor(i / own.length)}` };
  });
  writeFileSync(file, JSON.stringify(register));
  return directory;
};
