import { describe, expect, it } from 'vitest';
import { BALLASTS, type Ballast, ballastOf } from '../../../lib/snapshot/ballast.ts';

const KINDS = Object.keys(BALLASTS) as (keyof Ballast)[];

/** How many of 4,000 numbers, each of another key, fall in each fifth of what there is. */
async function spread(kind: keyof Ballast, words: string): Promise<number[]> {
  const counts = Array<number>(5).fill(0);
  for (let session = 0; session < 4000; session++) {
    const fifth = Math.floor(((await ballastOf(`key ${session}`, words))[kind] / BALLASTS[kind]) * 5);
    counts[fifth] = (counts[fifth] ?? 0) + 1;
  }
  return counts;
}

describe('the ballast of an open card', () => {
  it('is the same for the same words in one session, so that a second look tells nothing more', async () => {
    expect(await ballastOf('a key', 'Not allowed')).toEqual(await ballastOf('a key', 'Not allowed'));
  });

  it.each(KINDS)('is spread evenly over sessions in its %s', async (kind) => {
    for (const words of ['Not allowed', 'No rule found'])
      for (const count of await spread(kind, words)) {
        expect(count).toBeGreaterThan(650);
        expect(count).toBeLessThan(980);
      }
  });

  it('of one text tells nothing of that of another in the same session', async () => {
    const pairs = await Promise.all(
      Array.from({ length: 1000 }, async (_, session) => [
        (await ballastOf(`key ${session}`, 'Not allowed')).comments,
        (await ballastOf(`key ${session}`, 'No rule found')).comments,
      ]),
    );
    const isAbove = pairs.filter(([one = 0, other = 0]) => one > other).length;
    expect(isAbove).toBeGreaterThan(400);
    expect(isAbove).toBeLessThan(600);
  });
});
