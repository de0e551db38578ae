import { plainList, sentenceList } from '../platform/formats.ts';
import type { Translate } from '../platform/i18n.ts';
import { underscored } from '../platform/underscored.ts';
import { devicesOf } from './clauses.ts';
import { firstDay, formatDate } from './dates.ts';
import type { Entry } from './moved.ts';
import { type PlaceNames, placeName, placeNamesFor } from './places.ts';
import type { Device } from './profile.ts';
import type {
  Clause,
  Context,
  DeviceScope,
  EventType,
  Exceptions,
  IssuerKind,
  Measure,
  Register,
  Relation,
  Response,
  Restriction,
  Source,
} from './schema.ts';
import type { RecordStatus, StatusOnDay } from './status.ts';

/** The person's language: texts, BCP 47 locale for dates and lists, names of subdivisions. */
export interface Language {
  readonly t: Translate;
  readonly locale: string;
  readonly places: PlaceNames;
}

/** Puts the language together; `subdivisionNames` by language and ISO 3166-2 code. */
export const languageOf = (
  t: Translate,
  locale: string,
  subdivisionNames: Readonly<Record<string, PlaceNames>>,
): Language => ({ t, locale, places: placeNamesFor(subdivisionNames, locale) });

export const measureName = (measure: Measure, { t }: Language): string =>
  t(`measure_${underscored(measure)}`);
export const deviceName = (scope: DeviceScope, { t }: Language): string => t(`device_${underscored(scope)}`);
/** The device inside a sentence: "on work devices". */
export const onDevice = (device: Device, { t }: Language): string => t(`device_on_${underscored(device)}`);
export const kindName = (kind: IssuerKind, { t }: Language): string => t(`kind_${underscored(kind)}`);
export const forceName = (force: Clause['legalForce'], { t }: Language): string =>
  t(`force_${underscored(force)}`);
/** What of TikTok a clause speaks of: "the app". */
export const reachName = (reaches: Clause['reaches'], { t }: Language): string =>
  t(`reaches_${underscored(reaches)}`);
export const relationName = (relation: Relation, { t }: Language): string => t(`relation_${relation}`);
export const reasonName = (reason: Restriction['reasons'][number], { t }: Language): string =>
  t(`reason_${underscored(reason)}`);
export const topicName = (topic: Response['topic'] | Context['topic'], { t }: Language): string =>
  t(topic === 'ownership-change' ? 'topic_ownership' : `topic_${underscored(topic)}`);
/** An event that makes a status is called by it. */
export const eventName = (type: EventType, { t }: Language): string =>
  type === 'effective' || type === 'extended' || type === 'confirmed' || type === 'other'
    ? t(`event_${type}`)
    : t(`status_${underscored(type)}`);

/** What a source is worth: first-hand or not, a copy, unread. One phrase each. */
export function sourceMarks(source: Source, { t }: Language): string[] {
  const marks = [t(`source_${source.kind}`)];
  if (source.mirror) marks.push(t('source_mirror'));
  if (!source.read) marks.push(t('source_not_read'));
  return marks;
}

/** A list inside a sentence: "A, B and C". */
export const listOf = (items: readonly string[], { locale }: Language): string =>
  sentenceList(locale).format(items);

/** The first `count` of a list, and how many more there are: "A, B, C and 4 more". */
export const shortList = (items: readonly string[], language: Language, count = 3): string =>
  items.length <= count + 1
    ? listOf(items, language)
    : listOf([...items.slice(0, count), language.t('more_count', items.length - count)], language);

/** Parts of one statement, set side by side. */
export const sideBySide = (parts: readonly string[], { locale }: Language): string =>
  plainList(locale).format(parts);

/** What limits a rule that was made for a time; nothing for any other. */
export const timeLimit = (
  { temporary, until }: Pick<StatusOnDay, 'temporary' | 'until'>,
  { t, locale }: Language,
): string[] => {
  if (!temporary) return [];
  return [until ? t('status_time_limit', formatDate(until, locale)) : t('status_time_limit_open')];
};

/** The bare status: "in force, until 31 December 2027", "announced, takes effect 1 January 2027", "lifted (5 February 2026)". */
export function statusName(status: StatusOnDay, language: Language): string {
  const { t, locale } = language;
  const word = t(`status_${underscored(status.status)}`);
  switch (status.status) {
    case 'in-force':
      return sideBySide([word, ...timeLimit(status, language)], language);
    case 'announced':
      return status.until ? t('status_until', word, formatDate(status.until, locale)) : word;
    case 'unknown':
    case 'not-yet':
    case 'proposed':
      return word;
    default:
      return status.since ? t('in_brackets', word, formatDate(status.since, locale)) : word;
  }
}

/** Why a status is not known, one sentence; null for a status that is. */
export const unclearSentence = ({ unclear }: StatusOnDay, { t }: Language): string | null =>
  unclear && t(`status_unclear_${underscored(unclear)}`);

/** Whose rule it is, with the part of the body that acted: "State of Texas – Governor". A restriction's title. */
export const restrictionTitle = ({ issuer }: Pick<Restriction, 'issuer'>): string =>
  issuer.unit ? `${issuer.name} – ${issuer.unit}` : issuer.name;

/** What anything in the register is called: whose rule, or which of TikTok's programmes. */
export const entryTitle = (entry: Entry, language: Language): string => {
  if (entry.list === 'responses') return entry.record.programme ?? topicName(entry.record.topic, language);
  return restrictionTitle(entry.record);
};

