import { describe, expect, it } from 'vitest';
import { statementsOn } from '../../../lib/register/related.ts';
import type { Response } from '../../../lib/register/schema.ts';
import { readRegister } from '../../../scripts/data/read-register.ts';
import { event, restriction } from '../../support/example-record.ts';

const [EXAMPLE] = readRegister().responses;
if (!EXAMPLE) throw new Error('The register holds no response.');

const statement = (announced: string, changes: Partial<Response> = {}): Response => ({
  ...EXAMPLE,
  id: announced,
  topic: 'public-statement',
  region: 'CA',
  announced,
  ...changes,
});
/** A rule from 1 June 2023 on, of a place. */
const rule = (jurisdiction = 'CA') =>
  restriction({ issuer: { jurisdiction }, events: [event('2023-06-01', 'effective')] });
const found = (record: ReturnType<typeof rule>, ...responses: Response[]) =>
  statementsOn(record, { responses }).map(({ id }) => id);

describe('what TikTok said on a rule', () => {
  it.each([
    ['2023-04-01', false],
    ['2023-04-02', true],
    ['2023-06-01', true],
    ['2024-07-05', true],
    ['2024-07-06', false],
  ])('said on %s, counts: %j', (day, counts) => {
    expect(found(rule(), statement(day))).toEqual(counts ? [day] : []);
  });

  it('is at most two statements, the nearest in time first', () => {
    const said = ['2023-05-01', '2024-01-01', '2023-06-05'].map((day) => statement(day));
    expect(found(rule(), ...said)).toEqual(['2023-06-05', '2023-05-01']);
  });

  it('was said there or in all of the country', () => {
    expect(found(rule('CA-QC'), statement('2023-06-01'))).toHaveLength(1);
    expect(found(rule('CA-QC'), statement('2023-06-01', { region: 'AU, CA-QC' }))).toHaveLength(1);
    expect(found(rule(), statement('2023-06-01', { region: 'CA-QC' }))).toHaveLength(0);
    expect(found(rule('DK'), statement('2023-06-01'))).toHaveLength(0);
  });

  it('is a court case only where that is about the same part of a country', () => {
    const lawsuit = (region: string) => statement('2023-06-01', { topic: 'legal-challenge', region });
    expect(found(rule('US-MT'), lawsuit('US-MT'))).toHaveLength(1);
    expect(found(rule('US-MT'), lawsuit('US'))).toHaveLength(0);
    expect(found(rule('CA'), lawsuit('CA'))).toHaveLength(0);
  });
});
