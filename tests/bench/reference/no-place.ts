export * from '../../../lib/page/place.ts';

/** Stands in for the choice of places: there is none, so everything is found and nothing drawn. */
export const placeOfLink = () => null;
export const placeOfEmbed = () => null;
