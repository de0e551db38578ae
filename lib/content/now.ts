/** Milliseconds of a steady clock. */
export const now = (): number => performance.now();
