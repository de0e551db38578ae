import type { Source } from './shelf.ts';

/**
 * The folder that this build carries, for people to switch on; null while there is none. A build for an organisation,
 * or for a publisher, sets it here.
 */
export const PUBLIC_SOURCE: Source | null = null;
