export * from '../../../lib/page/sweep.ts';

/** Stands in for the idle sweep: nothing is looked for. */
export const createSweep = () => ({ add() {}, root() {} });
