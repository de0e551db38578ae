import { over, type Results, ratio } from './figures.ts';
import { PAGES, type PageName } from './pages.ts';
import { median, quantile } from './statistics.ts';

/** A figure and what it should be at most. Without `most` it is only shown. */
export interface Target {
  readonly text: string;
  readonly unit: 'times' | 'ms' | 'frames' | 'kB' | 'missing' | 'tasks' | '';
  readonly most?: number;
  /** Null where the run did not measure it. */
  readonly value: (results: Results) => number | null;
}

const OURS = 'ours';
const NO_SWEEP = 'ours-no-sweep';
const BASELINE = 'baseline';

const script =
  (page: PageName, base: string): Target['value'] =>
  (results) =>
    ratio(over(results, NO_SWEEP, 'none', page), over(results, base, 'none', page));

const sweep =
  (page: PageName): Target['value'] =>
  (results) =>
    ratio(over(results, OURS, NO_SWEEP, page), over(results, 'reading', 'empty', page));

const style =
  (page: PageName): Target['value'] =>
  (results) =>
    ratio(over(results, OURS, 'none', page, 'style'), over(results, 'bare', 'none', page, 'style'));

const max = (values: readonly number[]): number | null => (values.length ? Math.max(...values) : null);

const marks = (results: Results, page: PageName) =>
  (results.rounds[OURS] ?? []).flatMap(({ marks }) => marks[page] ?? []);

const missing =
  (page: PageName): Target['value'] =>
  (results) =>
    max(marks(results, page).map(({ count }) => Math.abs(PAGES[page].tiktok - count)));

const on = (pages: readonly PageName[], target: (page: PageName) => Target): Target[] => pages.map(target);

/** Script time, sweep included, and heap, each over none, may be at most so many times the baseline's. */
const TO_BASELINE: Readonly<Partial<Record<PageName, number>>> = {
  article: 0.8,
  feed: 1,
  feed0: 1,
  live: 0.5,
  live0: 1,
  all: 0.5,
  mutating: 1,
};
const toBaseline =
  (page: PageName, figure?: 'heap'): Target['value'] =>
  (results) =>
    ratio(over(results, OURS, 'none', page, figure), over(results, BASELINE, 'none', page, figure));

