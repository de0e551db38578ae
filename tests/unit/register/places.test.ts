import containment from 'cldr-core/supplemental/territoryContainment.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import {
  COUNTRIES,
  containsPlace,
  placeName,
  placeNameInFull,
  placeNamesFor,
  placesAround,
  regionOf,
  WORLD,
} from '../../../lib/register/places.ts';

const CLDR: Readonly<Record<string, { readonly _contains: readonly string[] }>> =
  containment.supplemental.territoryContainment;
const NAMES = { 'US-TX': 'Texas' };

describe('places', () => {
  it.each([
    ['US', 'US-TX', true],
    ['US-MT', 'US', false],
    ['US-MT', 'US-TX', false],
    ['US-MT', 'US-MT', true],
    ['GB', 'GB-NYK', true],
    ['GB-ENG', 'GB-NYK', true],
    ['GB-SCT', 'GB-NYK', false],
    ['EU', 'DE', false],
  ])('%s contains %s: %s', (outer, inner, expected) => {
    expect(containsPlace(outer, inner)).toBe(expected);
  });

  it('lie in each that contains them', () => {
    expect(placesAround('GB-NYK')).toEqual(['GB-NYK', 'GB-ENG', 'GB']);
    expect(placesAround('IN')).toEqual(['IN']);
  });

  it('are named in the language of the person, subdivisions from the table, the code where nobody names them', () => {
    expect(placeName('DK', 'da', NAMES)).toBe('Danmark');
    expect(placeName('XK', 'en', NAMES)).toBe('Kosovo');
    expect(placeName('150', 'en', NAMES)).toBe('Europe');
    expect(placeName('EU', 'en', NAMES)).toBe('European Union');
    expect(placeName('NATO', 'en', NAMES)).toBe('NATO');
    expect(placeName('US-MT', 'en', NAMES)).toBe('US-MT');
    expect(placeNameInFull('US-TX', 'en', NAMES)).toBe('Texas, United States');
  });

  it('take subdivision names of the nearest language, English where it has none', () => {
    const all = { en: { 'CA-QC': 'Quebec', 'US-TX': 'Texas' }, fr: { 'CA-QC': 'Québec' } };
    expect(placeNamesFor(all, 'fr-CA')).toEqual({ 'CA-QC': 'Québec', 'US-TX': 'Texas' });
  });
});

describe('the table of the world', () => {
  it.each(WORLD)('puts under %s, %s the countries that CLDR puts there', (continent, region, countries) => {
    expect(CLDR[continent]?._contains).toContain(region);
    const listed = countries.split(' ');
    expect(CLDR[region]?._contains).toEqual(expect.arrayContaining(listed));
  });

  it('leaves out no country of a region', () => {
    // Islands that CLDR counts though ISO 3166-1 gives them no code of their own.
    const noCountries = ['IC', 'EA', 'CQ'];
    for (const [, region, countries] of WORLD) {
      const missing = CLDR[region]?._contains.filter((code) => !countries.split(' ').includes(code));
      expect(missing?.filter((code) => !noCountries.includes(code))).toEqual([]);
    }
    expect(COUNTRIES.length).toBeGreaterThan(240);
    expect(new Set(COUNTRIES).size).toBe(COUNTRIES.length);
  });

  it('knows the region of a subdivision by its country', () => {
    expect(regionOf('US-TX')).toEqual({ continent: '019', region: '021' });
    expect(regionOf('EU')?.continent).toBe('150');
    expect(regionOf('NATO')).toBeNull();
  });
});
