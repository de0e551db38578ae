import { namesOf } from './make-wrapper-table.ts';
import wrappers from './wrappers.json' with { type: 'json' };

/**
 * The names of wrapping services by their ids in `Recognition.via`. A build puts the finished names in the place of
 * this module (`scripts/build/wrapper-table.ts`).
 */
export const WRAPPER_NAMES: Readonly<Record<string, string>> = namesOf(wrappers);
