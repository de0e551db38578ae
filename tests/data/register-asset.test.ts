import { beforeAll, describe, expect, it } from 'vitest';
import { Register } from '../../lib/register/schema.ts';
import { registerFiles } from '../../scripts/build/register.ts';
import { shippedLocales } from '../../scripts/data/subdivision-names.ts';

const contents = new Map<string, unknown>();

beforeAll(() => {
  for (const file of registerFiles()) contents.set(file.relativeDest, JSON.parse(file.contents));
});

describe('the files that a build gets', () => {
  it('are the register, in one file that passes its schema', () => {
    const { success, data } = Register.safeParse(contents.get('register.json'));
    expect(success).toBe(true);
    const ids = data?.restrictions.map(({ id }) => id) ?? [];
    expect(ids.length).toBeGreaterThan(300);
    expect(ids).toEqual([...ids].sort());
  });

  it('and the names of the subdivisions in each language that is shipped', () => {
    const names = contents.get('subdivisions.json') as Record<string, Record<string, string>>;
    expect(Object.keys(names)).toEqual(shippedLocales());
    expect(names.en).toMatchObject({ 'US-TX': 'Texas', 'GB-SCT': 'Scotland', 'NO-33': 'Buskerud' });
    expect(names.en).not.toHaveProperty('US-XX');
  });
});
