#!/usr/bin/env node
/*
 * Runs a script of this folder, for the commands in package.json: gets what is missing first (packages, and with
 * `--browser` browsers), then runs the script with the Node of the packages, whatever Node is outside.
 *
 *   node scripts/run.mjs [--browser chromium|firefox|all] path/of/script.ts [its own arguments]
 */
import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setup } from './setup.mjs';

/** @type {Record<string, import('./setup.mjs').BrowserName[]>} */
const CHOICES = { all: ['chromium', 'firefox'], chromium: ['chromium'], firefox: ['firefox'] };

const args = process.argv.slice(2);
const browsers = args[0] === '--browser' ? (CHOICES[args.splice(0, 2)[1] ?? ''] ?? []) : [];
const [script = '', ...rest] = args;
const here = fileURLToPath(new URL('.', import.meta.url));

try {
  setup(browsers);
  const { status } = spawnSync('node', [join(here, script), ...rest], {
    stdio: 'inherit',
    env: { ...process.env, PATH: [join(here, '../node_modules/.bin'), process.env.PATH].join(delimiter) },
  });
  process.exitCode = status ?? 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
