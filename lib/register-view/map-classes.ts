import { isFresh } from '../register/knowledge-age.ts';
import type { IssuerKind } from '../register/schema.ts';
import { type ClauseTest, everyClause, type Found } from '../register/search.ts';
import { forceOf } from './force.ts';

/**
 * What the map says of a place on a day, strongest first.
 *
 * - `territory`: TikTok is banned or suspended in all of it.
 * - `government`: a binding rule of its government.
 * - `bodies`: binding rules of some bodies in it (a parliament, an agency, a city, a company).
 * - `advice`: advice or a warning alone.
 * - `past`: nothing in force; rules that are over, announced, or of which nobody knows.
 * - `none`: the list holds nothing for it.
 */
export const MAP_CLASSES = ['territory', 'government', 'bodies', 'advice', 'past', 'none'] as const;
export type MapClass = (typeof MAP_CLASSES)[number];

const GOVERNMENTS: readonly IssuerKind[] = ['national-government', 'subnational-government', 'supranational'];

/** What one restriction makes of a place that contains its issuer's. */
function classOf({ record, status }: Found, place: string, means: ClauseTest): MapClass {
  const group = forceOf(record, status, means);
  if (!group) return 'past';
  const own = record.issuer.jurisdiction === place;
  if (group === 'territory') return own ? 'territory' : 'bodies';
  if (group === 'advice') return 'advice';
  return own && GOVERNMENTS.includes(record.issuer.kind) ? 'government' : 'bodies';
}

/** A place on the map. */
export interface PlaceSummary {
  readonly code: string;
  readonly class: MapClass;
  /** A source from the last twelve months shows the class; else it is only last known. */
  readonly fresh: boolean;
  /** Restrictions in force, and all of the list; of the place and of places in it. */
  readonly inForce: number;
  readonly all: readonly Found[];
}

/**
 * Sums up a list of restrictions by place: every jurisdiction in it and every country around one.
 *
 * @param day that the list is of, `YYYY-MM-DD`.
 * @param means the clauses that the list is about.
 */
export function summariseByPlace(
  found: readonly Found[],
  placesAround: (code: string) => readonly string[],
  day: string,
  means: ClauseTest = everyClause,
): Map<string, PlaceSummary> {
  const all = new Map<string, Found[]>();
  for (const each of found)
    for (const place of placesAround(each.record.issuer.jurisdiction)) {
      const list = all.get(place);
      if (list) list.push(each);
      else all.set(place, [each]);
    }
  return new Map([...all].map(([code, list]) => [code, summarise(code, list, day, means)]));
}

function summarise(code: string, all: readonly Found[], day: string, means: ClauseTest): PlaceSummary {
  const classes = all.map((each) => MAP_CLASSES.indexOf(classOf(each, code, means)));
  const strongest = Math.min(...classes);
  return {
    code,
    class: MAP_CLASSES[strongest] ?? 'none',
    fresh: all.some(({ record }, index) => classes[index] === strongest && isFresh(record, day)),
    inForce: all.filter(({ record, status }) => forceOf(record, status, means)).length,
    all,
  };
}
