import { describe, expect, it } from 'vitest';
import { readRegister } from '../../scripts/data/read-register.ts';
import { asText, check } from '../../scripts/data/register-check.ts';
import { english } from '../support/english.ts';
import { clause, event, restriction } from '../support/example-record.ts';

const register = readRegister();

describe('a record as its auditor reads it', () => {
  const [source] = restriction().sources;
  const record = restriction({
    clauses: [clause(), clause({ measure: 'network-block', devices: ['network'], covers: ['public'] })],
    events: [event('2023-03-16', 'effective', [1])],
    instrument: { name: 'Decree', number: '12' },
    lookedAgain: { date: '2026-11-29', searched: ['live-pages'] },
    sources: source
      ? [{ ...source, supports: 'the whole rule', readWhole: true, archived: 'https://archive.example/rule' }]
      : [],
  });
  const text = asText({ list: 'restrictions', record }, '2026-11-22', english);

  it.each([
    'Example Ministry (xx-ministry-devices, restrictions, confidence high)',
    'Instrument: Decree, 12',
    'On 2026-11-22: last seen in force 1 October 2026, looked again November 2026 (stored: in-force; confirmed-recently)',
    'Looked again: 29 November 2026, in live pages',
    '1. Ban on devices: work devices',
    '2. Network block: networks',
    'for the public; Policy; speaks of: the app and the website',
    'exceptions: the text names none',
    '2023-03-16 took effect, clauses 2: effective on 2023-03-16 [1]',
    '1. Rule. Example Ministry, 2023-03-16, en (primary source, read whole)\n     supports: the whole rule',
    'archived: https://archive.example/rule',
    'Sources disagree: nothing stated',
  ])('says "%s"', (part) => {
    expect(text).toContain(part);
  });

  it('can be any record of the register, and names every source of it', () => {
    const ids = [register.restrictions, register.responses, register.context].map(
      ([first]) => first?.id ?? '',
    );
    const { text: all, unknown } = check(ids, register);
    expect(unknown).toEqual([]);
    for (const list of [register.restrictions, register.responses, register.context])
      for (const { url, supports } of list[0]?.sources ?? []) {
        expect(all).toContain(url);
        expect(all).toContain(`supports: ${supports}`);
      }
  });

  it('is none where the register never held the id', () => {
    expect(check(['no-such-record'], register)).toEqual({ text: '', unknown: ['no-such-record'] });
  });
});
