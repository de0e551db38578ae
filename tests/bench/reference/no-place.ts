import type { placesOf as original } from '../../../lib/content/place.ts';

export * from '../../../lib/content/place.ts';

/** Stands in for the choice of places: there are none, so everything is found and nothing drawn. */
export const placesOf: typeof original = () => [];
