/*
 * Makes a fresh clone ready: packages, and the browsers that are asked for. Plain JavaScript without dependencies,
 * because it runs before there are any and on the Node that happens to be there. Everything it prints goes to
 * standard error: standard output belongs to the command that called it.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** @typedef {'chromium' | 'firefox'} BrowserName */

/** Where each browser usually is, the variable that names another place, and its Debian package. */
const BROWSERS = {
  chromium: {
    variable: 'CHROME_PATH',
    commands: ['chromium', 'chromium-browser', 'google-chrome-for-testing'],
    places: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      'C:\\Program Files\\Chromium\\Application\\chrome.exe',
    ],
    debian: 'chromium',
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    commands: ['firefox-esr', 'firefox'],
    places: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    ],
    debian: 'firefox-esr',
  },
};

/** @param {string} file */
const runnable = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/**
 * The path of a browser that is already on this machine, or null. A path in the environment variable wins.
 * @param {BrowserName} name
 * @returns {string | null}
 */
export function findBrowser(name) {
  const { variable, commands, places } = BROWSERS[name];
  const named = process.env[variable];
  if (named) return runnable(named) ? named : null;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [
    ...commands.flatMap((command) => folders.map((folder) => join(folder, command))),
    ...places,
  ];
  return candidates.find(runnable) ?? null;
}

/**
 * @param {string} command
 * @param {string[]} args
 */
const run = (command, args) =>
  spawnSync(command, args, {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0;

/** The packages on disk are those of the lock file. */
function packagesAreThere() {
  const installed = join(ROOT, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  const have = JSON.parse(readFileSync(installed, 'utf8')).packages;
  /** @type {[string, {version: string, optional?: boolean}][]} */
  const wanted = Object.entries(JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages);
  return wanted.every(
    ([path, { version, optional }]) => path === '' || optional || have[path]?.version === version,
  );
}

function ensurePackages() {
  if (packagesAreThere()) return;
  console.error('Installing packages (npm ci) …');
  const npm = process.env.npm_execpath;
  const done = npm ? run(process.execPath, [npm, 'ci']) : run('npm', ['ci']);
  if (!done)
    throw new Error('npm ci failed. Its message stands above; check the connection to the package registry.');
}

/**
 * What a person can do where a browser is missing, as a sentence.
 * @param {BrowserName} name
 */
export const installAdvice = (name) =>
  `Install ${name} (on Debian: apt-get install ${BROWSERS[name].debian}), or set ${BROWSERS[name].variable} to its program file.`;

/** @param {BrowserName} name */
function ensureBrowser(name) {
  if (findBrowser(name)) return;
  const { variable, debian } = BROWSERS[name];
  const advice = installAdvice(name);
  if (process.env[variable])
    throw new Error(`${variable} is "${process.env[variable]}", which is no program. ${advice}`);
  if (process.getuid?.() !== 0 || !findOnPath('apt-get')) throw new Error(`No ${name} found. ${advice}`);
  console.error(`Installing ${debian} …`);
  if (!run('apt-get', ['update']) || !run('apt-get', ['install', '-y', '--no-install-recommends', debian]))
    throw new Error(`apt-get could not install ${debian}. ${advice}`);
}

/** @param {string} command */
const findOnPath = (command) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => runnable(join(folder, command)));

/**
 * Gets what is missing. Throws an error whose message says what a person has to do.
 * @param {readonly BrowserName[]} browsers
 */
export function setup(browsers) {
  ensurePackages();
  for (const name of browsers) ensureBrowser(name);
}
