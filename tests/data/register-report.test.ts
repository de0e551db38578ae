import { describe, expect, it } from 'vitest';
import { readRegister } from '../../scripts/data/read-register.ts';
import { report } from '../../scripts/data/register-report.ts';
import { unstatedConflicts } from '../../scripts/data/unstated-conflicts.ts';
import { event, restriction } from '../support/example-record.ts';

const register = readRegister();
const text = report(register, register.date);

/** The numbers in the row of a table that begins with `name`. */
const row = (name: string) =>
  text
    .split('\n')
    .find((line) => line.startsWith(`| ${name} |`))
    ?.split('|')
    .slice(2, -1)
    .map(Number);

it('counts every restriction once, by region and measure', () => {
  const all = row('all') ?? [];
  expect(all.at(-1)).toBe(register.restrictions.length);
  expect(all.slice(0, -1).reduce((sum, count) => sum + count)).toBe(register.restrictions.length);
  expect(row('Northern America')?.at(-1)).toBeGreaterThan(100);
});

it('counts the status of the day, not the stored one', () => {
  const before = report(register, '2019-01-01');
  expect(before).toContain('| lifted | 1 |');
  expect(text).toContain(
    `| lifted | ${register.restrictions.filter(({ status }) => status === 'lifted').length} |`,
  );
});

it('names the records that rest on one source', () => {
  const [, weak = ''] = text.split('### One source that was read');
  const single = register.restrictions.filter(({ sources }) => sources.filter(({ read }) => read).length < 2);
  expect(weak).toMatch(new RegExp(`^: ${single.length} \\(`));
});

it('names records of low confidence', () => {
  const low = register.restrictions
    .filter(({ confidence }) => confidence === 'low')
    .map(({ id }) => `\`${id}\``);
  expect(low.length).toBeGreaterThan(0);
  const [, section = ''] = /### Low confidence: ([^#]*)/.exec(text) ?? [];
  expect(section).toMatch(new RegExp(`^${low.length} \\(\\d+ %\\)`));
  if (low.length <= 60) expect(section).toContain(low.join(', '));
});

describe('on what the restrictions rest', () => {
  it('is told by kind and by country, all of them once', () => {
    for (const head of ['## Foundations by kind of body', '## Foundations by country']) {
      const [, section = ''] = text.split(head);
      const rows = (section.split('\n## ')[0] ?? '').split('\n').filter((line) => /^\| .* \d+ \|/.test(line));
      const counts = rows.map((line) => Number(line.split('|')[2]));
      expect(counts.at(-1)).toBe(register.restrictions.length);
      expect(counts.slice(0, -1).reduce((sum, count) => sum + count)).toBe(register.restrictions.length);
    }
  });

  it('counts what is there', () => {
    const known = restriction({
      instrument: { name: 'Decree', number: '12' },
      lookedAgain: { date: '2026-11-01', searched: ['live-pages'] },
      knowledge: { date: '2026-05-01', basis: 'confirmed-recently' },
    });
    const [source] = known.sources;
    const unknown = restriction({
      id: 'b',
      exceptions: { kind: 'not-known' },
      sources: source ? [{ ...source, kind: 'secondary' }] : [],
    });
    const two = report({ ...register, restrictions: [known, unknown] }, '2026-12-01');
    expect(two).toContain('| ministry-or-agency | 2 | 50 % | 50 % | 50 % | 2 | 1 | 1 |');
    expect(two).toContain('| `b` | not yet | nothing | not said |');
  });
});

describe('days on which sources may differ', () => {
  const [source] = restriction().sources;
  const supporting = (supports: string, published: string | null = null) => {
    if (!source) throw new Error('the example has no source');
    return { ...source, url: `https://example.org/${supports}`, supports, published };
  };
  const suspect = (...sources: ReturnType<typeof supporting>[]) =>
    unstatedConflicts([
      restriction({
        events: [
          {
            ...event('2023-03-16', 'effective'),
            what: 'It began.',
            sources: sources.map((_, index) => index),
          },
        ],
        sources,
      }),
    ]).map(({ other, source: number }) => [other, number]);

  it('are found where one of two sources names another day near an event', () => {
    expect(suspect(supporting('the ban'), supporting('ban of 14 March 2023'))).toEqual([['2023-03-14', 2]]);
    expect(suspect(supporting('the ban'), supporting('in force on March 18'))).toEqual([['2023-03-18', 2]]);
  });

  it('are not the event’s own, one on which a source appeared, one far away, or of a lone source', () => {
    expect(suspect(supporting('ban of 16 March 2023'), supporting('ban of 2023-03-16'))).toEqual([]);
    expect(suspect(supporting('the ban', '2023-03-14'), supporting('report of 14 March 2023'))).toEqual([]);
    expect(suspect(supporting('the ban'), supporting('debate of 14 May 2023'))).toEqual([]);
    expect(suspect(supporting('ban of 14 March 2023'))).toEqual([]);
  });
});
