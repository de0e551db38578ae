import { describe, expect, it } from 'vitest';
import { publicRecords } from '../../../lib/policy/public-records.ts';
import { readPolicy } from '../../../lib/policy/read-policy.ts';

const NOBODY: ReadonlySet<string> = new Set();

describe('the public page of a record', () => {
  it.each(['https://register.ministry.example', 'https://register.ministry.example/'])(
    'stands on the website that the policy names: %s',
    (publicUrl) => {
      expect(publicRecords(readPolicy({ publicUrl }), NOBODY)('gb-government')).toBe(
        'https://register.ministry.example/r/gb-government/',
      );
    },
  );

  it('is none for a record that an organisation added for itself', () => {
    const urlOf = publicRecords(readPolicy({ publicUrl: 'https://r.example/' }), new Set(['own-rule']));
    expect(urlOf('own-rule')).toBeNull();
  });

  it('is none where neither policy nor build name a website', () => {
    expect(publicRecords(readPolicy({}), NOBODY)('gb-government')).toBeNull();
  });

  it.each(['http://register.example/', 'https://register.example/?a', 'register', 5])(
    'is not taken from %s',
    (publicUrl) => {
      const policy = readPolicy({ publicUrl });
      expect(policy.problems.map(({ key }) => key)).toEqual(['publicUrl']);
      expect(publicRecords(policy, NOBODY)('gb-government')).toBeNull();
    },
  );
});
