import { hasPrimary } from '../register/figures.ts';
import { isConfirmedSince } from '../register/knowledge-age.ts';
import type { Profile } from '../register/profile.ts';
import { orderForProfile, type Relevance } from '../register/relevance.ts';
import { DEVICE_SCOPES, ISSUER_KINDS, RESTRICTION_MEASURES, type Restriction } from '../register/schema.ts';
import { clausesMeant, type Found, filterRestrictions, passes, statusMeant } from '../register/search.ts';
import type { Prepared } from '../register/text-search.ts';
import type { VerdictRegister } from '../register/verdict.ts';
import { type PageState, STATUS_CHOICES } from './url-state.ts';

/** The filters of the page's state: everything that narrows the list. */
export type Selection = Pick<
  PageState,
  'text' | 'place' | 'kinds' | 'measures' | 'devices' | 'statuses' | 'source' | 'confirmed' | 'mine'
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
  confirmed,
  mine,
}: PageState): Selection => ({ text, place, kinds, measures, devices, statuses, source, confirmed, mine });

/** Nearness at which a restriction is said to concern a person. */
const CONCERNS: readonly Relevance[] = ['carries', 'weaker', 'beside', 'organisation'];

/** Ids of the restrictions that concern a person on `day`: those behind the verdict and those of their organisations. */
export const concerning = (register: VerdictRegister, profile: Profile, day: string): ReadonlySet<string> =>
  new Set(
    orderForProfile(register, profile, day).flatMap(({ record, relevance }) =>
      CONCERNS.includes(relevance) ? [record.id] : [],
    ),
  );

/** Does a restriction pass the filters that its text search leaves open? */
function isSelected(found: Found, selection: Selection, mine: ReadonlySet<string>): boolean {
  const { place, kinds, measures, devices, statuses, source, confirmed } = selection;
  const { record } = found;
  return (
    passes(found, { places: place ? [place] : [], kinds, measures, devices, statuses }) &&
    // Without a choice of status, what nobody had announced on that day is left out.
    (statuses.length > 0 || statusMeant(found, clausesMeant(selection))?.status !== 'not-yet') &&
    (!source || hasPrimary(record) === (source === 'primary')) &&
    (!confirmed || isConfirmedSince(record, confirmed)) &&
    (!selection.mine || mine.has(record.id))
  );
}

/**
 * The restrictions of a selection on `day`, ordered: by `order` alone, or by how well they fit the text first.
 * Without a choice of status, rules of which nothing was known yet on that day are left out.
 *
 * @param mine ids of {@link concerning}, looked at where the selection asks for it.
 */
export const select = (
  prepared: Prepared<Restriction>,
  selection: Selection,
  day: string,
  mine: ReadonlySet<string>,
  order: readonly string[],
): Found[] =>
  filterRestrictions(prepared, { text: selection.text }, day, order).filter((found) =>
    isSelected(found, selection, mine),
  );

/** How many restrictions each choice of a filter would leave, the other filters staying as they are. */
export interface FacetCounts {
  readonly kinds: ReadonlyMap<string, number>;
  readonly measures: ReadonlyMap<string, number>;
  readonly devices: ReadonlyMap<string, number>;
  readonly statuses: ReadonlyMap<string, number>;
}

/** Counts for every choice of every filter that takes several; choices that leave nothing are not in it. */
export function facetCounts(
  prepared: Prepared<Restriction>,
  selection: Selection,
  day: string,
  mine: ReadonlySet<string>,
): FacetCounts {
  const all = filterRestrictions(prepared, { text: selection.text }, day);
  const count = <V extends string>(values: readonly V[], choose: (value: V) => Partial<Selection>) =>
    new Map<string, number>(
      values.flatMap((value): [string, number][] => {
        const chosen = { ...selection, ...choose(value) };
        const left = all.filter((found) => isSelected(found, chosen, mine)).length;
        return left > 0 ? [[value, left]] : [];
      }),
    );
  return {
    kinds: count(ISSUER_KINDS, (kind) => ({ kinds: [kind] })),
    measures: count(RESTRICTION_MEASURES, (measure) => ({ measures: [measure] })),
    devices: count(DEVICE_SCOPES, (device) => ({ devices: [device] })),
    statuses: count(STATUS_CHOICES, (status) => ({ statuses: [status] })),
  };
}
