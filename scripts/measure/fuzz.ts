/*
 * `npm run fuzz -- --minutes N [--target NAME]`, or `--runs N` for so many inputs a target: throws generated input at
 * everything that reads input, a new seed a round, until the time is over or the runs are done. What fails is printed with seed and path and belongs into `tests/fuzz/found.json`,
 * from where every test run tries it again. Exit status 1 if anything failed.
 */
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { TARGETS } from '../../tests/fuzz/targets.ts';

const RUNS_A_ROUND = 500;

const { values } = parseArgs({
  options: { minutes: { type: 'string' }, runs: { type: 'string' }, target: { type: 'string' } },
});
const most = Number(values.runs ?? Infinity);
const minutes = Number(values.minutes ?? (values.runs ? Infinity : 1));
const targets = TARGETS.filter(({ name }) => values.target === undefined || name === values.target);
if (!(minutes > 0 && most > 0) || targets.length === 0) {
  console.error(
    `--minutes and --runs take a number above 0; --target one of: ${TARGETS.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}

const end = Date.now() + minutes * 60_000;
const runs = new Map<string, number>();
const failed = new Set<string>();
const isOpen = ({ name }: { readonly name: string }): boolean =>
  !failed.has(name) && (runs.get(name) ?? 0) < most;
while (Date.now() < end && targets.some(isOpen)) {
  for (const { name, property } of targets.filter(isOpen)) {
    const result = fc.check(property(), { numRuns: RUNS_A_ROUND, seed: Math.floor(Math.random() * 2 ** 31) });
    runs.set(name, (runs.get(name) ?? 0) + result.numRuns);
    if (!result.failed) continue;
    failed.add(name);
    console.log(JSON.stringify({ target: name, seed: result.seed, path: result.counterexamplePath }));
    console.log(`  input: ${fc.stringify(result.counterexample)}\n  ${result.errorInstance}`);
  }
}
for (const [name, count] of runs) console.log(`${name}: ${count} runs${failed.has(name) ? ', FAILED' : ''}`);
process.exitCode = failed.size > 0 ? 1 : 0;
