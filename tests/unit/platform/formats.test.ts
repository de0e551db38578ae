import { expect, it } from 'vitest';
import {
  namedAge,
  numberedAge,
  numberFormat,
  plainList,
  sentenceList,
} from '../../../lib/platform/formats.ts';

it('makes each once for a language', () => {
  expect(numberFormat('de')).toBe(numberFormat('de'));
  expect(numberFormat('de')).not.toBe(numberFormat('en'));
});

it('writes as the language does', () => {
  expect(numberFormat('de').format(12_345)).toBe('12.345');
  expect(sentenceList('de').format(['A', 'B', 'C'])).toBe('A, B und C');
  expect(plainList('en-GB').format(['A', 'B', 'C'])).toBe('A, B, C');
  expect(numberedAge('en').format(-1, 'month')).toBe('1 month ago');
  expect(namedAge('en').format(0, 'month')).toBe('this month');
});
