import { lastDay } from './dates.ts';
import { organisationIndex, organisationsAround } from './organisations.ts';
import { countryOf } from './places.ts';
import type { Register, Response, Restriction } from './schema.ts';

/**
 * Other restrictions that belong to one: of the same body first, then of bodies it lies within or that lie within it,
 * then those made in the same place. At most `most`.
 */
export function relatedTo(
  record: Restriction,
  { restrictions }: Pick<Register, 'restrictions'>,
  most = 8,
): Restriction[] {
  const { within } = organisationIndex(restrictions);
  const own = organisationsAround(record.issuer.organisation, within);
  const rank = (other: Restriction): number => {
    const { organisation, jurisdiction } = other.issuer;
    if (organisation === record.issuer.organisation) return 0;
    if (own.has(organisation)) return 1;
    if (organisationsAround(organisation, within).has(record.issuer.organisation)) return 2;
    return jurisdiction === record.issuer.jurisdiction ? 3 : 4;
  };
  return restrictions
    .filter((other) => other.id !== record.id)
    .map((other) => ({ other, rank: rank(other) }))
    .filter(({ rank }) => rank < 4)
    .sort((a, b) => a.rank - b.rank || (a.other.id < b.other.id ? -1 : 1))
    .slice(0, most)
    .map(({ other }) => other);
}

/** Statements of one moment that are shown. */
const MOST = 2;

/**
 * What TikTok said in the place of a restriction around the time of it: statements whose region is the record's
 * place or country, and court cases about that very part of a country, from 60 days before its first event to 400
 * days after; the nearest in time first.
 */
export function statementsOn(record: Restriction, { responses }: Pick<Register, 'responses'>): Response[] {
  const { jurisdiction } = record.issuer;
  const first = record.events[0]?.date ?? '';
  const begun = Date.parse(lastDay(first));
  const days = ({ announced }: Response) => (Date.parse(lastDay(announced)) - begun) / 86_400_000;
  return responses
    .filter(({ topic, region }) => {
      const codes = region.split(/[+,]/).map((part) => part.trim());
      if (topic === 'public-statement')
        return codes.includes(jurisdiction) || codes.includes(countryOf(jurisdiction));
      // A case is about the rules of a place; of a whole country there are too many to tell which.
      return topic === 'legal-challenge' && jurisdiction.includes('-') && codes.includes(jurisdiction);
    })
    .filter((response) => days(response) >= -60 && days(response) <= 400)
    .sort((a, b) => Math.abs(days(a)) - Math.abs(days(b)))
    .slice(0, MOST);
}
