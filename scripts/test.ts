/*
 * `npm test`: every kind of test in order, then one plain line of figures. Exit status 1 if anything failed.
 *
 *   --quick     leaves out what needs a browser
 *   --watch     everything but the browsers, again after each change, until stopped
 *   PATH …      only the test files whose path holds one of these, without checks
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BUILDS, CHECKS, run, type Step } from './steps.ts';

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

const { values, positionals: paths } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean' }, watch: { type: 'boolean' } },
});
const QUICK = ['unit', 'dom', 'data'] as const;
const projectOptions = (projects: readonly string[]) => projects.flatMap((name) => ['--project', name]);
const reports = mkdtempSync(join(tmpdir(), 'test-reports-'));

/** A step that passes or fails as a whole. */
const step = (step: Step): Tally =>
  run(step) ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };

/** One or more Vitest projects; a run that dies before it reports counts as one failure. */
function vitest(...projects: string[]): Tally {
  const file = join(reports, `${projects.join('-')}.json`);
  const ok = run([
    'vitest',
    'run',
    ...projectOptions(projects),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...(paths.length > 0 ? ['--passWithNoTests', ...paths] : []),
  ]);
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    const failed: number = report.numFailedTests + (ok || report.numFailedTests > 0 ? 0 : 1);
    return { passed: report.numPassedTests, failed, skipped: report.numPendingTests + report.numTodoTests };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function runAll(): number {
  const total: Tally = { passed: 0, failed: 0, skipped: 0 };
  const steps: (() => Tally)[] = [
    ...(paths.length > 0 ? [() => step(['wxt', 'prepare'])] : CHECKS.map((each) => () => step(each))),
    () => vitest(...QUICK),
    ...(values.quick
      ? []
      : [...BUILDS.map((each) => () => step(each)), () => vitest('e2e'), () => vitest('alone')]),
  ];
  for (const each of steps) {
    const { passed, failed, skipped } = each();
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
  return total.failed > 0 ? 1 : 0;
}

process.exitCode = values.watch
  ? (spawnSync('vitest', ['watch', ...projectOptions(QUICK), ...paths], { stdio: 'inherit' }).status ?? 1)
  : runAll();
rmSync(reports, { recursive: true });
