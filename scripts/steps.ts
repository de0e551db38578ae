import { spawnSync } from 'node:child_process';

/** A command and its arguments. */
export type Step = readonly [command: string, ...args: string[]];

/** What is checked without running anything. Types need what `wxt prepare` writes. */
export const CHECKS: readonly Step[] = [
  ['biome', 'check', '.'],
  ['wxt', 'prepare'],
  ['tsc', '--noEmit'],
  ['knip'],
  ['knip', '--production'],
];

/** Builds for both browsers, into `.output/`. */
export const BUILDS: readonly Step[] = [
  ['wxt', 'build', '-b', 'chrome'],
  ['wxt', 'build', '-b', 'firefox'],
];

/** Says what it runs, runs it, and answers whether it ended well. */
export function run([command, ...args]: Step): boolean {
  console.log(`\n> ${[command, ...args].join(' ')}`);
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}