/** "work devices and networks", in the fixed order. */
const devicesIn = (clauses: readonly Clause[], language: Language): string =>
  listOf(
    devicesOf(clauses).map((scope) => deviceName(scope, language)),
    language,
  );

/** Clauses that are told in one breath: of one measure, and of one status where that is not the record's. */
export interface ClauseGroup {
  readonly measure: Clause['measure'];
  /** The bare word of a status that differs from the record's; else null. */
  readonly apart: string | null;
  readonly clauses: readonly Clause[];
}

/** The clauses of a restriction by measure and status, in their order. */
export function clauseGroups(
  { clauses }: Pick<Restriction, 'clauses'>,
  status: RecordStatus,
  { t }: Language,
): ClauseGroup[] {
  const groups = new Map<string, ClauseGroup>();
  for (const [index, clause] of clauses.entries()) {
    const own = status.clauses[index]?.status ?? status.status;
    const apart = own === status.status ? null : t(`status_${underscored(own)}`);
    const key = `${clause.measure} ${apart}`;
    const { clauses: before = [] } = groups.get(key) ?? {};
    groups.set(key, { measure: clause.measure, apart, clauses: [...before, clause] });
  }
  return [...groups.values()];
}

/** A measure with its status where that is not the record's: "Ban on devices (lifted)". */
export const groupName = ({ measure, apart }: ClauseGroup, language: Language): string => {
  const name = measureName(measure, language);
  return apart ? language.t('in_brackets', name, apart) : name;
};

/**
 * What a restriction does and to which devices, clause by clause: "Ban on devices: work devices; Network block; Advice
 * against use (lifted): personal devices".
 */
export const measureLine = (
  record: Pick<Restriction, 'clauses'>,
  status: RecordStatus,
  language: Language,
): string =>
  clauseGroups(record, status, language)
    .map((group) => withDevices(groupName(group, language), group.clauses, language))
    .join('; ');

/** One clause: "Ban on devices: work devices". */
export const clauseLine = (clause: Clause, language: Language): string =>
  withDevices(measureName(clause.measure, language), [clause], language);

/** A measure with its devices; a block is on a network and nowhere else. */
const withDevices = (name: string, clauses: readonly Clause[], language: Language): string =>
  clauses.every(({ measure }) => measure === 'network-block')
    ? name
    : language.t('name_and_value', name, devicesIn(clauses, language));

/** What a rule leaves open, in words. */
export const exceptionsText = (exceptions: Exceptions, { t }: Language): string =>
  exceptions.kind === 'listed'
    ? exceptions.text
    : t(exceptions.kind === 'not-known' ? 'not_known' : 'exceptions_none_named');

/** When somebody last looked for newer evidence, where and what for; null where nobody has yet. */
export function lookedAgainText(lookedAgain: Restriction['lookedAgain'], language: Language): string | null {
  if (!lookedAgain) return null;
  const { t, locale } = language;
  const where = lookedAgain.searched.map((place) => t(`searched_${underscored(place)}`));
  const when = t('looked_again', formatDate(lookedAgain.date, locale), listOf(where, language));
  return lookedAgain.for ? t('looked_again_for', when, lookedAgain.for) : when;
}

/** A rule's own name and number: "Decree on service devices, No. 12/2023"; null where not known. */
export const instrumentText = (
  { instrument }: Pick<Restriction, 'instrument'>,
  { t }: Language,
): string | null => {
  if (!instrument) return null;
  const { name, number } = instrument;
  return number && !name.includes(number) ? t('instrument_with_number', name, number) : name;
};

/** Topics of TikTok's answer that people ask for first. */
const ANSWERS: readonly Response['topic'][] = ['local-data-storage', 'external-monitoring'];

/**
 * TikTok's answer in one line, said to be TikTok's own words: local data storage and outside monitoring; with it the
 * newest of what others found on these, in its first sentence and by whom.
 */
export function responseLine(register: Pick<Register, 'responses'>, language: Language): string {
  const { t, locale } = language;
  const of = (topic: Response['topic']) => register.responses.filter((response) => response.topic === topic);
  const distinct = (names: readonly (string | null | undefined)[]) => [
    ...new Set(names.filter((name) => name !== null && name !== undefined)),
  ];
  const programmes = distinct(of('local-data-storage').map(({ programme }) => programme));
  const operators = distinct(of('external-monitoring').map((response) => response.operators[0]?.name));
  if (programmes.length === 0 || operators.length === 0) return t('response_line_missing');
  const claim = t('response_line', listOf(programmes, language), listOf(operators, language));
  const newest = ANSWERS.flatMap((topic) => of(topic).flatMap(({ findings }) => findings)).reduce<
    Response['findings'][number] | null
  >((last, finding) => (last && firstDay(last.date) >= firstDay(finding.date) ? last : finding), null);
  if (!newest) return claim;
  return t(
    'response_line_found',
    claim,
    newest.by,
    formatDate(newest.date, locale),
    firstSentence(newest.finding),
  );
}

/** The register's sentences are English. */
const firstSentence = (text: string): string => {
  const [first] = new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text);
  return first?.segment.trim() ?? text;
};

/** "Register version 2026.11.22.1, researched up to 22 November 2026". */
export const registerLine = (
  { version, date }: Pick<Register, 'version' | 'date'>,
  { t, locale }: Language,
): string => t('about_register', version, formatDate(date, locale));

/** The name of an issuer's place: "United Kingdom"; bodies of several states have none of their own. */
export const issuerPlace = ({ issuer }: Pick<Restriction, 'issuer'>, { locale, places }: Language): string =>
  placeName(issuer.jurisdiction, locale, places);
