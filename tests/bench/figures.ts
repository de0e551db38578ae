import type { LinkCosts } from './links.ts';
import type { Closely, Round, Sizes } from './measure.ts';
import type { PageName } from './pages.ts';
import { median } from './statistics.ts';
import type { Cost } from './visit.ts';

/** What a run has gathered, by the name of the row; rounds are in the order they ran. */
export interface Results {
  readonly rounds: Readonly<Record<string, readonly Round[]>>;
  readonly closely: Readonly<Record<string, Closely>>;
  readonly sizes: Readonly<Record<string, Sizes>>;
  readonly links?: LinkCosts;
}

/** One figure of one row on one page, in the order of the rounds; empty where it was not measured. */
export const costs = (results: Results, row: string, page: PageName, figure: keyof Cost): number[] =>
  (results.rounds[row] ?? []).flatMap((round) => round.cost[page]?.[figure] ?? []);

/** The same less what another row needed in the same round. */
export function costsOver(
  results: Results,
  row: string,
  base: string,
  page: PageName,
  figure: keyof Cost,
): number[] {
  const bases = results.rounds[base] ?? [];
  return (results.rounds[row] ?? []).flatMap((round, i) => {
    const value = round.cost[page]?.[figure];
    const less = bases[i]?.cost[page]?.[figure];
    return value === undefined || less === undefined ? [] : [value - less];
  });
}

/** Median of {@link costsOver}; null where it was not measured. */
export function over(
  results: Results,
  row: string,
  base: string,
  page: PageName,
  figure: keyof Cost = 'script',
): number | null {
  const values = costsOver(results, row, base, page, figure);
  return values.length ? median(values) : null;
}

/** Null where one is missing, or where the noise of a run left nothing to divide by. */
export const ratio = (a: number | null, b: number | null): number | null =>
  a === null || b === null || b <= 0 ? null : a / b;
