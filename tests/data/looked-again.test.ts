import { expect, it } from 'vitest';
import { hasReadPrimary } from '../../scripts/data/read-primary.ts';
import { readRegister } from '../../scripts/data/read-register.ts';

const register = readRegister();
const records = [...register.restrictions, ...register.context, ...register.responses];

it('somebody looked again at every record for newer evidence', () => {
  expect(records.filter(({ lookedAgain }) => lookedAgain === null).map(({ id }) => id)).toEqual([]);
});

it('and says of each rule and its context what was looked for, where no primary source was read', () => {
  const silent = [...register.restrictions, ...register.context].filter(
    (record) => !hasReadPrimary(record) && !record.lookedAgain?.for,
  );
  expect(silent.map(({ id }) => id)).toEqual([]);
});

it('and no record claims to know more than the last look could', () => {
  const late = [...register.restrictions, ...register.context].filter(
    ({ knowledge, lookedAgain }) =>
      lookedAgain !== null && knowledge.date !== null && knowledge.date > lookedAgain.date,
  );
  expect(late.map(({ id }) => id)).toEqual([]);
});
