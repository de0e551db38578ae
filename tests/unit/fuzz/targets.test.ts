import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import found from '../../fuzz/found.json' with { type: 'json' };
import { TARGETS } from '../../fuzz/targets.ts';

/** Few runs here, with a fixed seed; of links, a thousand a run, 100,000. `npm run fuzz` does the many. */
describe('input of every kind', () => {
  it.each(TARGETS)('is taken by the $name as it should be', ({ name, property }) => {
    fc.assert(property(), { numRuns: name === 'many links' ? 100 : 300, seed: 20_261_122 });
  });

  it('that once was a fault stays mended', () => {
    for (const { target, seed, path } of found as { target: string; seed: number; path: string }[]) {
      const property = TARGETS.find(({ name }) => name === target)?.property;
      expect(property, target).toBeDefined();
      if (property) fc.assert(property(), { seed, path, endOnFailure: true });
    }
  });
});
