import { devicesOf } from '../register/clauses.ts';
import { formatDate } from '../register/dates.ts';
import {
  clauseGroups,
  deviceName,
  groupName,
  kindName,
  type Language,
  measureLine,
  restrictionTitle,
  statusName,
} from '../register/labels.ts';
import { periodOf, sortKeyOfDate } from '../register/period.ts';
import { placeNameInFull } from '../register/places.ts';
import { withNumber } from '../register/plural.ts';
import type { Register, Restriction } from '../register/schema.ts';
import { STATUSES } from '../register/schema.ts';
import type { Found } from '../register/search.ts';
import { statusOn } from '../register/status.ts';
import { statusLine } from '../register/status-line.ts';
import type { Column } from './url-state.ts';

/** What stands in each column of the table on a day (`YYYY-MM-DD`), in words; an empty text where nothing is known. */
export const cellText: Readonly<Record<Column, (found: Found, day: string, language: Language) => string>> = {
  issuer: ({ record }) => restrictionTitle(record),
  place: ({ record }, _day, { locale, places }) =>
    placeNameInFull(record.issuer.jurisdiction, locale, places),
  kind: ({ record }, _day, language) => kindName(record.issuer.kind, language),
  measure: ({ record, status }, _day, language) => measureLine(record, status, language),
  devices: (found, _day, language) => devicesText(found, language),
  status: ({ status }, _day, language) => statusName({ ...status, since: null, until: null }, language),
  since: ({ status }, _day, { locale }) => (status.since ? formatDate(status.since, locale, 'short') : ''),
  from: ({ record }, day, { t, locale }) => {
    const { from, fromAnnounced } = periodOf(record, day);
    const date = from ? formatDate(from, locale, 'short') : '';
    return from && fromAnnounced ? t('in_brackets', date, t('status_announced')) : date;
  },
  to: ({ record }, day, { locale }) => {
    const { to } = periodOf(record, day);
    return to ? formatDate(to, locale, 'short') : '';
  },
  // That a rule is counted from its announcement stands with its start.
  knowledge: ({ record, status }, day, language) =>
    statusLine(record, { ...status, sinceAnnounced: false }, day, language, 'short'),
  sources: ({ record }, _day, language) =>
    withNumber(
      language,
      'register_sources_primary',
      record.sources.length,
      record.sources.filter(({ kind }) => kind === 'primary').length,
    ),
};

/** The devices of the chief measure, then those that only another measure is about, with its name. */
function devicesText({ record, status }: Found, language: Language): string {
  const [chief, ...others] = clauseGroups(record, status, language);
  if (!chief) return '';
  const said = new Set(devicesOf(chief.clauses));
  const more = others.flatMap((group) => {
    const own = devicesOf(group.clauses).filter((device) => !said.has(device));
    return own.map((device) =>
      // A block says of itself where it acts.
      device === 'network'
        ? deviceName(device, language)
        : language.t('in_brackets', deviceName(device, language), groupName(group, language)),
    );
  });
  return [...[...said].map((device) => deviceName(device, language)), ...more].join(' · ');
}

/** What a column is sorted by where its words do not sort well. */
const SORT_KEYS: Readonly<
  Partial<Record<Column, (record: Restriction, day: string, language: Language) => string>>
> = {
  // A country before its parts.
  place: ({ issuer }, _day, { locale, places }) =>
    placeNameInFull(issuer.jurisdiction, locale, places).split(', ').reverse().join(', '),
  status: (record, day) =>
    String.fromCharCode(97 + (STATUSES as readonly string[]).indexOf(statusOn(record, day).status) + 1),
  since: (record, day) => statusOn(record, day).since ?? '',
  from: (record, day) => sortKeyOfDate(periodOf(record, day).from),
  to: (record, day) => sortKeyOfDate(periodOf(record, day).to),
  sources: ({ sources }) => String(sources.length),
  knowledge: ({ knowledge }) => sortKeyOfDate(knowledge.date),
};

/** Ids of all restrictions, sorted as a column does; those without a value come last in either direction. */
export function orderBy(
  { restrictions }: Pick<Register, 'restrictions'>,
  { column, descending }: { readonly column: Column; readonly descending: boolean },
  day: string,
  language: Language,
): string[] {
  const { compare } = new Intl.Collator(language.locale, { numeric: true });
  const sign = descending ? -1 : 1;
  const own = SORT_KEYS[column];
  const placeKey = (record: Restriction) => SORT_KEYS.place?.(record, day, language) ?? '';
  const rows = restrictions.map((record) => ({
    id: record.id,
    key: own
      ? own(record, day, language)
      : cellText[column]({ record, status: statusOn(record, day) }, day, language),
    place: column === 'place' ? '' : placeKey(record),
    name: record.issuer.name,
  }));
  rows.sort(
    (a, b) =>
      Number(a.key === '') - Number(b.key === '') ||
      sign * compare(a.key, b.key) ||
      compare(a.place, b.place) ||
      compare(a.name, b.name) ||
      (a.id < b.id ? -1 : 1),
  );
  return rows.map(({ id }) => id);
}
