import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findBelongings, isSlipOf, prepareBelongings } from '../../../lib/register/belonging-search.ts';
import { languageOf } from '../../../lib/register/labels.ts';
import { organisationsOf } from '../../../lib/register/organisations.ts';
import { translate } from '../../../scripts/data/english.ts';
import { readRegister } from '../../../scripts/data/read-register.ts';
import { subdivisionNames, subdivisionsOf } from '../../../scripts/data/subdivision-names.ts';

/** What people type, and the place or organisation that they mean: one a line. */
const QUERIES = readFileSync(new URL('belonging-queries.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split(' | '));

const register = readRegister();
const language = languageOf(translate, 'en-GB', subdivisionNames(subdivisionsOf(register), ['en']));
const list = prepareBelongings(organisationsOf(register), language);
const ids = (text: string): string[] => findBelongings(list, text).map(({ id }) => id);

describe('the field "Where do you work, study or live?"', () => {
  const places = QUERIES.map(([text = '', meant = '']) => ({ text, meant, at: ids(text).indexOf(meant) }));

  it('has 200 and more queries to answer', () => {
    expect(QUERIES.length).toBeGreaterThanOrEqual(200);
  });

  it('gives what is meant among the first three in all', () => {
    expect(places.filter(({ at }) => at < 0 || at > 2)).toEqual([]);
  });

  it('gives what is meant first in 95 of 100', () => {
    const others = places.filter(({ at }) => at !== 0);
    expect(others.length, JSON.stringify(others)).toBeLessThanOrEqual(QUERIES.length * 0.05);
  });

  it('offers the government of a place before other bodies that have its name', () => {
    expect(ids('texas').slice(0, 2)).toEqual(['US-TX', 'us-tx-government']);
    expect(ids('germany').slice(0, 2)).toEqual(['DE', 'de-government']);
  });

  it('knows places by the languages that the person reads', () => {
    const german = prepareBelongings([], language, ['de-AT']);
    expect(findBelongings(german, 'Vereinigte Staaten')[0]).toEqual({ type: 'place', id: 'US' });
    expect(ids('Vereinigte Staaten')).not.toContain('US');
  });

  it('finds nothing for nothing, and for what nobody is called', () => {
    expect(ids('')).toEqual([]);
    expect(ids(' . ')).toEqual([]);
    expect(ids('qqqqqq')).toEqual([]);
  });
});

describe('a slip of the keyboard', () => {
  it.each([
    ['germny', 'germany', 1, true],
    ['gemrany', 'germany', 1, true],
    ['germanyy', 'germany', 1, true],
    ['garmany', 'germany', 1, true],
    ['swed', 'sweden', 1, false],
    ['swedne', 'sweden', 1, true],
    ['switze', 'switzerland', 1, true],
    ['paris', 'pakistan', 1, false],
    ['jermany', 'germany', 1, false],
    ['gurmuny', 'germany', 1, false],
    ['germany', 'germany', 0, false],
  ])('%s for %s, %i forgiven: %s', (word, target, most, is) => {
    expect(isSlipOf(word, target, most)).toBe(is);
  });
});
