import type { Restriction, Source } from '../../lib/register/schema.ts';

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const NAME = MONTHS.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|');
/** "27 February 2023", "27 Feb", "February 27, 2023", "February 27" and "2023-02-27". */
const DAY = new RegExp(
  `\\b(?:(\\d{1,2}) (${NAME})(?: (\\d{4}))?|(${NAME}) (\\d{1,2})(?:, (\\d{4}))?|(\\d{4})-(\\d{2})-(\\d{2}))\\b`,
  'gi',
);

/** The days, as `YYYY-MM-DD`, that a text names in English; of `year` where it names none. */
export const daysNamed = (text: string, year: string): string[] =>
  [...text.matchAll(DAY)].map(([, d1, m1, y1, m2, d2, y2, y3, m3, d3]) => {
    const name = (m1 ?? m2 ?? '').slice(0, 3).toLowerCase();
    const month = m3 ?? String(MONTHS.findIndex((each) => each.startsWith(name)) + 1).padStart(2, '0');
    return `${y1 ?? y2 ?? y3 ?? year}-${month}-${(d1 ?? d2 ?? d3 ?? '').padStart(2, '0')}`;
  });

/** Days nearer than this may be meant for the same thing. */
const NEAR = 10;
const apart = (a: string, b: string): number => Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;

/** Two sources that seem to give different days for an event of a record that speaks of no conflict. */
export interface Suspicion {
  readonly id: string;
  /** The event's day. */
  readonly day: string;
  /** The other day, and the source that names it, by its number from 1. */
  readonly other: string;
  readonly source: number;
}

/**
 * Looks for conflicts that a record does not state. A source is known here by its title and by what it is said to
 * support, so this finds hints for somebody to read, no more: a day near an event's that is no event's day, nor one on
 * which a source appeared, named by a source of an event that has another one too.
 */
export function unstatedConflicts(restrictions: readonly Restriction[]): Suspicion[] {
  return restrictions
    .filter(({ conflicts }) => conflicts === null)
    .flatMap(({ id, events, sources, clauses, knowledge }) => {
      const known = new Set([
        ...events.flatMap(({ date, starts, what }) => [date, starts, ...daysNamed(what, date.slice(0, 4))]),
        ...sources.map(({ published }) => published),
        ...clauses.map(({ temporary }) => temporary?.until),
        knowledge.date,
      ]);
      const named = (source: Source | undefined, year: string) =>
        source ? daysNamed(`${source.title} ${source.supports}`, year).filter((day) => !known.has(day)) : [];
      return events
        .filter(({ date, sources: indexes }) => date.length === 10 && indexes.length > 1)
        .flatMap(({ date, sources: indexes }) =>
          indexes.flatMap((index) =>
            named(sources[index], date.slice(0, 4))
              .filter((day) => apart(date, day) <= NEAR)
              .map((other): Suspicion => ({ id, day: date, other, source: index + 1 })),
          ),
        );
    });
}