/** Ratios are to rows of the same run. Script time is that over no extension, from start to 3 s after the page has come to rest. */
export const TARGETS: readonly Target[] = [
  ...Object.entries(TO_BASELINE).flatMap(([name, most]): Target[] => {
    const page = name as PageName;
    return [
      { text: `${page}: script, to the baseline`, unit: 'times', most, value: toBaseline(page) },
      {
        text: `${page}: heap over none, to the baseline`,
        unit: 'times',
        most: 1,
        value: toBaseline(page, 'heap'),
      },
    ];
  }),
  ...(['popup', 'register'] as const).flatMap((page) =>
    (['cold', 'warm'] as const).map(
      (kind): Target => ({
        text: `${page} to list drawn, ${kind}, to the baseline`,
        unit: 'times',
        most: 1,
        value: (results) => ratio(opening(results, OURS, page, kind), opening(results, BASELINE, page, kind)),
      }),
    ),
  ),
  ...on(['article', 'feed0', 'live0'], (page) => ({
    text: `${page}: script without sweep, to empty`,
    unit: 'times',
    most: 2,
    value: script(page, 'empty'),
  })),
  ...on(['feed', 'live', 'all'], (page) => ({
    text: `${page}: script without sweep, to bare`,
    unit: 'times',
    most: 1.5,
    value: script(page, 'bare'),
  })),
  ...on(['mutating', 'directory', 'shadow'], (page) => ({
    text: `${page}: script without sweep, to bare`,
    unit: 'times',
    value: script(page, 'bare'),
  })),
  ...on(['feed', 'feed0', 'directory', 'all'], (page) => ({
    text: `${page}: idle sweep, to reading every href once`,
    unit: 'times',
    most: 1.5,
    value: sweep(page),
  })),
  ...on(['feed', 'feed0', 'live', 'directory', 'all', 'mutating', 'shadow'], (page) => ({
    text: `${page}: longest idle slice after the start`,
    unit: 'ms',
    most: 4,
    value: ({ closely }) => max(closely[OURS]?.slices[page]?.idle.slice(1) ?? []),
  })),
  ...on(Object.keys(PAGES) as PageName[], (page) => ({
    text: `${page}: longest slice of script`,
    unit: 'ms',
    most: 50,
    value: ({ closely }) => max(closely[OURS]?.slices[page]?.all ?? []),
  })),
  ...on(Object.keys(PAGES) as PageName[], (page) => ({
    text: `${page}: long tasks over none`,
    unit: 'tasks',
    value: (results) => over(results, OURS, 'none', page, 'longTasks'),
  })),
  ...on(['feed', 'live', 'directory', 'all', 'mutating'], (page) => ({
    text: `${page}: style and layout over none, to bare`,
    unit: 'times',
    value: style(page),
  })),
  {
    text: 'directory: finding at once, to our selectors alone',
    unit: 'times',
    most: 3,
    value: (results) =>
      ratio(
        over(results, 'ours-finding', 'empty', 'directory'),
        over(results, 'selectors', 'empty', 'directory'),
      ),
  },
  ...on(['article', 'feed', 'live', 'directory', 'all', 'shadow'], (page) => ({
    text: `${page}: marks missing or too many`,
    unit: 'missing',
    most: 0,
    value: missing(page),
  })),
  {
    text: 'feed: first mark after load, median',
    unit: 'ms',
    most: 100,
    value: (results) => medianOf(marks(results, 'feed').flatMap(({ first }) => first ?? [])),
  },
  {
    text: 'directory: last mark after load, odd spellings too, median',
    unit: 'ms',
    most: 2000,
    value: (results) => medianOf(marks(results, 'directory').flatMap(({ last }) => last ?? [])),
  },
  {
    text: 'live: frames begun from link to mark, p95',
    unit: 'frames',
    most: 1,
    value: (results) => late(marks(results, 'live').flatMap(({ frames }) => frames)),
  },
  {
    text: 'live: from link to mark, median',
    unit: 'ms',
    value: (results) => medianOf(marks(results, 'live').flatMap(({ late }) => late)),
  },
  {
    text: 'live: from link to mark, p95',
    unit: 'ms',
    value: (results) => late(marks(results, 'live').flatMap(({ late }) => late)),
  },
  {
    text: 'shadow: last mark after its root came, median',
    unit: 'ms',
    most: 2000,
    value: (results) => medianOf(marks(results, 'shadow').flatMap(({ late }) => max(late) ?? [])),
  },
  ...on(['article', 'feed'], (page) => ({
    text: `${page}: layout shift over none`,
    unit: '',
    // 0.00 as it is printed.
    most: 0.005,
    value: (results) => over(results, OURS, 'none', page, 'layoutShift'),
  })),
  ...on(['article', 'feed', 'feed0', 'live', 'live0'], (page) => ({
    text: `${page}: heap over none`,
    unit: 'kB',
    most: 512,
    value: (results) => kB(over(results, OURS, 'none', page, 'heap')),
  })),
  {
    text: 'a link: the cheap question of the sweep, to that of 7a755e8',
    unit: 'times',
    most: 1,
    value: ({ links }) => links?.question ?? null,
  },
  {
    text: 'a link: 20,000 characters of nested wrappers, the slowest, to a plain URL as long',
    unit: 'times',
    value: ({ links }) => links?.nest ?? null,
  },
  {
    text: 'heap after 1,000 rounds of adding and removing, to before',
    unit: 'times',
    most: 1.05,
    value: ({ closely }) => ratio(closely[OURS]?.churn.after ?? null, closely[OURS]?.churn.before ?? null),
  },
  ...(['long-address', 'many-attributes'] as const).map(
    (name): Target => ({
      text: `${name}: the page held up by its own work, to reading the same`,
      unit: 'times',
      most: 20,
      value: ({ closely }) => closely[OURS]?.heldUp[name] ?? null,
    }),
  ),
  {
    text: 'content script',
    unit: 'kB',
    most: 48,
    value: ({ sizes }) => (sizes[OURS] ? sizes[OURS].injected / 1000 : null),
  },
  {
    text: 'package',
    unit: 'kB',
    most: 2000,
    value: ({ sizes }) => (sizes[OURS] ? sizes[OURS].packed / 1000 : null),
  },
  ...(['popup', 'register'] as const).flatMap((page) =>
    (['cold', 'warm'] as const).map(
      (kind): Target => ({
        text: `${page} to list drawn, ${kind}, to an empty page`,
        unit: 'times',
        most: 3,
        value: (results) =>
          ratio(opening(results, OURS, page, kind), opening(results, 'empty', 'popup', kind)),
      }),
    ),
  ),
  {
    text: 'register with 2,000 records: key stroke to paint, to a bare re-render',
    unit: 'times',
    most: 2,
    value: (results) => {
      const typing = (results.rounds['ours-many'] ?? []).flatMap(({ typing }) => typing ?? []);
      return ratio(
        medianOf(typing.flatMap(({ ours }) => ours)),
        medianOf(typing.flatMap(({ bare }) => bare)),
      );
    },
  },
];

const kB = (bytes: number | null): number | null => (bytes === null ? null : bytes / 1024);
const medianOf = (values: readonly number[]): number | null => (values.length ? median(values) : null);
const late = (values: readonly number[]): number | null => (values.length ? quantile(values, 0.95) : null);

/** Median milliseconds until one of an extension's own pages shows its list; null where it was not measured. */
export const opening = (
  results: Results,
  row: string,
  page: 'popup' | 'register',
  kind: 'cold' | 'warm',
): number | null =>
  medianOf((results.rounds[row] ?? []).flatMap(({ openings }) => openings[page]?.[kind] ?? []));
