import { table } from '../../scripts/measure/text-table.ts';
import { costs, costsOver, type Results } from './figures.ts';
import { PAGES, type PageName } from './pages.ts';
import type { Row } from './rows.ts';
import { median, spread } from './statistics.ts';
import { opening, TARGETS } from './targets.ts';
import type { Cost } from './visit.ts';

const number = (value: number): string =>
  value.toFixed(Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0);
const shown = (values: readonly number[]): string =>
  values.length ? `${number(median(values))} ±${number(spread(values))}` : '–';

/** Columns of a page's table: head, figure, and what one unit of it is. */
const COLUMNS: readonly (readonly [head: string, figure: keyof Cost, unit: number])[] = [
  ['script ms', 'script', 1],
  ['style+layout ms', 'style', 1],
  ['task ms', 'task', 1],
  ['long tasks', 'longTasks', 1],
  ['shift', 'layoutShift', 1],
  ['heap kB', 'heap', 1024],
];

function pageTable(results: Results, rows: readonly Row[], page: PageName): string {
  const head = ['', 'script over none', ...COLUMNS.map(([head]) => head)];
  const body = rows
    .filter(({ name }) => costs(results, name, page, 'script').length > 0)
    .map(({ name }) => [
      name,
      name === 'none' ? '' : shown(costsOver(results, name, 'none', page, 'script')),
      ...COLUMNS.map(([, figure, unit]) =>
        shown(costs(results, name, page, figure).map((value) => value / unit)),
      ),
    ]);
  return `${page}: ${PAGES[page].what}\n${table(head, body)}`;
}

function rowTable(results: Results, rows: readonly Row[]): string {
  const cell = (value: number | null | undefined, unit = 1) =>
    value === null || value === undefined || Number.isNaN(value) ? '–' : number(value / unit);
  const head = [
    '',
    'injected kB',
    'package kB',
    'popup cold ms',
    'popup warm ms',
    'register cold ms',
    'register warm ms',
    'worker heap kB',
  ];
  const body = rows
    .filter(({ name }) => results.sizes[name])
    .map(({ name }) => [
      name,
      cell(results.sizes[name]?.injected, 1000),
      cell(results.sizes[name]?.packed, 1000),
      cell(opening(results, name, 'popup', 'cold')),
      cell(opening(results, name, 'popup', 'warm')),
      cell(opening(results, name, 'register', 'cold')),
      cell(opening(results, name, 'register', 'warm')),
      cell(median((results.rounds[name] ?? []).flatMap(({ worker }) => worker ?? [])), 1024),
    ]);
  return table(head, body);
}

/** What came of one target: `met`, `not met`, or nothing where it is only shown or was not measured. */
export interface Outcome {
  readonly text: string;
  readonly value: number;
  readonly unit: string;
  readonly most: number | null;
  readonly met: boolean | null;
}

export const outcomes = (results: Results): Outcome[] =>
  TARGETS.flatMap(({ text, unit, most, value }) => {
    const measured = value(results);
    if (measured === null || Number.isNaN(measured)) return [];
    return [
      { text, unit, value: measured, most: most ?? null, met: most === undefined ? null : measured <= most },
    ];
  });

/** All of a run as text. */
export function report(results: Results, rows: readonly Row[], pages: readonly PageName[]): string {
  const targets = outcomes(results).map(({ text, unit, value, most, met }) => [
    text,
    `${number(value)} ${unit}`,
    most === null ? '' : `at most ${most}`,
    met === null ? '' : met ? 'met' : 'NOT MET',
  ]);
  return [
    'Medians ± half the range of the middle half. Milliseconds are those the main thread ran.',
    ...pages.map((page) => pageTable(results, rows, page)),
    rowTable(results, rows),
    table(['target', 'measured', '', ''], targets),
  ].join('\n\n');
}
