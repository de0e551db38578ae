import { describe, expect, it } from 'vitest';
import type { Register } from '../../../lib/register/schema.ts';
import { applyDifference, Difference } from '../../../lib/updates/difference.ts';
import { registerText } from '../../../lib/updates/register-file.ts';
import { readRegister } from '../../../scripts/data/read-register.ts';
import { differenceBetween } from '../../../scripts/publish/differences.ts';
import { registerOf } from '../../support/update-client.ts';

const hashed = (register: Register) => ({ register, sha256: 'ab'.repeat(32) });
const between = (before: Register, after: Register) =>
  Difference.parse(JSON.parse(JSON.stringify(differenceBetween(hashed(before), hashed(after)))));

describe('a difference', () => {
  it.each([
    ['nothing', registerOf('2026.11.22.1', 'a'), registerOf('2026.11.22.2', 'a')],
    ['a changed record', registerOf('2026.11.22.1', 'a', 'b'), registerOf('2026.11.22.2', 'a', 'c')],
    ['a new record', registerOf('2026.11.22.1', 'a'), registerOf('2026.11.22.2', 'a', 'b')],
    ['a record that is gone', registerOf('2026.11.22.1', 'a', 'b'), registerOf('2026.11.22.2', 'a')],
    ['every record', registerOf('2026.11.22.1', 'a', 'b'), registerOf('2026.11.22.2')],
  ])('of %s leads to the very same file', (_what, before, after) => {
    expect(registerText(applyDifference(before, between(before, after)))).toBe(registerText(after));
  });

  it('carries the ids that moved', () => {
    const before = registerOf('2026.11.22.1', 'a');
    const after: Register = {
      ...registerOf('2026.11.22.2', 'a'),
      moved: { records: [{ old: 'x', new: ['xx-rule-00'], reason: 'renamed' }], organisations: [] },
    };
    expect(registerText(applyDifference(before, between(before, after)))).toBe(registerText(after));
  });

  it('between two days of the real register is a few kB', () => {
    const before = readRegister();
    const after = {
      ...before,
      version: '2099.01.01.1',
      restrictions: before.restrictions.map((record, index) =>
        index % 100 === 0 ? { ...record, notes: 'Looked at again.' } : record,
      ),
    };
    const difference = between(before, after);
    expect(registerText(applyDifference(before, difference))).toBe(registerText(after));
    expect(JSON.stringify(difference).length).toBeLessThan(30_000);
  });
});
