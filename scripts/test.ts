/*
 * `npm test`: every kind of test in order, then one plain line of figures. `--quick` leaves out what needs a browser.
 * Exit status 1 if anything failed.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

const quick = process.argv.includes('--quick');
const reports = mkdtempSync(join(tmpdir(), 'test-reports-'));

const run = (command: string, args: string[]): boolean => {
  console.log(`\n> ${command} ${args.join(' ')}`);
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
};

/** A command that passes or fails as a whole. */
const step = (command: string, ...args: string[]): Tally =>
  run(command, args) ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };

/** One or more Vitest projects; a run that dies before it reports counts as one failure. */
function vitest(...projects: string[]): Tally {
  const file = join(reports, `${projects.join('-')}.json`);
  const selected = projects.flatMap((project) => ['--project', project]);
  const ok = run('vitest', [
    'run',
    ...selected,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    const failed: number = report.numFailedTests + (ok || report.numFailedTests > 0 ? 0 : 1);
    return { passed: report.numPassedTests, failed, skipped: report.numPendingTests + report.numTodoTests };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

const steps: (() => Tally)[] = [
  () => step('biome', 'check', '.'),
  () => step('wxt', 'prepare'),
  () => step('tsc', '--noEmit'),
  () => vitest('unit', 'dom', 'data'),
  ...(quick
    ? []
    : [
        () => step('wxt', 'build', '-b', 'chrome'),
        () => step('wxt', 'build', '-b', 'firefox'),
        () => vitest('e2e'),
        () => vitest('policy'),
      ]),
];

const total: Tally = { passed: 0, failed: 0, skipped: 0 };
for (const each of steps) {
  const { passed, failed, skipped } = each();
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}
rmSync(reports, { recursive: true });

console.log(
  `\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
);
process.exitCode = total.failed > 0 ? 1 : 0;
