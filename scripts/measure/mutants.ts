/*
 * `npm run mutants -- lib/register/dates.ts`: changes the code in small ways, one at a time, and names each change that
 * no unit test notices. Without a path it does so for all of `lib`, which takes hours. A page of the report lies in
 * `.output/mutants/`.
 */
import { spawnSync } from 'node:child_process';

const paths = process.argv.slice(2);
const only = paths.length > 0 ? ['--mutate', paths.join()] : [];
const { status } = spawnSync('stryker', ['run', 'tests/mutants/stryker.config.json', ...only], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
