import { describe, expect, it } from 'vitest';
import {
  bySourceWorth,
  markdownCitation,
  plainCitation,
  referencesFor,
} from '../../../lib/export/citation.ts';
import type { Source } from '../../../lib/register/schema.ts';
import { statusOn } from '../../../lib/register/status.ts';
import { ISSUES, mistakeAddress } from '../../../lib/register-view/mistake-report.ts';
import { english } from '../../support/english.ts';
import { restriction } from '../../support/example-record.ts';

const cited = {
  register: { format: 2, version: '2026.11.22.1', date: '2026-11-22' },
  day: '2024-01-01',
} as const;
const foundOn = (record: ReturnType<typeof restriction>) => ({ record, status: statusOn(record, cited.day) });
const [source] = restriction().sources as [Source];

describe('a citation', () => {
  it('says whose rule, what was known on which day, and where', () => {
    expect(plainCitation(foundOn(restriction()), cited, english)).toBe(
      'Example Ministry: Ban on devices. Status on 1 January 2024: in force, still seen in force 1 October 2026. ' +
        'Policy Context register of restrictions on TikTok, version 2026.11.22.1, record xx-ministry-devices. ' +
        'Source: “Rule”, Example Ministry, 16 March 2023, https://example.org/rule',
    );
  });

  it('names the public page of a record that has one', () => {
    const urlOf = (id: string) => (id === 'own-record' ? null : `https://register.example/r/${id}/`);
    expect(plainCitation(foundOn(restriction()), { ...cited, urlOf }, english)).toContain(
      'version 2026.11.22.1, https://register.example/r/xx-ministry-devices/ Source:',
    );
    expect(referencesFor([foundOn(restriction())], { ...cited, urlOf }, english)[0]?.url).toBe(
      'https://register.example/r/xx-ministry-devices/',
    );
    expect(plainCitation(foundOn(restriction({ id: 'own-record' })), { ...cited, urlOf }, english)).toContain(
      'record own-record.',
    );
  });

  it('in Markdown links the source and shows every character as it is', () => {
    const record = restriction({
      issuer: { name: 'A_B [C]' },
      sources: [{ ...source, title: 'Rule [1] * 2', url: 'https://example.org/a(b)_c' }],
    });
    const text = markdownCitation(foundOn(record), cited, english);
    expect(text).toMatch(/^A\\_B \\\[C\\\]: Ban on devices\./);
    expect(text).toContain(
      '[Rule \\[1\\] \\* 2](<https://example.org/a(b)_c>), Example Ministry, 16 March 2023',
    );
  });

  it('rests on a source that was read, first-hand before reports, never on a copy where anything else is', () => {
    const make = (title: string, changes: Partial<Source>): Source => ({ ...source, title, ...changes });
    const sources = [
      make('copy', { mirror: true }),
      make('unread', { read: false }),
      make('report', { kind: 'secondary' }),
      make('own', {}),
    ];
    expect(bySourceWorth(sources).map(({ title }) => title)).toEqual(['own', 'report', 'unread', 'copy']);
  });

  it('names the sources of a record by the keys they have in the list', () => {
    const both = [restriction({ id: 'a' }), restriction({ id: 'b' })].map(foundOn);
    const [a, aSource, b, ...rest] = referencesFor(both, cited, english);
    expect(rest).toEqual([]);
    expect([a?.key, aSource?.key, b?.key]).toEqual(['a', 'a-source-1', 'b']);
    expect(b?.note).toContain('Sources: a-source-1');
  });
});

describe('a report of a mistake', () => {
  it('goes to the project with the record and the version, and nothing else', () => {
    const address = new URL(
      mistakeAddress('eu-council-staff-devices', cited.register, {
        title: 'Mistake in x & y',
        body: 'What?',
      }),
    );
    expect(address.href.startsWith(`${ISSUES}/new?`)).toBe(true);
    expect(Object.fromEntries(address.searchParams)).toEqual({
      title: 'Mistake in x & y',
      body: 'What?\n\n- eu-council-staff-devices\n- 2026.11.22.1\n',
    });
  });
});
