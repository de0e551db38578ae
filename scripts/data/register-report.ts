import { ageInMonths } from '../../lib/register/dates.ts';
import { figuresOf, hasKnownExceptions, hasPrimary } from '../../lib/register/figures.ts';
import { countryOf, placeName, regionOf } from '../../lib/register/places.ts';
import {
  RESTRICTION_MEASURES,
  type Register,
  type Restriction,
  STATUSES,
} from '../../lib/register/schema.ts';
import { phaseOf, statusOn } from '../../lib/register/status.ts';
import { hasReadPrimary } from './read-primary.ts';
import { readRegister } from './read-register.ts';
import { unstatedConflicts } from './unstated-conflicts.ts';

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
    ...RESTRICTION_MEASURES.map(
      (measure) => list.filter(({ clauses }) => clauses[0]?.measure === measure).length,
    ),
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
const mayBeInForce = (record: Restriction, day: string): boolean => phaseOf(statusOn(record, day)) <= MAY_BE;
/** In force, or in a status that may lead back there: see `phaseOf`. */
const MAY_BE = 1;

/** What to look for in a record that could be better founded; the first line is the most pressing. */
const WEAK: readonly [what: string, weak: (record: Restriction, day: string) => boolean][] = [
  ['Low confidence', ({ confidence }) => confidence === 'low'],
  ['All sources are copies', ({ sources }) => sources.every(({ mirror }) => mirror)],
  ['One source that was read', ({ sources }) => sources.filter(({ read }) => read).length < 2],
  [
    "The issuer's own page is known but was not read",
    ({ sources }) => sources.some(({ kind, read }) => kind === 'primary' && !read),
  ],
  ['No primary source', (record) => !hasPrimary(record)],
  ['Instrument not known', ({ instrument }) => instrument === undefined],
  ['Exceptions not known', (record) => !hasKnownExceptions(record)],
  ['Nobody has looked again', ({ lookedAgain }) => lookedAgain === null],
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

const percent = (part: number, all: number): string => `${Math.round((100 * part) / Math.max(1, all))} %`;

/** The middle one of some ages in months; of two in the middle the younger. */
function median(months: readonly number[]): number | string {
  const sorted = [...months].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? '–';
}

/** How well restrictions are founded, and the age of what is known and of the last look, for each value of `keyOf`. */
function foundations(
  restrictions: readonly Restriction[],
  day: string,
  head: string,
  keyOf: (record: Restriction) => string,
): string {
  const row = (name: string, list: readonly Restriction[]): Row => {
    const { all, primary, instrument, exceptions, lookedAgain } = figuresOf(list);
    const ages = (dates: readonly (string | null | undefined)[]) =>
      median(dates.flatMap((date) => (date ? [ageInMonths(day, date)] : [])));
    return [
      name,
      all,
      percent(primary, all),
      percent(instrument, all),
      percent(exceptions, all),
      ages(list.map(({ knowledge }) => knowledge.date)),
      ages(list.map((record) => record.lookedAgain?.date)),
      all - lookedAgain,
    ];
  };
  const keys = [...new Set(restrictions.map(keyOf))].sort();
  return table(
    [
      head,
      'restrictions',
      'primary source',
      'instrument',
      'exceptions known',
      'months since confirmed',
      'months since looked again',
      'not looked again',
    ],
    [
      ...keys.map((key) =>
        row(
          key,
          restrictions.filter((record) => keyOf(record) === key),
        ),
      ),
      row('all', restrictions),
    ],
  );
}

/** What was searched for each restriction of which no primary source was read. */
const searches = (restrictions: readonly Restriction[]): string =>
  table(
    ['restriction', 'looked again', 'searched', 'for'],
    restrictions
      .filter((record) => !hasReadPrimary(record))
      .map(({ id, lookedAgain }) => [
        `\`${id}\``,
        lookedAgain?.date ?? 'not yet',
        lookedAgain?.searched.join(', ') ?? 'nothing',
        lookedAgain?.for ?? 'not said',
      ]),
  );

function conflicts(restrictions: readonly Restriction[]): string {
  const found = unstatedConflicts(restrictions);
  const lines = found.map(
    ({ id, day, other, source }) =>
      `- \`${id}\`: ${day} in an event, ${other} in what source ${source} supports`,
  );
  return found.length > 0 ? lines.join('\n') : 'None was found.';
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
    '## Foundations by kind of body',
    'Ages are those of the record in the middle, in months.',
    foundations(restrictions, day, 'kind', ({ issuer }) => issuer.kind),
    '## Foundations by country',
    foundations(restrictions, day, 'country', ({ issuer }) =>
      placeName(countryOf(issuer.jurisdiction), 'en', {}),
    ),
    '## Weak spots',
    weakSpots(restrictions, day),
    '## Days on which sources may differ though the record does not say so',
    conflicts(restrictions),
    '## What was searched where no primary source was read',
    searches(restrictions),
  ].join('\n\n')}\n`;
}

if (import.meta.main) {
  const register = readRegister();
  process.stdout.write(report(register, process.argv[2] ?? register.date));
}
