import { afterAll, describe, expect, it } from 'vitest';
import { countActions } from '../../support/actions.ts';
import { restorePolicies, whyNoPolicies } from '../../support/machine-policies.ts';
import { wordsToCome } from '../../support/person.ts';
import { BROWSERS, under } from '../../support/policy-rig.ts';

const why = whyNoPolicies();
if (why) console.warn(`The task of an administrator is skipped: ${why}.`);

describe.skipIf(why)('an administrator', () => {
  afterAll(restorePolicies);

  it.each(BROWSERS)('finds a mistake in a policy and what it should be in 3 actions (%s)', (name) =>
    under(name, { organisationName: 'City', places: ['GB', 'Germany'] }, async (running) => {
      const person = countActions();
      const options = await person.act(() => running.open('options.html'));
      await wordsToCome(options, 'Parts of your organisation’s policy that are not in use: 1');
      await person.click(options, '.options-head .notice a');
      const told = await wordsToCome(options, 'places[1]');
      expect(told).toMatch(/places\[1\] is not in use.*ISO 3166 code in capitals, such as GB/);
      const seen = await options.$eval('#administrators .notice', (notice) => {
        const { top, bottom } = notice.getBoundingClientRect();
        return top < innerHeight && bottom > 0;
      });
      expect(seen).toBe(true);
      expect(person.count()).toBeLessThanOrEqual(3);
    }),
  );
});
