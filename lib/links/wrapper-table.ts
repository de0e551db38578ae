import { tableOf } from './make-wrapper-table.ts';
import wrappers from './wrappers.json' with { type: 'json' };

/**
 * All wrappers that are known, in the form that {@link tableOf} describes. A build puts the finished table in the
 * place of this module, so that pages read neither examples nor documentation (`scripts/build/wrapper-table.ts`).
 */
export const TABLE: string = tableOf(wrappers);
