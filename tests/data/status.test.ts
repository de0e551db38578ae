import { expect, it } from 'vitest';
import { statusOn } from '../../lib/register/status.ts';
import { readRegister } from '../../scripts/data/read-register.ts';

const register = readRegister();

/**
 * Records whose word for today cannot follow from their events, with what follows from them instead and why.
 * Whoever changes a record so that the two agree takes its line out.
 */
const DISAGREE: Record<string, readonly [follows: string, why: string]> = {
  'us-ny-nyc-city-devices': [
    'unknown',
    'The sources give the year of the easing alone, and that year is not over on the day of the register.',
  ],
};

it('the stored status of every record follows from its events, but for those listed with the reason', () => {
  const disagree = [...register.restrictions, ...register.context].flatMap((record) => {
    const { status } = statusOn(record, register.date);
    return status === record.status ? [] : [[record.id, status]];
  });
  expect(disagree).toEqual(Object.entries(DISAGREE).map(([id, [follows]]) => [id, follows]));
});
