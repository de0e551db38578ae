import { describe, expect, it } from 'vitest';
import {
  organisationIndex,
  organisationsAround,
  organisationsOf,
} from '../../../lib/register/organisations.ts';
import { restriction } from '../../support/example-record.ts';

const register = {
  restrictions: [
    restriction({
      id: 'b',
      issuer: { organisation: 'ministry', name: 'Ministry (Office)', within: ['state'] },
    }),
    restriction({ id: 'a', issuer: { organisation: 'agency', name: 'Agency' } }),
    restriction({
      id: 'c',
      issuer: {
        organisation: 'ministry',
        name: 'Ministry',
        nativeName: 'Ministerium',
        within: ['union', 'state'],
      },
    }),
  ],
};

describe('organisations', () => {
  it('are each there once, by name, with all their records and all they lie within', () => {
    expect(organisationsOf(register)).toEqual([
      expect.objectContaining({ id: 'agency', nativeName: null, within: [], recordIds: ['a'] }),
      {
        id: 'ministry',
        name: 'Ministry',
        nativeName: 'Ministerium',
        kind: 'ministry-or-agency',
        jurisdiction: 'GB',
        within: ['state', 'union'],
        recordIds: ['b', 'c'],
        appliesTo: ['staff', 'staff'],
      },
    ]);
  });

  it('are the same in whatever order the records come', () => {
    const names = (list: typeof register.restrictions) => organisationIndex(list).names.get('ministry');
    expect(names(register.restrictions)).toBe('Ministry');
    expect(names([...register.restrictions].reverse())).toBe('Ministry');
  });

  it('around one are counted by the shortest way, and circles end', () => {
    const within = new Map([
      ['a', ['b', 'c']],
      ['b', ['d']],
      ['c', ['a']],
      ['d', ['c']],
    ]);
    expect([...organisationsAround('a', within)]).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 1],
      ['d', 2],
    ]);
  });
});
