import { tableOf, tailsOf } from './make-wrapper-table.ts';
import wrappers from './wrappers.json' with { type: 'json' };

/**
 * All wrappers that are known, in the forms that {@link tableOf} and {@link tailsOf} describe. A build puts the finished
 * texts in the place of this module, so that pages read neither examples nor documentation
 * (`scripts/build/wrapper-table.ts`).
 */
export const TABLE: string = tableOf(wrappers);
/** Separated by blanks. */
export const TAILS: string = tailsOf(wrappers).join(' ');
