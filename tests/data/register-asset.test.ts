import { beforeAll, describe, expect, it } from 'vitest';
import type { ResolvedPublicFile, Wxt } from 'wxt';
import { Register } from '../../lib/register/schema.ts';
import { registerAsset } from '../../scripts/register-asset.ts';
import { shippedLocales } from '../../scripts/subdivision-names.ts';

const contents = new Map<string, unknown>();

beforeAll(() => {
  const files: ResolvedPublicFile[] = [];
  registerAsset({} as Wxt, files);
  for (const file of files) {
    if ('contents' in file) contents.set(file.relativeDest, JSON.parse(file.contents));
  }
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
    expect(names.en).not.toHaveProperty('US-HI');
  });
});
