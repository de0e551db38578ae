/* `npm run check`: formatting, lint, types, and code that nobody uses. Exit status 1 if anything is wrong. */
import { CHECKS, run } from './steps.ts';

const passed = CHECKS.map(run);
process.exitCode = passed.every(Boolean) ? 0 : 1;
