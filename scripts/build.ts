/* `npm run build`: both versions, into `.output/`. */
import { BUILDS, run } from './steps.ts';

process.exitCode = BUILDS.every(run) ? 0 : 1;
