import { expect, it } from 'vitest';
import { readRegister } from '../../scripts/data/read-register.ts';
import { report } from '../../scripts/data/register-report.ts';

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
  expect(text).toMatch(/### Low confidence: \d+ \(\d+ %\)\n\n.*`ca-senate-devices`/);
});
