import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packColumns, unpackColumns } from '../../../lib/register/columns-pack.ts';
import { readRegister } from '../../../scripts/read-register.ts';

const throughFile = (value: unknown) => unpackColumns(JSON.parse(JSON.stringify(packColumns(value))));

describe('the packed register', () => {
  it('is the register when unpacked', () => {
    const register = JSON.parse(JSON.stringify(readRegister()));
    expect(throughFile(register)).toEqual(register);
  });

  it('keeps values of every shape that records can have', () => {
    const key = fc.stringMatching(/^[a-z][a-zA-Z]{0,6}$/).filter((name) => name !== 'constructor');
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom('in-force', 'a longer text that comes again', '3[', '{', 'a,b{'),
    );
    const plain = fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null));
    const { record } = fc.letrec<{ record: Record<string, unknown>; value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        plain,
        fc.array(plain, { maxLength: 4 }),
        fc.array(tie('record'), { maxLength: 4 }),
        tie('record'),
      ),
      record: fc.dictionary(key, tie('value'), { maxKeys: 5 }) as fc.Arbitrary<Record<string, unknown>>,
    }));
    fc.assert(
      fc.property(fc.array(record, { maxLength: 5 }), (records) => {
        const plainRecords = JSON.parse(JSON.stringify({ records }));
        expect(throughFile(plainRecords)).toEqual(plainRecords);
      }),
    );
  });

  it('refuses a list that mixes kinds of values', () => {
    expect(() => packColumns({ list: [1, {}] })).toThrow('list mixes kinds of values');
  });
});
