import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatDate } from '../../lib/register/dates.ts';
import { figuresOf } from '../../lib/register/figures.ts';
import { countryOf } from '../../lib/register/places.ts';
import type { Register } from '../../lib/register/schema.ts';
import { readRegister } from './read-register.ts';

/* Writes the register's figures into the README: `npm run register:readme`. A test holds the two in step. */

const README = join(import.meta.dirname, '../..', 'README.md');
const START = '<!-- register: written by `npm run register:readme` -->';
const END = '<!-- end of register -->';

const number = (value: number): string => new Intl.NumberFormat('en').format(value);

/** What the register is, in a list item of Markdown. */
function figuresText({ version, date, restrictions, responses, context }: Register): string {
  const { all, primary, instrument, exceptions, lookedAgain } = figuresOf(restrictions);
  const organisations = new Set(restrictions.map(({ issuer }) => issuer.organisation)).size;
  const countries = new Set(restrictions.map(({ issuer }) => countryOf(issuer.jurisdiction)));
  // Bodies of several states lie in no country.
  for (const body of ['EU', 'NATO']) countries.delete(body);
  const sources = [...restrictions, ...responses, ...context].reduce(
    (sum, each) => sum + each.sources.length,
    0,
  );
  const percent = (part: number) => `${Math.round((100 * part) / Math.max(1, all))} %`;
  return [
    `- **The register**: ${number(all)} restrictions by ${organisations} organisations in ${countries.size} countries,`,
    `${responses.length} responses of TikTok with the findings of regulators, courts and researchers beside them, and`,
    `${context.length} records of context, with ${number(sources)} sources. Of the restrictions, ${percent(primary)}`,
    `have a primary source, ${percent(instrument)} name the instrument, ${percent(exceptions)} say what it leaves open,`,
    `and ${percent(lookedAgain)} were looked at again since they were written. Every status stands with the day it was`,
    `last confirmed; where sources disagree, the record says so. Version ${version}, researched up to`,
    `${formatDate(date, 'en-GB')}. Method and corrections: [docs/register-changelog.md](docs/register-changelog.md);`,
    'the form of a record: [docs/record-format.md](docs/record-format.md).',
  ].join(' ');
}

/** The text broken into lines of at most 118 characters, those after the first indented as a list item's. */
function wrapped(text: string): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line === undefined || line.length + 1 + word.length > 118)
      lines.push(lines.length === 0 ? word : `  ${word}`);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines.join('\n');
}

/** The README with the figures of a register put into their place. */
export function withFigures(readme: string, register: Register): string {
  const from = readme.indexOf(START);
  const to = readme.indexOf(END);
  if (from < 0 || to < from) throw new Error('the README has no place for the figures of the register');
  return `${readme.slice(0, from)}${START}\n\n${wrapped(figuresText(register))}\n\n${readme.slice(to)}`;
}

if (import.meta.main) writeFileSync(README, withFigures(readFileSync(README, 'utf8'), readRegister()));
