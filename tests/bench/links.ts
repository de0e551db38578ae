import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { couldBeTikTok } from '../../lib/links/could-be-tiktok.ts';
import { recognise } from '../../lib/links/recognise.ts';
import { WRITERS } from '../unit/links/encoders.ts';
import { elsewhere } from './pages/addresses.ts';
import { createRandom } from './pages/random.ts';

/*
 * What links cost, measured in Node: the question that the idle sweep asks of every link, and the worst links that
 * somebody can write.
 */

const ROOT = join(import.meta.dirname, '../..');
/** The last commit before wrappers became data. */
const BASELINE = '7a755e8';
const ROUNDS = 61;

/** Ratios; null where the history does not reach back to the baseline. */
export interface LinkCosts {
  /** The cheap question, for each URL of an ordinary page, to what it was at the baseline. */
  readonly question: number | null;
  /** A nest of the wrapper that takes longest, to a plain URL of the same length. */
  readonly nest: number;
  /** That wrapper. */
  readonly slowest: string;
}

type Question = (href: string) => unknown;

/** The cheap question as it was: its files are put where they can be imported from. */
async function baseline(): Promise<Question | null> {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', stdio: 'pipe' });
  const directory = join(ROOT, '.output/bench/baseline');
  try {
    const files = git('ls-tree', '-r', '--name-only', BASELINE, 'lib/links/').trim().split('\n');
    mkdirSync(directory, { recursive: true });
    for (const file of files)
      writeFileSync(join(directory, basename(file)), git('show', `${BASELINE}:${file}`));
  } catch {
    return null;
  }
  const module = await import(pathToFileURL(join(directory, 'selectors.ts')).href);
  return module.couldBeTikTok;
}

/** Milliseconds for a list of texts, the least of rounds in which each of the questions has its turn: the rest is others' work. */
function times(questions: readonly Question[], texts: readonly string[]): number[] {
  const least = questions.map(() => Infinity);
  for (let round = 0; round < ROUNDS; round++)
    for (const [at, ask] of questions.entries()) {
      const start = performance.now();
      for (const text of texts) ask(text);
      least[at] = Math.min(least[at] ?? Infinity, performance.now() - start);
    }
  return least;
}

const LENGTH = 20_000;

/** The beginning of a wrapper, up to its target, as often as fits. */
const nestOf = (example: string): string =>
  example
    .replace(/(https(:|%3A)(\/|%2F)*)?www\.tiktok.*$/i, '')
    .repeat(LENGTH)
    .slice(0, LENGTH);

export async function measureLinks(): Promise<LinkCosts> {
  const before = await baseline();
  const random = createRandom(1);
  const urls = Array.from({ length: 5000 }, () => elsewhere(random));
  const [now = 0, then = 0] = times(before ? [couldBeTikTok, before] : [couldBeTikTok], urls);
  const plain = `https://example.org/${'a'.repeat(LENGTH)}`.slice(0, LENGTH);
  const nests = WRITERS.filter(({ example }) => /tiktok/.test(example)).map(({ id, example }) => {
    const [nest = 0, base = 1] = times([() => recognise(nestOf(example)), () => recognise(plain)], ['']);
    return { id, ratio: nest / base };
  });
  const slowest = nests.reduce((a, b) => (a.ratio > b.ratio ? a : b));
  return { question: before && now / then, nest: slowest.ratio, slowest: slowest.id };
}
