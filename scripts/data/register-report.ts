import { ageInMonths } from '../../lib/register/dates.ts';
import { placeName, regionOf } from '../../lib/register/places.ts';
import {
  RESTRICTION_MEASURES,
  type Register,
  type Restriction,
  STATUSES,
} from '../../lib/register/schema.ts';
import { statusOn } from '../../lib/register/status.ts';
import { readRegister } from './read-register.ts';

/*
 * What the register covers, how old its knowledge is and where it is weak, as Markdown on standard output:
 * `node scripts/data/register-report.ts [day]`. The day is `YYYY-MM-DD`, the day of the register by default.
 */

type Row = readonly (string | number)[];

const table = (head: readonly string[], rows: readonly Row[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** How many of a list fall under each key, in the order of `keys`. */
const counts = <T>(list: readonly T[], keys: readonly string[], keyOf: (item: T) => string): Row[] =>
  keys
    .map((key): [string, number] => [key, list.filter((item) => keyOf(item) === key).length])
    .filter(([, count]) => count > 0);

/** The part of the world a record lies in, by its name; bodies of many countries stand apart. */
function regionName({ issuer: { jurisdiction } }: Restriction): string {
  const code = regionOf(jurisdiction)?.region;
  return code ? placeName(code, 'en', {}) : 'Bodies of many countries';
}

function coverage(restrictions: readonly Restriction[]): string {
  const regions = [...new Set(restrictions.map(regionName))].sort();
  const row = (name: string, list: readonly Restriction[]): Row => [
    name,
    ...RESTRICTION_MEASURES.map((measure) => list.filter((record) => record.measure === measure).length),
    list.length,
  ];
  return table(
    ['region', ...RESTRICTION_MEASURES, 'all'],
    [
      ...regions.map((name) =>
        row(
          name,
          restrictions.filter((record) => regionName(record) === name),
        ),
      ),
      row('all', restrictions),
    ],
  );
}

const AGES = [
  'under 6 months',
  '6 to 12 months',
  '1 to 2 years',
  '2 to 3 years',
  'over 3 years',
  'not known',
];

/** Age of what is known of a record's status on `day`, as one of `AGES`. */
function ageOf({ knowledge }: Restriction, day: string): string {
  if (!knowledge.date) return 'not known';
  const months = ageInMonths(day, knowledge.date);
  const step = [6, 12, 24, 36].findIndex((limit) => months < limit);
  return AGES[step === -1 ? 4 : step] ?? 'not known';
}

/** Ends do not age: only what may still be in force needs a fresh look. */
const mayBeInForce = (record: Restriction, day: string): boolean =>
  ['in-force', 'advice-in-force', 'eased', 'suspended', 'unknown', 'announced'].includes(
    statusOn(record, day).status,
  );

/** What to look for in a record that could be better founded; the first line is the most pressing. */
const WEAK: readonly [what: string, weak: (record: Restriction, day: string) => boolean][] = [
  ['Low confidence', ({ confidence }) => confidence === 'low'],
  ['All sources are copies', ({ sources }) => sources.every(({ mirror }) => mirror)],
  ['One source that was read', ({ sources }) => sources.filter(({ read }) => read).length < 2],
  [
    "The issuer's own page is known but was not read",
    ({ sources }) => sources.some(({ kind, read }) => kind === 'primary' && !read),
  ],
  ['No primary source', ({ sources }) => !sources.some(({ kind }) => kind === 'primary')],
  [
    'May be in force, last confirmed more than a year ago',
    (record, day) =>
      mayBeInForce(record, day) && !['under 6 months', '6 to 12 months'].includes(ageOf(record, day)),
  ],
];
/** A longer list than this helps nobody; its length says it all. */
const LISTED = 60;

function weakSpots(restrictions: readonly Restriction[], day: string): string {
  return WEAK.map(([what, weak]) => {
    const ids = restrictions.filter((record) => weak(record, day)).map(({ id }) => `\`${id}\``);
    const share = Math.round((100 * ids.length) / Math.max(1, restrictions.length));
    const list = ids.length > 0 && ids.length <= LISTED ? `\n\n${ids.join(', ')}` : '';
    return `### ${what}: ${ids.length} (${share} %)${list}`;
  }).join('\n\n');
}

/** The report on a register as it stands on `day` (`YYYY-MM-DD`), as Markdown. */
export function report({ version, date, restrictions, responses, context }: Register, day: string): string {
  const stillOpen = restrictions.filter((record) => mayBeInForce(record, day));
  return `${[
    `# Register ${version}`,
    `Researched up to ${date}, seen on ${day}: ${restrictions.length} restrictions, ${responses.length} responses, ${context.length} context records.`,
    '## Coverage',
    coverage(restrictions),
    '## Status',
    table(
      ['status', 'restrictions'],
      counts(restrictions, STATUSES, (record) => statusOn(record, day).status),
    ),
    '## Age of knowledge',
    'Of the restrictions that may be in force.',
    table(
      ['last confirmed', 'restrictions'],
      counts(stillOpen, AGES, (record) => ageOf(record, day)),
    ),
    '## Weak spots',
    weakSpots(restrictions, day),
  ].join('\n\n')}\n`;
}

if (import.meta.main) {
  const register = readRegister();
  process.stdout.write(report(register, process.argv[2] ?? register.date));
}
