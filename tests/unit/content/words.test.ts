import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginsWord, holdsWord } from '../../../lib/content/words.ts';

describe('words', () => {
  it.each(['watch', 'I’d', 'смотри', '見て', 'نعم', 'देखें', '– é ü'])('are found in "%s"', (text) => {
    expect(holdsWord(text)).toBe(true);
  });

  it.each(['', ' · ', '1,234', 'a', '— é', '(2) | 3'])('are not found in "%s"', (text) => {
    expect(holdsWord(text)).toBe(false);
  });

  it.each(['and', ' and', '9 more', '(see)', 'é', '見', '\u00a0', '\n'])(
    'may begin a line with "%s"',
    (text) => {
      expect(beginsWord(text)).toBe(true);
    },
  );

  it.each([', and', '.', '…', '”', '،', '。', '_', ''])('do not begin with "%s"', (text) => {
    expect(beginsWord(text)).toBe(false);
  });
});

it('words are what the classes of Unicode say', () => {
  const mixed = fc
    .array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('a', '.', ' ', 'é')))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(mixed, (text) => {
      expect(holdsWord(text)).toBe((text.match(/\p{L}/gu)?.length ?? 0) > 1);
      expect(beginsWord(text)).toBe(/^[\s\p{L}\p{N}(]/u.test(text));
    }),
    { numRuns: 2000 },
  );
});
