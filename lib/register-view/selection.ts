import type { Profile } from '../register/profile.ts';
import { orderForProfile, type Relevance } from '../register/relevance.ts';
import type { Register, Restriction } from '../register/schema.ts';
import { type Found, filterRestrictions, scopesOf } from '../register/search.ts';
import type { Prepared } from '../register/text-search.ts';
import { measuresOf } from './table-columns.ts';
import { type PageState, STATUS_CHOICES } from './url-state.ts';

/** The filters of the page's state: everything that narrows the list. */
export type Selection = Pick<
  PageState,
  'text' | 'place' | 'kinds' | 'measures' | 'devices' | 'statuses' | 'source' | 'mine'
>;

/** The filters alone. */
export const selectionOf = ({
  text,
  place,
  kinds,
  measures,
  devices,
  statuses,
  source,
  mine,
}: PageState): Selection => ({ text, place, kinds, measures, devices, statuses, source, mine });

/** Nearness at which a restriction is said to concern a person. */
const CONCERNS: readonly Relevance[] = ['carries', 'weaker', 'beside', 'organisation'];

/** Ids of the restrictions that concern a person on `day`: those behind the verdict and those of their organisations. */
export const concerning = (
  register: Pick<Register, 'restrictions'>,
  profile: Profile,
  day: string,
): ReadonlySet<string> =>
  new Set(
    orderForProfile(register, profile, day).flatMap(({ record, relevance }) =>
      CONCERNS.includes(relevance) ? [record.id] : [],
    ),
  );

const hasPrimary = ({ sources }: Restriction): boolean => sources.some(({ kind }) => kind === 'primary');

/**
 * The restrictions of a selection on `day`, ordered: by `order` alone, or by how well they fit the text first.
 * Without a choice of status, rules of which nothing was known yet on that day are left out.
 *
 * @param mine ids of {@link concerning}, looked at where the selection asks for it.
 */
export function select(
  prepared: Prepared<Restriction>,
  selection: Selection,
  day: string,
  mine: ReadonlySet<string>,
  order: readonly string[],
): Found[] {
  const { text, place, kinds, measures, devices, statuses, source } = selection;
  const found = filterRestrictions(
    prepared,
    { text, places: place ? [place] : [], kinds, measures, devices, statuses },
    day,
    order,
  );
  return found.filter(
    ({ record, status }) =>
      (statuses.length > 0 || status.status !== 'not-yet') &&
      (!source || hasPrimary(record) === (source === 'primary')) &&
      (!selection.mine || mine.has(record.id)),
  );
}

/** How many restrictions each choice of a filter would leave, the other filters staying as they are. */
export interface FacetCounts {
  readonly kinds: ReadonlyMap<string, number>;
  readonly measures: ReadonlyMap<string, number>;
  readonly devices: ReadonlyMap<string, number>;
  readonly statuses: ReadonlyMap<string, number>;
}

/** Counts for every choice of every filter that takes several. */
export function facetCounts(
  prepared: Prepared<Restriction>,
  selection: Selection,
  day: string,
  mine: ReadonlySet<string>,
): FacetCounts {
  const count = (patch: Partial<Selection>, valuesOf: (found: Found) => readonly string[]) => {
    const counts = new Map<string, number>();
    for (const found of select(prepared, { ...selection, ...patch }, day, mine, []))
      for (const value of new Set(valuesOf(found))) counts.set(value, (counts.get(value) ?? 0) + 1);
    return counts;
  };
  return {
    kinds: count({ kinds: [] }, ({ record }) => [record.issuer.kind]),
    measures: count({ measures: [] }, ({ record }) => measuresOf(record)),
    devices: count({ devices: [] }, ({ record }) => scopesOf(record)),
    statuses: count({ statuses: STATUS_CHOICES }, ({ status }) => [status.status]),
  };
}
