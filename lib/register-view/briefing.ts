import { numberFormat } from '../platform/formats.ts';
import { firstDay, formatDate } from '../register/dates.ts';
import { isFresh } from '../register/knowledge-age.ts';
import { type Language, listOf, restrictionTitle } from '../register/labels.ts';
import { withNumber } from '../register/plural.ts';
import { type ClauseTest, everyClause, type Found, statusMeant } from '../register/search.ts';
import { isInForce } from '../register/status.ts';
import { FORCE_GROUPS, forceOf } from './force.ts';

/** Bodies named one by one; of more only the number is told. */
const MOST_NAMES = 6;

/** The list that is told of. */
export interface Briefed {
  readonly found: readonly Found[];
  /** The day of every status, and today; `YYYY-MM-DD`. */
  readonly day: string;
  readonly today: string;
  /** The filters in words, without that of the status. */
  readonly filters: readonly string[];
  /** The clauses that the list is about. */
  readonly means?: ClauseTest;
}

/** Those of a list that are in force by the clauses meant. */
export const inForceOf = ({ found, means = everyClause }: Pick<Briefed, 'found' | 'means'>): Found[] =>
  found.filter((each) => isInForce(statusMeant(each, means)?.status ?? 'not-yet'));

/** "438 in force as last known; 60 of them confirmed in the last 12 months." */
function confirmedSentence(
  { day, today, ...list }: Pick<Briefed, 'found' | 'day' | 'today' | 'means'>,
  language: Language,
): string {
  const { locale } = language;
  const inForce = inForceOf(list);
  const fresh = numberFormat(locale).format(inForce.filter(({ record }) => isFresh(record, day)).length);
  return day === today
    ? withNumber(language, 'brief_confirmed', inForce.length, fresh)
    : withNumber(language, 'brief_confirmed_then', inForce.length, fresh, formatDate(day, locale));
}

/**
 * One paragraph that answers for a list, its first sentence apart: how many are in force and how fresh that is; then
 * what they are, whose, how old the knowledge is, and what was counted.
 */
export function briefing(list: Briefed, language: Language): readonly [lead: string, rest: string] {
  const { t, locale } = language;
  const { day, filters, means = everyClause } = list;
  const inForce = inForceOf(list);
  const counted = filters.length > 0 ? [t('brief_filters', filters.join('; '))] : [];
  const lead = confirmedSentence(list, language);
  if (inForce.length === 0) return [lead, [t('brief_none', formatDate(day, locale)), ...counted].join(' ')];
  const groups = FORCE_GROUPS.flatMap((group) => {
    const count = inForce.filter(({ record, status }) => forceOf(record, status, means) === group).length;
    return count > 0 ? [t('in_brackets', t(`timeline_${group}`), numberFormat(locale).format(count))] : [];
  });
  const rest = [
    t('brief_groups', listOf(groups, language)),
    whose(inForce, language),
    knowledgeSentence(inForce, language),
    ...counted,
  ];
  return [lead, rest.filter((sentence) => sentence !== '').join(' ')];
}

function whose(inForce: readonly Found[], language: Language): string {
  const names = [...new Set(inForce.map(({ record }) => restrictionTitle(record)))];
  return names.length <= MOST_NAMES
    ? language.t('brief_places', listOf(names, language))
    : withNumber(
        language,
        'brief_bodies',
        new Set(inForce.map(({ record }) => record.issuer.organisation)).size,
      );
}

function knowledgeSentence(inForce: readonly Found[], { t, locale }: Language): string {
  const dates = inForce
    .flatMap(({ record }) => record.knowledge.date ?? [])
    .sort((a, b) => (firstDay(a) < firstDay(b) ? -1 : 1));
  const [oldest] = dates;
  const newest = dates.at(-1);
  if (!oldest || !newest) return '';
  return oldest === newest
    ? t('brief_one_knowledge', formatDate(oldest, locale))
    : t('brief_oldest', formatDate(oldest, locale), formatDate(newest, locale));
}
