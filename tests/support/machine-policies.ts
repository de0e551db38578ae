import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type BrowserName, findBrowser } from '../../scripts/setup.mjs';

/*
 * Puts policy files where an administrator puts them: into the machine's own folders, which every browser on it
 * reads. So each change is written down first, and undone at the end of the tests, when the process ends or is told
 * to, and, where it was killed, by the next run.
 */

const JOURNAL = '/var/tmp/policy-context-tests.json';

interface Journal {
  /** Files that were there before: where they belong, and where they lie meanwhile. */
  readonly aside: Record<string, string>;
  /** Files and folders that the tests made, in order. */
  readonly made: string[];
}

/** Chrome's builds keep their policies apart. */
const chromiumFolder = (): string =>
  /chrome/.test(basename(findBrowser('chromium') ?? ''))
    ? '/etc/opt/chrome/policies/managed'
    : '/etc/chromium/policies/managed';

const fileOf = (name: BrowserName): string =>
  name === 'chromium'
    ? join(chromiumFolder(), 'policy-context-tests.json')
    : '/etc/firefox/policies/policies.json';

/** Why policies cannot be tried on this machine; null where they can. */
export function whyNoPolicies(): string | null {
  if (process.platform !== 'linux') return 'policy files are placed on Linux only';
  try {
    accessSync('/etc', constants.W_OK);
  } catch {
    return 'only root may write the policy folders below /etc';
  }
  const missing = (['chromium', 'firefox'] as const).filter((name) => !findBrowser(name));
  return missing.length > 0 ? `no ${missing.join(' and no ')} was found` : null;
}

const read = (): Journal =>
  existsSync(JOURNAL) ? JSON.parse(readFileSync(JOURNAL, 'utf8')) : { aside: {}, made: [] };
const note = (journal: Journal): void => writeFileSync(JOURNAL, JSON.stringify(journal));

function makeFolder(folder: string, journal: Journal): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder), journal);
  journal.made.push(folder);
  note(journal);
  mkdirSync(folder);
}

/** Places the whole file of a browser's policies; one that was there before is moved aside. */
export function placePolicies(name: BrowserName, file: unknown): void {
  const journal = read();
  const path = fileOf(name);
  makeFolder(dirname(path), journal);
  if (!journal.made.includes(path)) {
    if (existsSync(path)) {
      journal.aside[path] = `${path}.before-tests`;
      note(journal);
      renameSync(path, `${path}.before-tests`);
    }
    journal.made.push(path);
    note(journal);
  }
  writeFileSync(path, typeof file === 'string' ? file : JSON.stringify(file));
}

/** Takes the file away and leaves the folders; what was there before stays aside. */
export const takePoliciesAway = (name: BrowserName): void => rmSync(fileOf(name), { force: true });

/** Puts the machine's policies back as they were. */
export function restorePolicies(): void {
  if (!existsSync(JOURNAL)) return;
  const { aside, made } = read();
  for (const path of made.toReversed()) {
    if (path.endsWith('.json')) rmSync(path, { force: true });
    else removeIfEmpty(path);
  }
  for (const [path, before] of Object.entries(aside)) if (existsSync(before)) renameSync(before, path);
  rmSync(JOURNAL, { force: true });
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Somebody else has put something into it meanwhile.
  }
}

process.once('exit', restorePolicies);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => {
    restorePolicies();
    process.exit(1);
  });
// What a killed run has left behind.
if (whyNoPolicies() === null) restorePolicies();
