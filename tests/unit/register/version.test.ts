import { describe, expect, it } from 'vitest';
import { compareVersions } from '../../../lib/register/version.ts';

describe('versions of the register', () => {
  it.each([
    ['2026.11.22.9', '2026.11.22.10'],
    ['2026.11.22.99', '2026.11.23.1'],
    ['2026.12.31.1', '2027.01.01.1'],
    ['2026.09.30.2', '2026.10.01.1'],
  ])('%s is older than %s', (older, newer) => {
    expect(compareVersions(older, newer)).toBeLessThan(0);
    expect(compareVersions(newer, older)).toBeGreaterThan(0);
  });

  it('is the same as itself', () => {
    expect(compareVersions('2026.11.22.1', '2026.11.22.1')).toBe(0);
  });
});
